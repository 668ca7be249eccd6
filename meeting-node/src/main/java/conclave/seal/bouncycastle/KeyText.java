package conclave.seal.bouncycastle;

import conclave.seal.OwnerFiles;
import conclave.seal.container.PackageKey;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Key files as every tool writes them (PEM): PKCS#8, plain or under a passphrase, then certificates. */
final class KeyText {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final int LARGEST = 256 << 10;
    private static final int PASSES = 600_000;

    private KeyText() {
    }

    static void write(Path file, PackageKey key, Optional<char[]> passphrase) throws IOException {
        if (Files.exists(file)) throw Refused.because(Reason.KEY_EXISTS, "file", String.valueOf(file.getFileName()));
        var secret = passphrase.isPresent() ? block("ENCRYPTED PRIVATE KEY", under(passphrase.get(), key)) : block("PRIVATE KEY", key.pkcs8());
        OwnerFiles.write(file, (secret + certificates(key)).getBytes(StandardCharsets.US_ASCII));
    }

    static PackageKey read(Path file, Optional<char[]> passphrase) throws IOException {
        var objects = objects(file, Reason.KEY_FILE);
        var chain = certificates(objects);
        var beside = beside(file);
        if (chain.isEmpty() && Files.isRegularFile(beside)) chain = certificates(objects(beside, Reason.CERTIFICATE_FILE));
        if (chain.isEmpty()) throw Refused.because(Reason.CERTIFICATE_FILE, "file", beside.getFileName().toString());
        for (var object : objects) {
            var info = switch (object) {
                case PrivateKeyInfo plain -> plain;
                case PEMKeyPair pair -> pair.getPrivateKeyInfo();
                case PKCS8EncryptedPrivateKeyInfo sealed -> opened(sealed, passphrase);
                default -> null;
            };
            if (info != null) return fitting(new PackageKey(info.getEncoded(), chain));
        }
        throw Refused.because(Reason.KEY_FILE);
    }

    static List<byte[]> certificates(Path file) throws IOException {
        var bytes = bytes(file, Reason.CERTIFICATE_FILE);
        if (bytes.length > 0 && bytes[0] == 0x30 && DerShape.holds(bytes)) return List.of(der(bytes));
        var found = certificates(objects(file, Reason.CERTIFICATE_FILE));
        if (found.isEmpty()) throw Refused.because(Reason.CERTIFICATE_FILE);
        return found;
    }

    static String certificates(PackageKey key) {
        var text = new StringBuilder();
        for (var certificate : key.chain()) text.append(block("CERTIFICATE", certificate));
        return text.toString();
    }

    static String block(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    /** Found now, rather than by whoever cannot open or verify. */
    private static PackageKey fitting(PackageKey key) throws Refused {
        try {
            if (Bouncy.belongTogether(Bouncy.holder(key.certificate()), Bouncy.privateKey(key.pkcs8()))) return key;
        } catch (GeneralSecurityException | IOException | RuntimeException malformed) {
            throw Refused.because(Reason.KEY_FILE);
        }
        throw Refused.because(Reason.KEY_OTHER);
    }

    private static byte[] under(char[] passphrase, PackageKey key) throws IOException {
        try {
            var encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC).setProvider(Bouncy.PROVIDER)
                    .setPRF(PKCS8Generator.PRF_HMACSHA256).setIterationCount(PASSES).setPassword(passphrase).build();
            return new PKCS8Generator(PrivateKeyInfo.getInstance(key.pkcs8()), encryptor).generate().getContent();
        } catch (OperatorCreationException e) {
            throw new IOException("the key could not be put under its passphrase", e);
        }
    }

    private static PrivateKeyInfo opened(PKCS8EncryptedPrivateKeyInfo sealed, Optional<char[]> passphrase) throws Refused {
        if (passphrase.isEmpty()) throw Refused.because(Reason.KEY_PASSPHRASE);
        try {
            return sealed.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(Bouncy.PROVIDER).build(passphrase.get()));
        } catch (OperatorCreationException | PKCSException | RuntimeException wrong) {
            throw Refused.because(Reason.KEY_PASSPHRASE);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.(key|pem)$", "") + ".crt");
    }

    private static List<byte[]> certificates(List<Object> objects) throws IOException {
        var found = new ArrayList<byte[]>();
        for (var object : objects) {
            if (object instanceof X509CertificateHolder holder) found.add(holder.getEncoded());
        }
        return found;
    }

    private static byte[] der(byte[] bytes) throws Refused {
        try {
            return Bouncy.holder(bytes).getEncoded();
        } catch (IOException notACertificate) {
            throw Refused.because(Reason.CERTIFICATE_FILE);
        }
    }

    private static List<Object> objects(Path file, Reason reason) throws IOException {
        var found = new ArrayList<>();
        try (var parser = new PEMParser(new StringReader(new String(bytes(file, reason), StandardCharsets.ISO_8859_1)))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) found.add(next);
            return found;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException malformed) {
            throw Refused.because(reason, "file", String.valueOf(file.getFileName()));
        }
    }

    private static byte[] bytes(Path file, Reason reason) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) throw Refused.because(reason, "file", String.valueOf(file.getFileName()));
        return Files.readAllBytes(file);
    }
}
