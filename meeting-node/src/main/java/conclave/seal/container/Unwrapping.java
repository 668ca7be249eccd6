package conclave.seal.container;

/** Gets the content key out of a key envelope: with a recipient's key, or a passphrase. */
@FunctionalInterface
public interface Unwrapping {

    byte[] contentKey(Envelope.Kind kind, Profile profile, byte[] envelope) throws Refused;
}
