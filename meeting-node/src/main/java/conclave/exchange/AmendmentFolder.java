package conclave.exchange;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.AmendmentFile.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads and writes the folder of an amendment. As with a meeting, nothing is parsed before every hash agrees, and the answer is a value. */
public final class AmendmentFolder {

    static final String AMENDMENT = "data/amendment.json";
    private static final String DOCUMENTS = "data/documents/";
    private static final long LARGEST = 2L << 30;

    /** Called by its content, and by what it is: under another ending a sound picture would be taken for a damaged PDF. */
    static String document(String sha256, String path) {
        return DOCUMENTS + sha256 + path.substring(path.lastIndexOf('.'));
    }

    /** @param path of a document of this format, of whichever kind */
    static boolean isNamed(String path, PayloadFile file) {
        return file.sha256().matches("[0-9a-f]{64}") && MeetingFolder.isDocument(path) && path.equals(document(file.sha256(), path));
    }

    public record Reading(Optional<AmendmentFile> amendment, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    private final BagReader bag;
    private final Findings findings;

    private AmendmentFolder(BagReader bag, Findings findings) {
        this.bag = bag;
        this.findings = findings;
    }

    public static Reading read(Path folder, Optional<Supplier<MessageDigest>> sm3) {
        var findings = new Findings();
        try {
            return read(new BagReader(folder.toRealPath(), Set.of(AMENDMENT), sm3, findings), findings);
        } catch (IOException e) {
            findings.error("folder-missing");
            return new Reading(Optional.empty(), findings.all());
        }
    }

    /** The same of what passes by; only what stands in the way of passing is thrown. */
    public static Reading read(Passage passage, Optional<Supplier<MessageDigest>> sm3) throws IOException {
        var findings = new Findings();
        return read(new BagReader(PassingBag.of(passage, Set.of(AMENDMENT), sm3, findings), sm3, findings), findings);
    }

    private static Reading read(BagReader bag, Findings findings) {
        var amendment = bag.verify() ? new AmendmentFolder(bag, findings).amendment() : Optional.<AmendmentFile>empty();
        return new Reading(amendment, findings.all());
    }

    private Optional<AmendmentFile> amendment() {
        if (!bag.payload().containsKey(AMENDMENT)) {
            findings.error("file-missing", "file", AMENDMENT);
            return Optional.empty();
        }
        try {
            var bytes = bag.verified(AMENDMENT);
            // As they were, and as they are to be.
            if (bytes.length > 3 * AmendmentFile.MOST_BYTES) findings.error("amendment-too-large", "file", AMENDMENT);
            else if (CanonicalJson.read(bytes) instanceof Json.Obj object) return amendment(new Fields(object, AMENDMENT, "", findings));
            else findings.error("json-malformed", "file", AMENDMENT);
        } catch (BadJson e) {
            findings.error("json-malformed", "file", AMENDMENT);
        }
        return Optional.empty();
    }

    private Optional<AmendmentFile> amendment(Fields fields) {
        if (!fields.text("format").equals(AmendmentFile.FORMAT)) {
            findings.error("format-unknown", "file", AMENDMENT, "known", AmendmentFile.FORMAT);
            return Optional.empty();
        }
        var basis = fields.code("basis");
        var changes = fields.objects("changes", AmendmentFolder::change);
        var files = new TreeMap<String, PayloadFile>();
        fields.objects("files", AmendmentFolder::file).forEach(file -> files.put(file.path(), file));
        fields.done();
        if (findings.failed()) return Optional.empty();
        var brought = new TreeSet<>(bag.payload().keySet());
        brought.remove(AMENDMENT);
        var amendment = new AmendmentFile(basis, changes, files, List.copyOf(brought));
        new AmendmentCompleteness(amendment, bag.payload(), findings).check();
        return findings.failed() ? Optional.empty() : Optional.of(amendment);
    }

    private static Change change(Fields fields) {
        Optional<MeetingFile.Applicant> before =
                fields.has("before") ? Optional.of(ApplicantFields.applicant(fields.object("before"))) : Optional.empty();
        var change = new Change(before, ApplicantFields.applicant(fields.object("after")));
        fields.done();
        return change;
    }

    private static PayloadFile file(Fields fields) {
        var file = new PayloadFile(fields.text("file"), fields.number("bytes", 0, LARGEST), fields.text("sha256"));
        fields.done();
        return file;
    }

    /** @param now where the files that it brings are, under whatever names */
    public static void write(AmendmentFile amendment, MeetingFile now, Path folder, Path target) throws IOException {
        var paths = new TreeMap<String, String>();
        now.files().values().forEach(file -> paths.putIfAbsent(file.sha256(), file.path()));
        try (var bag = new BagWriter(target)) {
            for (var path : amendment.brought()) {
                var file = amendment.files().get(path);
                try (var in = Files.newInputStream(folder.resolve(paths.get(file.sha256())))) {
                    if (!bag.take(path, in, LARGEST).equals(file)) throw new IOException("the file changed while it was read: " + paths.get(file.sha256()));
                }
            }
            bag.put(AMENDMENT, CanonicalJson.bytes(json(amendment)));
            bag.finish(LocalDate.EPOCH, Map.of("Conclave-Format", AmendmentFile.FORMAT));
        }
    }

    private static Json json(AmendmentFile amendment) {
        return Json.object().with("format", AmendmentFile.FORMAT).with("basis", amendment.basis())
                .with("changes", MeetingJson.list(amendment.changes(), AmendmentFolder::json))
                .with("files", MeetingJson.list(List.copyOf(amendment.files().values()), file -> Json.object().with("file", file.path())
                        .with("bytes", file.bytes()).with("sha256", file.sha256())));
    }

    private static Json json(Change change) {
        var json = Json.object().with("after", MeetingJson.applicant(change.after()));
        return change.before().isPresent() ? json.with("before", MeetingJson.applicant(change.before().get())) : json;
    }

    /** What the reading of an amendment would say of one that is not written yet. */
    public static List<Finding> complete(AmendmentFile amendment) {
        var findings = new Findings();
        var payload = new TreeMap<>(amendment.files());
        payload.keySet().retainAll(amendment.brought());
        new AmendmentCompleteness(amendment, payload, findings).check();
        if (CanonicalJson.bytes(json(amendment)).length > 3 * AmendmentFile.MOST_BYTES) findings.error("amendment-too-large", "file", AMENDMENT);
        return findings.all();
    }
}
