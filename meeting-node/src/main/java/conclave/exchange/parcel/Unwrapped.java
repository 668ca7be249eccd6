package conclave.exchange.parcel;

import conclave.seal.container.Envelope;
import conclave.seal.container.Profile;
import conclave.seal.container.Refused;
import conclave.seal.container.Unwrapping;
import java.util.Arrays;

/** Gets the content key once, and remembers it until it is forgotten: for the second reading, and for whoever takes the package in later. */
final class Unwrapped implements Unwrapping, AutoCloseable {

    private final Unwrapping unwrapping;
    private byte[] key;

    Unwrapped(Unwrapping unwrapping) {
        this.unwrapping = unwrapping;
    }

    @Override
    public byte[] contentKey(Envelope.Kind kind, Profile profile, byte[] envelope) throws Refused {
        if (key == null) key = unwrapping.contentKey(kind, profile, envelope).clone();
        return key.clone();
    }

    /** Empty where nothing was opened. */
    byte[] key() {
        return key == null ? new byte[0] : key;
    }

    @Override
    public void close() {
        if (key != null) Arrays.fill(key, (byte) 0);
    }
}
