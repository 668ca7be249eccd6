package conclave.seal;

import java.security.GeneralSecurityException;
import java.security.Signature;

/** ECDSA by the JDK's own provider. */
final class JdkSigner implements Signer {

    private final SigningKey key;
    private final String id;

    JdkSigner(SigningKey key) {
        this.key = key;
        this.id = key.id();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(Signatures.ALGORITHM);
            signature.initSign(key.privateKey());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 key could not sign", e);
        }
    }

    @Override
    public byte[] publicKey() {
        return key.publicKey();
    }
}
