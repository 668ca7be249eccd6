package conclave.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** 256 random bits from which keys for named purposes are derived. It never prints itself. */
public final class Secret implements AutoCloseable {

    public static final int BYTES = 32;

    private final byte[] bytes;
    private boolean forgotten;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that lives in memory only. */
    public static Secret fresh() {
        return new Secret(RandomIds.bytes(BYTES));
    }

    /** Makes one, and is durable in its file before it returns. */
    public static Secret found(Path file, String purpose) throws IOException {
        var secret = fresh();
        KeyFile.create(file, purpose, secret.bytes);
        return secret;
    }

    public static Secret open(Path file, String purpose) throws IOException {
        return new Secret(KeyFile.read(file, purpose, BYTES));
    }

    /** The same secret in a further file, for another node of the kit; durable before it returns. */
    void keep(Path file, String purpose) throws IOException {
        KeyFile.create(file, purpose, bytes);
    }

    /** One that another node of the kit holds already. */
    static Secret take(Path file, String purpose, byte[] bytes) throws IOException {
        if (bytes.length != BYTES) throw new IOException("not a secret: " + bytes.length + " bytes");
        var secret = new Secret(bytes.clone());
        secret.keep(file, purpose);
        return secret;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** A key for one purpose (HKDF, RFC 5869); who holds it learns nothing about the secret or other purposes. */
    public byte[] derive(String purpose) {
        return derive(purpose.getBytes(StandardCharsets.UTF_8));
    }

    synchronized byte[] derive(byte[] info) {
        if (forgotten) throw new IllegalStateException("this secret was forgotten");
        return expand(bytes, info);
    }

    static byte[] expand(byte[] key, byte[] info) {
        try {
            var spec = HKDFParameterSpec.expandOnly(new SecretKeySpec(key, "HKDF"), info, BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF", e);
        }
    }

    /** Wipes our copy in memory. */
    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        forgotten = true;
    }

    @Override
    public String toString() {
        return "Secret(not shown)";
    }
}
