package conclave.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * 信封钥匙. What a laptop hands to one server under this cover only another one can open: P-256, HKDF-SHA-256 and AES-256-GCM, as every
 * browser has them. The curve makes a key in a moment and covers with 81 bytes. In memory only, for one ballot.
 */
public final class CoverKey implements AutoCloseable {

    private static final int POINT = 65;
    /** By so much a cover is longer than what lies in it. */
    public static final int ADDS = POINT + Aes.TAG_BYTES;
    private static final byte[] BEFORE_POINT = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static final byte[] PURPOSE = "conclave ballot 1 cover".getBytes(StandardCharsets.US_ASCII);
    /** Each cover has a key of its own, so this is used once. */
    private static final byte[] NONCE = new byte[Aes.NONCE_BYTES];

    private final byte[] publicKey;
    private volatile PrivateKey privateKey;

    private CoverKey(byte[] publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public static CoverKey fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new CoverKey(pair.getPublic().getEncoded(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** One that another node made; an argument error for what is none. */
    public static CoverKey of(byte[] publicKey, byte[] handed) {
        try {
            return new CoverKey(publicKey.clone(), KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(handed)));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("not the key of a cover", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** What laptops cover with: SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** For the memory of another node of the kit. */
    public byte[] handedOver() {
        return present().getEncoded();
    }

    /** Empty where it was not covered for this key under this label. */
    public Optional<byte[]> open(byte[] covered, byte[] label) {
        var mine = present();
        if (covered.length < ADDS) return Optional.empty();
        var inside = new byte[covered.length - ADDS];
        try {
            var key = new Aes(agreed(mine, Arrays.copyOf(covered, POINT)));
            var whole = key.open(NONCE, label, covered, POINT, covered.length - POINT, inside, 0);
            return whole ? Optional.of(inside) : Optional.empty();
        } catch (InvalidKeyException | InvalidKeySpecException notOnTheCurve) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has ECDH and HKDF", e);
        }
    }

    private byte[] agreed(PrivateKey mine, byte[] point) throws GeneralSecurityException {
        var theirs = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(joined(BEFORE_POINT, point)));
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        var own = Arrays.copyOfRange(publicKey, publicKey.length - POINT, publicKey.length);
        var spec = HKDFParameterSpec.ofExtract().addIKM(agreement.generateSecret()).addSalt(joined(point, own)).thenExpand(PURPOSE, 32);
        return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private PrivateKey present() {
        var present = privateKey;
        if (present == null) throw new IllegalStateException("this ballot's key was forgotten");
        return present;
    }

    @Override
    public void close() {
        privateKey = null;
    }

    @Override
    public String toString() {
        return "CoverKey(not shown)";
    }
}
