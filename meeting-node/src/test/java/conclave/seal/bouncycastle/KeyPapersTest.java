package conclave.seal.bouncycastle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.seal.container.PackageKey;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys made on the machine that uses them, kept in one file each, shown to people as words. */
class KeyPapersTest {

    private static final KeyPapers PAPERS = new KeyPapers();
    private static final Holder OFFICE = new Holder("水利厅职改办", Set.of(SignerRole.OFFICE), Papers.FROM, Papers.UNTIL);
    private static final PackageKey KEY = PAPERS.make(Kind.EC, OFFICE);

    @TempDir
    private Path folder;

    @Test
    void aKeyComesBackFromItsFileAndSignsAndOpens() throws IOException {
        for (var kind : Kind.values()) {
            var file = folder.resolve(kind + ".key");
            PAPERS.write(file, PAPERS.make(kind, OFFICE), Optional.empty());
            var key = PAPERS.read(file, Optional.empty());
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
            assertEquals(OFFICE, PAPERS.look(key.certificate()).holder());
            var packages = new BouncyPackages();
            var profile = kind == Kind.SM2 ? Profile.GM : Profile.INTERNATIONAL;
            var envelope = packages.envelopeFor(profile, List.of(key.certificate()));
            assertEquals(32, packages.with(List.of(key)).contentKey(envelope.kind(), profile, envelope.bytes()).length);
            var signature = packages.signer(List.of(key)).sign(StatementSignatureTest.statement(profile).bytes());
            var opened = SignedStatement.of(signature, packages.check(), Trust.in(key.certificate()), Papers.NOW);
            assertEquals(Set.of(SignerRole.OFFICE), opened.signatories().getFirst().roles());
        }
    }

    @Test
    void underAPassphraseItNeedsThatPassphrase() throws IOException {
        var file = folder.resolve("office.key");
        PAPERS.write(file, KEY, Optional.of("水利 2026 评审".toCharArray()));
        assertArrayEquals(KEY.certificate(), PAPERS.read(file, Optional.of("水利 2026 评审".toCharArray())).certificate());
        assertEquals(Reason.KEY_PASSPHRASE, refusal(file, Optional.of("another one".toCharArray())));
        assertEquals(Reason.KEY_PASSPHRASE, refusal(file, Optional.empty()));
    }

    @Test
    void noKeyIsOverwrittenAndNoOtherFileIsTakenForOne() throws IOException {
        var file = folder.resolve("office.key");
        PAPERS.write(file, KEY, Optional.empty());
        assertEquals(Reason.KEY_EXISTS, assertThrows(Refused.class, () -> PAPERS.write(file, KEY, Optional.empty())).reason());
        assertEquals(Reason.KEY_FILE, refusal(folder.resolve("absent.key"), Optional.empty()));
        assertEquals(Reason.KEY_FILE, refusal(Files.write(folder.resolve("large.key"), new byte[300_000]), Optional.empty()));
        var certificate = Files.writeString(folder.resolve("office.crt"), PAPERS.certificateText(KEY));
        assertEquals(Reason.KEY_FILE, refusal(certificate, Optional.empty()));
        var mixed = new PackageKey(KEY.pkcs8(), PAPERS.make(Kind.EC, OFFICE).chain());
        PAPERS.write(folder.resolve("mixed.key"), mixed, Optional.empty());
        assertEquals(Reason.KEY_OTHER, refusal(folder.resolve("mixed.key"), Optional.empty()));
    }

    @Test
    void aCertificateMayLieBesideTheKey() throws IOException {
        var file = folder.resolve("office.key");
        PAPERS.write(file, KEY, Optional.empty());
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("-----BEGIN CERT")));
        assertEquals(Reason.CERTIFICATE_FILE, refusal(file, Optional.empty()));
        Files.writeString(folder.resolve("office.crt"), PAPERS.certificateText(KEY));
        assertArrayEquals(KEY.certificate(), PAPERS.read(file, Optional.empty()).certificate());
    }

    @Test
    void certificatesAreReadAsTextAndAsBytes() throws IOException {
        var text = Files.writeString(folder.resolve("text.crt"), PAPERS.certificateText(KEY));
        var bytes = Files.write(folder.resolve("bytes.cer"), KEY.certificate());
        assertArrayEquals(KEY.certificate(), PAPERS.certificates(text).getFirst());
        assertArrayEquals(KEY.certificate(), PAPERS.certificates(bytes).getFirst());
        for (var wrong : List.of("", "hello", "0\u0003abc", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            var file = Files.writeString(folder.resolve("wrong.crt"), wrong);
            assertEquals(Reason.CERTIFICATE_FILE, assertThrows(Refused.class, () -> PAPERS.certificates(file)).reason(), wrong);
        }
    }

    @Test
    void aRequestIsSignedByTheKeyAndNamesTheHolder() throws Exception {
        for (var kind : Kind.values()) {
            var key = PAPERS.make(kind, OFFICE);
            var request = (PKCS10CertificationRequest) new PEMParser(new StringReader(PAPERS.request(key))).readObject();
            assertTrue(request.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(Bouncy.PROVIDER)
                    .build(Bouncy.certificate(Bouncy.holder(key.certificate())).getPublicKey())));
            assertTrue(request.getSubject().toString().contains("水利厅职改办"));
        }
    }

    @Test
    void opensslReadsKeyAndRequest() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed here");
        var key = folder.resolve("office.key");
        PAPERS.write(key, KEY, Optional.of("0123456789".toCharArray()));
        var request = Files.writeString(folder.resolve("office.csr"), PAPERS.request(KEY));
        assertTrue(openssl("pkey", "-in", key.toString(), "-passin", "pass:0123456789", "-noout", "-check"));
        assertFalse(openssl("pkey", "-in", key.toString(), "-passin", "pass:9876543210", "-noout", "-check"));
        assertTrue(openssl("req", "-in", request.toString(), "-verify", "-noout"));
    }

    private boolean openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue() == 0;
    }

    private static Reason refusal(Path file, Optional<char[]> passphrase) {
        return assertThrows(Refused.class, () -> PAPERS.read(file, passphrase)).reason();
    }
}
