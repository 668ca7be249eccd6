package conclave.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Opens the choices of one secret ballot when it closes: RSA-OAEP, so that whatever was chosen is equally long. It lives in
 * memory only; a ballot whose key is lost is held again.
 */
public final class RoundKey implements AutoCloseable {

    /** What fits under OAEP with SHA-256 in 3072 bits is 318; an option takes one. */
    public static final int LONGEST = 255;

    private final RSAPublicKey publicKey;
    private volatile PrivateKey privateKey;

    RoundKey(KeyPair pair) {
        this.publicKey = (RSAPublicKey) pair.getPublic();
        this.privateKey = pair.getPrivate();
    }

    public static RoundKey fresh() {
        return fresh(BlindSigner.BITS);
    }

    static RoundKey fresh(int bits) {
        return new RoundKey(BlindSigner.pair(bits));
    }

    /** The same key in the memory of another server; an argument error for what is none. */
    public static RoundKey of(byte[] handed) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(handed)) instanceof RSAPrivateCrtKey key)) throw new IllegalArgumentException("half a key");
            return new RoundKey(new KeyPair(factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("not the key of a ballot", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    /** For the memory of the server that holds the ballot together with this one. */
    public byte[] handedOver() {
        return present().getEncoded();
    }

    public int sealedBytes() {
        return (publicKey.getModulus().bitLength() + 7) / 8;
    }

    /** Empty where it was not sealed for this key under this label. A choice that was moved to another token does not open. */
    public Optional<byte[]> open(byte[] sealed, byte[] label) {
        var present = present();
        if (sealed.length != sealedBytes()) return Optional.empty();
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, present, oaep(label));
            return Optional.of(cipher.doFinal(sealed));
        } catch (BadPaddingException elsewhere) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA-OAEP", e);
        }
    }

    private PrivateKey present() {
        var present = privateKey;
        if (present == null) throw new IllegalStateException("this ballot's key was forgotten");
        return present;
    }

    /** Browsers use SHA-256 in both places; Java's own "OAEPWithSHA-256AndMGF1Padding" takes SHA-1 for the mask. */
    static OAEPParameterSpec oaep(byte[] label) {
        return new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label));
    }

    @Override
    public void close() {
        privateKey = null;
    }

    @Override
    public String toString() {
        return "RoundKey(not shown)";
    }
}
