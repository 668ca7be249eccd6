package conclave.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * The public half of a {@link BlindSigner}. A finished token is an ordinary RSASSA-PSS signature (SHA-384, salt of 48 bytes),
 * so that anybody's software can verify it.
 */
public final class TokenKey {

    private static final int SALT = 48;

    private final RSAPublicKey key;
    private final int salt;

    private TokenKey(RSAPublicKey key, int salt) {
        this.key = key;
        this.salt = salt;
    }

    /** Refuses what is no RSA key with an argument error: keys come from an announcement that was made here. */
    public static TokenKey of(byte[] encoded) {
        return of(encoded, SALT);
    }

    /** The RFC has variants without salt; we do not use them, its vectors do. */
    static TokenKey of(byte[] encoded, int salt) {
        try {
            return new TokenKey((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)), salt);
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("not a public key of a ballot", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    public int signatureBytes() {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    /** Whether a voter's browser can have blinded this for the key: exactly as long, and a number that hides something. */
    public boolean accepts(byte[] blinded) {
        return hides(blinded, key);
    }

    static boolean hides(byte[] blinded, RSAPublicKey key) {
        if (blinded.length != (key.getModulus().bitLength() + 7) / 8) return false;
        var number = new BigInteger(1, blinded);
        var last = key.getModulus().subtract(BigInteger.ONE);
        return number.compareTo(BigInteger.ONE) > 0 && number.compareTo(last) < 0;
    }

    /** Whether this is what the signer makes of a blinded number; nobody else can. */
    public boolean signedBlindly(byte[] blinded, byte[] signature) {
        if (blinded.length != signatureBytes() || signature.length != signatureBytes()) return false;
        return new BigInteger(1, signature).modPow(key.getPublicExponent(), key.getModulus()).equals(new BigInteger(1, blinded));
    }

    public boolean signed(byte[] token, byte[] signature) {
        if (signature.length != signatureBytes()) return false;
        try {
            var check = Signature.getInstance("RSASSA-PSS");
            check.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, salt, PSSParameterSpec.TRAILER_FIELD_BC));
            check.initVerify(key);
            check.update(token);
            return check.verify(signature);
        } catch (SignatureException outOfRange) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSASSA-PSS", e);
        }
    }
}
