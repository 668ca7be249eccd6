package conclave.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** A node's key for signing roots and receipts: ECDSA P-256, PKCS#8 in one file, the public half beside it. */
public final class SigningKey {

    private final ECPrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(ECPrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** One that lives in memory only. */
    public static SigningKey fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new SigningKey((ECPrivateKey) pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    static SigningKey found(Path privateFile, Path publicFile) throws IOException {
        var key = fresh();
        SecretFiles.write(privateFile, key.privateKey.getEncoded());
        OwnerFiles.write(publicFile, key.publicKey);
        return key;
    }

    /** Reads both halves and proves that they belong together by signing once. */
    static SigningKey open(Path privateFile, Path publicFile) throws IOException {
        for (var file : new Path[] {privateFile, publicFile}) {
            if (!Files.exists(file)) throw Unusable.absent(file);
        }
        var encoded = SecretFiles.read(privateFile);
        try {
            var privateKey = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var key = new SigningKey(privateKey, Files.readAllBytes(publicFile));
            var probe = new byte[] {1};
            if (!Signatures.verify(key.publicKey, probe, key.signer().sign(probe))) throw Unusable.changed(publicFile);
            return key;
        } catch (GeneralSecurityException | ClassCastException notAKey) {
            throw Unusable.changed(privateFile);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Signs with the JDK; the adapter {@code seal.bouncycastle} has one of twice the speed. */
    public Signer signer() {
        return new JdkSigner(this);
    }

    public ECPrivateKey privateKey() {
        return privateKey;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public String id() {
        return Signatures.id(publicKey);
    }

    @Override
    public String toString() {
        return "SigningKey(" + id() + ")";
    }
}
