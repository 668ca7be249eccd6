package conclave.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Signs what it cannot read: the signer's part of RSABSSA-SHA384-PSS-Deterministic (RFC 9474). A key is made for one ballot
 * and used for nothing else, because it signs any number that it is given. The same number gets the same signature, so that
 * a laptop that asks again is answered as before.
 */
public final class BlindSigner implements AutoCloseable {

    static final int BITS = 3072;

    /** The private operation; a test may put a broken processor here. */
    @FunctionalInterface
    interface Operation {
        byte[] of(byte[] number) throws GeneralSecurityException;
    }

    private final RSAPublicKey publicKey;
    private final int size;
    private volatile Operation operation;

    BlindSigner(RSAPublicKey publicKey, Operation operation) {
        this.publicKey = publicKey;
        this.size = (publicKey.getModulus().bitLength() + 7) / 8;
        this.operation = operation;
    }

    public static BlindSigner fresh() {
        return fresh(BITS);
    }

    static BlindSigner fresh(int bits) {
        return of(pair(bits));
    }

    static BlindSigner of(KeyPair pair) {
        return new BlindSigner((RSAPublicKey) pair.getPublic(), number -> raw((RSAPrivateKey) pair.getPrivate(), number));
    }

    /** What voters and everybody else verify with: SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    /** Whether a voter's browser can have made this. */
    public boolean accepts(byte[] blinded) {
        return TokenKey.hides(blinded, publicKey);
    }

    /**
     * Empty for what it does not accept. The cipher itself would fill up a short number without a word, and a signature that
     * was miscalculated once gives the key away: so both are looked at here.
     */
    public Optional<byte[]> sign(byte[] blinded) {
        if (!accepts(blinded)) return Optional.empty();
        var present = operation;
        if (present == null) throw new IllegalStateException("this ballot's key was forgotten");
        try {
            var signature = present.of(blinded);
            var back = new BigInteger(1, signature).modPow(publicKey.getPublicExponent(), publicKey.getModulus());
            if (signature.length == size && back.equals(new BigInteger(1, blinded))) return Optional.of(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an RSA key could not sign", e);
        }
        throw new IllegalStateException("the processor miscalculated a signature; it was not handed out");
    }

    /** From here on nothing is signed. The JDK gives no way to wipe the key; it is gone with the next collection. */
    @Override
    public void close() {
        operation = null;
    }

    private static byte[] raw(RSAPrivateKey key, byte[] number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(number);
    }

    static KeyPair pair(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    @Override
    public String toString() {
        return "BlindSigner(not shown)";
    }
}
