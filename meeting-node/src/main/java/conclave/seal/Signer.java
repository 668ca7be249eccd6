package conclave.seal;

/** Signs with one private key; safe to call from several threads. */
public interface Signer {

    /** Who signs: a short fingerprint of the public key, as it stands in what was signed. */
    String id();

    /** ECDSA P-256 over SHA-256 of the message, in the 64-byte form (r ‖ s) that a browser's WebCrypto verifies. */
    byte[] sign(byte[] message);

    /** The public key, X.509 SubjectPublicKeyInfo, DER. */
    byte[] publicKey();
}
