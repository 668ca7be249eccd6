package conclave.exchange.parcel;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Signatory;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.SignerRole;
import conclave.seal.container.StatementSigner;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 签认: files that somebody signs for as they lie there, an Excel workbook among them. The signature names each by its digest; whoever
 * reads it gets the very bytes that were signed for, or a reason.
 *
 * @param files by their names, the bytes that were held against the signature
 */
public record SignedFiles(SortedMap<String, byte[]> files, List<Signatory> signatories) {

    public static final String FORMAT = "conclave-signed-files/1";
    public static final String ENDING = ".p7s";
    private static final long LARGEST = 64L << 20;
    private static final int MOST = 8;
    private static final int LARGEST_STATEMENT = 16 << 10;
    private static final String NAME = "[^\\p{Cntrl}/\\\\:]{1,120}";
    private static final Set<String> FIELDS = new TreeSet<>(List.of("at", "files", "format"));
    private static final Set<String> OF_A_FILE = new TreeSet<>(List.of("bytes", "name", "sha256"));

    public SignedFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        signatories = List.copyOf(signatories);
    }

    /** Beside the first of them, under its name with .p7s behind. */
    public static Path signatureOf(Path first) {
        return first.resolveSibling(first.getFileName() + ENDING);
    }

    public static boolean isThere(Path first) {
        return Files.isRegularFile(signatureOf(first), LinkOption.NOFOLLOW_LINKS);
    }

    /** All of them must lie in one folder. */
    public static Path sign(List<Path> files, StatementSigner signer, Instant at) throws IOException {
        var lines = new ArrayList<Json>();
        for (var file : files) {
            if (Files.size(file) > LARGEST || !plain(file.getFileName().toString())) throw Stopped.by(Obstacle.ANSWER_SIGNED_FILE, "file", file.getFileName().toString());
            var bytes = Files.readAllBytes(file);
            lines.add(new JsonFields().put("name", file.getFileName().toString()).put("bytes", bytes.length)
                    .put("sha256", Digests.hex(Digests.sha256(bytes))).end());
        }
        var statement = CanonicalJson.bytes(new JsonFields().put("format", FORMAT).put("at", at.getEpochSecond()).list("files", lines, line -> line).end());
        var signature = signatureOf(files.getFirst());
        var part = signature.resolveSibling(signature.getFileName() + ".part");
        try {
            Files.write(part, signer.sign(statement));
            Folders.force(part);
            Files.move(part, signature, StandardCopyOption.ATOMIC_MOVE);
            Folders.force(signature.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(part);
        }
        return signature;
    }

    /** @param may for whom one must sign to be heard here */
    public static SignedFiles read(Path first, SignatureCheck check, Trust trust, Set<SignerRole> may, Instant at) throws IOException {
        byte[] signature;
        try (var in = Files.newInputStream(signatureOf(first), LinkOption.NOFOLLOW_LINKS)) {
            signature = in.readNBytes(SignatureCheck.LARGEST + 1);
        }
        if (signature.length > SignatureCheck.LARGEST) throw Refused.because(Reason.SIGNATURE_SIZE, "most", Integer.toString(SignatureCheck.LARGEST));
        var checked = check.check(signature, trust, at);
        for (var signatory : checked.signatories()) {
            if (Collections.disjoint(signatory.roles(), may)) throw Refused.because(Reason.SIGNER_ROLE, "signer", signatory.name(), "type", "signed-files");
        }
        var files = held(checked.statement(), first.toAbsolutePath().getParent());
        if (!files.containsKey(first.getFileName().toString())) throw Stopped.by(Obstacle.ANSWER_SIGNED_FILE, "file", first.getFileName().toString());
        return new SignedFiles(files, checked.signatories());
    }

    private static TreeMap<String, byte[]> held(byte[] statement, Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var line : lines(statement)) {
            var name = line.text("name");
            var bytes = bytes(folder.resolve(name), line.number("bytes"), name);
            if (!Digests.hex(Digests.sha256(bytes)).equals(line.text("sha256"))) throw Stopped.by(Obstacle.ANSWER_SIGNED_FILE, "file", name);
            files.put(name, bytes);
        }
        return files;
    }

    private static byte[] bytes(Path file, long wanted, String name) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != wanted) throw Stopped.by(Obstacle.ANSWER_SIGNED_FILE, "file", name);
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) wanted + 1);
        }
    }

    private static List<Json.Obj> lines(byte[] statement) throws Stopped {
        try {
            if (statement.length > LARGEST_STATEMENT) throw new BadJson("too long");
            var json = CanonicalJson.readObject(statement);
            if (!json.fields().keySet().equals(FIELDS) || !json.text("format").equals(FORMAT)) throw new BadJson("other fields");
            var lines = new ArrayList<Json.Obj>();
            var names = new TreeSet<String>();
            for (var each : json.list("files")) {
                if (!(each instanceof Json.Obj line) || !line.fields().keySet().equals(OF_A_FILE)) throw new BadJson("no file");
                if (!plain(line.text("name")) || !names.add(line.text("name"))) throw new BadJson("its name");
                if (line.number("bytes") < 0 || line.number("bytes") > LARGEST) throw new BadJson("its size");
                lines.add(line);
            }
            if (lines.isEmpty() || lines.size() > MOST) throw new BadJson("how many");
            return lines;
        } catch (BadJson malformed) {
            throw Stopped.by(Obstacle.ANSWER_SIGNED_FORM);
        }
    }

    /** A name and no way to anywhere. */
    private static boolean plain(String name) {
        return name.matches(NAME) && !name.startsWith(".");
    }
}
