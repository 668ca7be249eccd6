package conclave.exchange.parcel;

import conclave.exchange.SmallMeeting;
import conclave.seal.container.ContainerWriter;
import conclave.seal.container.Envelope;
import conclave.seal.container.InternationalSuite;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Signatory;
import conclave.seal.container.SignatureCheck.Checked;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Suites;
import conclave.seal.container.Trust;
import conclave.seal.container.Unwrapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An office that builds packages and a venue that takes them: ECDSA by the JDK stands for the signature, a fixed key for the envelope. */
final class Office {

    static final Instant TODAY = Instant.parse("2026-11-21T08:00:00Z");
    private static final byte[] KEY = HexFormat.of().parseHex("07".repeat(32));
    private static final byte[] ENVELOPE = "a passphrase would open this".getBytes(StandardCharsets.US_ASCII);
    private static final KeyPair PAIR = pair();

    final Path out;
    private final Path folder;
    PackageType type = PackageType.MEETING;
    String id = "pkg-1";
    long sequence = 1;
    Optional<String> predecessor = Optional.empty();
    String meeting = "mtg-1";
    String purpose = "a test";
    Instant notBefore = TODAY.minusSeconds(86_400);
    Instant notAfter = TODAY.plusSeconds(86_400);
    List<String> recipients = List.of();
    long volumeSize = 1 << 20;

    Office(Path temp) throws IOException {
        this(temp, SmallMeeting.of(temp.resolve("workshop")).write(temp.resolve("folder")));
    }

    Office(Path temp, Path folder) throws IOException {
        this.out = Files.createDirectories(temp.resolve("stick"));
        this.folder = folder;
    }

    Order order() {
        return new Order(type, id, sequence, predecessor, meeting, purpose, notBefore, notAfter, recipients, "test", new InternationalSuite(),
                new Envelope(Envelope.Kind.PASSPHRASE, ENVELOPE, KEY), Office::sign, volumeSize);
    }

    /** The first volume. */
    Path build(String name) throws IOException {
        new Packing(folder, order(), Progress.SILENT).into(out, name);
        return out.resolve(name + ".mpkg");
    }

    Path next(String name, String id, long sequence, String predecessor) throws IOException {
        this.id = id;
        this.sequence = sequence;
        this.predecessor = Optional.ofNullable(predecessor);
        return build(name);
    }

    /** Sealed and signed like any other, whatever the bytes are. */
    Path buildOf(String name, byte[] payload) throws IOException {
        try (var container = ContainerWriter.create(out, name, order().envelope(), order().suite(), volumeSize)) {
            container.payload().write(payload);
            Files.write(out.resolve(name + ".mpkg.p7s"), sign(order().statement(container.finish()).bytes()));
        }
        return out.resolve(name + ".mpkg");
    }

    static Desk desk() {
        return desk(TODAY, Optional.empty());
    }

    static Desk desk(Instant at, Optional<String> meeting) {
        return new Desk((signature, trust, when) -> check(signature), Trust.in(), Opening.byPassphrase(unwrapping()), suites(), at, false, meeting);
    }

    /** Nothing of the container may be touched: not its key, not its algorithms. */
    static Desk tripwired() {
        Unwrapping wire = (kind, profile, envelope) -> {
            throw new AssertionError("the envelope was opened");
        };
        Suites wires = profile -> {
            throw new AssertionError("the container was opened");
        };
        return new Desk((signature, trust, when) -> check(signature), Trust.in(), Opening.byPassphrase(wire), wires, TODAY, false, Optional.empty());
    }

    static Unwrapping unwrapping() {
        return (kind, profile, envelope) -> {
            if (!Arrays.equals(envelope, ENVELOPE)) throw Refused.because(Reason.PASSPHRASE);
            return KEY;
        };
    }

    static Suites suites() {
        return profile -> new InternationalSuite();
    }

    private static Checked check(byte[] bytes) throws Refused {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            if (bytes.length < 4) throw Refused.because(Reason.SIGNATURE_FORM);
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining()) throw Refused.because(Reason.SIGNATURE_FORM);
            var signature = new byte[length];
            buffer.get(signature);
            var statement = new byte[buffer.remaining()];
            buffer.get(statement);
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(PAIR.getPublic());
            verifier.update(statement);
            if (!verifier.verify(signature)) throw Refused.because(Reason.SIGNATURE_WRONG);
            return new Checked(statement, List.of(new Signatory("office", "0".repeat(64), Profile.INTERNATIONAL, Set.of(SignerRole.OFFICE), new byte[0],
                    Optional.empty())));
        } catch (GeneralSecurityException e) {
            throw Refused.because(Reason.SIGNATURE_FORM);
        }
    }

    static byte[] sign(byte[] statement) {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(PAIR.getPrivate());
            signer.update(statement);
            var signature = signer.sign();
            return ByteBuffer.allocate(4 + signature.length + statement.length).putInt(signature.length).put(signature).put(statement).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ECDSA", e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }
}
