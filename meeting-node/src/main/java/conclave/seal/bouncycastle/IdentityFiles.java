package conclave.seal.bouncycastle;

import conclave.seal.OwnerFiles;
import conclave.seal.SecretFiles;
import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A certificate and its key as two PEM files side by side; the key is written first, so that it is never missing. */
final class IdentityFiles {

    /** What browsers are shown lies open even in a sealed folder: a node that waits for its keys has to say so. */
    private static final String OPEN = "server";

    private IdentityFiles() {
    }

    static Path certificate(Path folder, String name) {
        return folder.resolve(name + ".pem");
    }

    static Path key(Path folder, String name) {
        return folder.resolve(name + "-key.pem");
    }

    static void write(Path folder, String name, TlsIdentity identity) throws IOException {
        OwnerFiles.makeFolder(folder);
        Files.deleteIfExists(certificate(folder, name));
        if (name.equals(OPEN)) OwnerFiles.write(key(folder, name), identity.keyPem());
        else SecretFiles.write(key(folder, name), identity.keyPem());
        OwnerFiles.write(certificate(folder, name), identity.certificatePem());
    }

    static void writeCertificate(Path folder, String name, TlsIdentity identity) throws IOException {
        OwnerFiles.makeFolder(folder);
        OwnerFiles.write(certificate(folder, name), identity.certificatePem());
    }

    static X509Certificate readCertificate(Path folder, String name) throws IOException {
        var file = certificate(folder, name);
        if (!Files.exists(file)) throw Unusable.absent(file);
        var chain = Pem.readCertificates(text(file));
        if (chain.isEmpty()) throw Unusable.changed(file);
        return chain.getFirst();
    }

    /** Empty where there is no certificate (a first start, or one that was cut off); a broken pair is not replaced. */
    static Optional<TlsIdentity> read(Path folder, String name) throws IOException {
        var certificateFile = certificate(folder, name);
        if (!Files.exists(certificateFile)) return Optional.empty();
        var keyFile = key(folder, name);
        if (!Files.exists(keyFile)) throw Unusable.absent(keyFile);
        var chain = Pem.readCertificates(text(certificateFile));
        var privateKey = Pem.readKey(name.equals(OPEN) ? text(keyFile) : new String(SecretFiles.read(keyFile), StandardCharsets.ISO_8859_1));
        if (chain.isEmpty()) throw Unusable.changed(certificateFile);
        if (privateKey.isEmpty()) throw Unusable.changed(keyFile);
        var identity = new TlsIdentity(chain, privateKey.get());
        if (!Certificates.belongTogether(identity.leaf().getPublicKey(), identity.key())) throw Unusable.changed(keyFile);
        return Optional.of(identity);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
