package conclave.exchange;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.document.MaskPlans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the folder of a meeting, format {@code conclave-meeting 3}, and the one before. In this order, and never further than the first step that
 * found an error: sizes and names, manifests against the folder, hashes, JSON, and last whether it all fits together.
 */
public final class MeetingFolder {

    static final String MEETING = "data/meeting.json";
    static final String PEOPLE = "data/people.json";
    static final String APPLICANTS = "data/applicants.json";
    static final String SHEET = "data/sheet.json";
    static final String MODE = "data/mode.json";
    static final String RULES = "data/rules.json";
    /** The one that may be left out. */
    static final String RECUSALS = "data/recusals.json";
    /** 表格模板 for masking; may be left out as well. */
    public static final String FORMS = "data/forms.txt";
    public static final int MOST_FORMS = 1 << 20;
    private static final Set<String> MAY_BE_MISSING = Set.of(RECUSALS, FORMS);
    static final Set<String> JSON_FILES =
            new TreeSet<>(List.of(MEETING, PEOPLE, APPLICANTS, SHEET, MODE, RULES, RECUSALS, FORMS));
    /** 备页: pages that were drawn before the meeting, a file for a document; they are no documents and count as none. */
    private static final Pattern PREPARED = Pattern.compile("data/prepared/[0-9a-f]{64}\\.pages");
    private static final Pattern DOCUMENT = Pattern.compile("data/documents/[A-Za-z0-9_-]+\\.(pdf|jpg|png|tif|docx|xlsx|doc|xls)");
    private static final Map<String, String> LISTS = Map.of(PEOPLE, "people", APPLICANTS, "applicants", RECUSALS, "recusals");

    /**
     * What the reading came to: the meeting where nothing was wrong, and everything that was noticed either way.
     *
     * @param forms 表格模板 of the meeting as they stand in its file; nothing where it has none
     */
    public record Reading(Optional<MeetingFile> meeting, List<Finding> findings, String forms) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    private final BagReader bag;
    private final Findings findings;

    private MeetingFolder(BagReader bag, Findings findings) {
        this.bag = bag;
        this.findings = findings;
    }

    /** Whether a document may be called so. */
    static boolean isDocument(String path) {
        return DOCUMENT.matcher(path).matches();
    }

    public static boolean isPrepared(String path) {
        return PREPARED.matcher(path).matches();
    }

    /** Where a file of prepared pages stands. */
    public static String prepared(String name) {
        return "data/prepared/" + name + ".pages";
    }

    /** Whatever the folder says, the answer is a value; nothing in it makes this throw. */
    public static Reading read(Path folder) {
        return read(folder, Optional.empty());
    }

    /** @param sm3 where the list of SM3 sums is to be held against the files as well */
    public static Reading read(Path folder, Optional<Supplier<MessageDigest>> sm3) {
        return read(folder, sm3, Pulse.SILENT);
    }

    public static Reading read(Path folder, Optional<Supplier<MessageDigest>> sm3, Pulse pulse) {
        var findings = new Findings();
        try {
            return read(new BagReader(new BagBytes(folder.toRealPath(), JSON_FILES, findings, pulse), sm3, findings), findings);
        } catch (IOException e) {
            findings.error("folder-missing");
            return new Reading(Optional.empty(), findings.all(), "");
        }
    }

    /** The same of what passes by; only what stands in the way of passing is thrown. */
    public static Reading read(Passage passage, Optional<Supplier<MessageDigest>> sm3) throws IOException {
        var findings = new Findings();
        return read(new BagReader(PassingBag.of(passage, JSON_FILES, sm3, findings), sm3, findings), findings);
    }

    private static Reading read(BagReader bag, Findings findings) {
        var meeting = bag.verify() ? new MeetingFolder(bag, findings).meeting() : Optional.<MeetingFile>empty();
        boolean forms = meeting.isPresent() && bag.payload().containsKey(FORMS);
        return new Reading(meeting, findings.all(), forms ? new String(bag.verified(FORMS), StandardCharsets.UTF_8) : "");
    }

    private Optional<MeetingFile> meeting() {
        for (var file : JSON_FILES) {
            if (!MAY_BE_MISSING.contains(file) && !bag.payload().containsKey(file)) findings.error("file-missing", "file", file);
        }
        if (findings.failed()) return Optional.empty();
        var meeting = fields(MEETING);
        if (meeting.isEmpty() || !formatIsKnown(meeting.get())) return Optional.empty();
        var sheet = ruleBook(SHEET, RuleBookFiles::sheet);
        var mode = ruleBook(MODE, RuleBookFiles::mode);
        var rules = ruleBook(RULES, RuleBookFiles::profile);
        checkForms();
        if (findings.failed()) return Optional.empty();
        var file = new MeetingFile(MeetingFields.meeting(meeting.get()),
                list(PEOPLE, MeetingFields::person), list(APPLICANTS, ApplicantFields::applicant),
                sheet.orElseThrow(), mode.orElseThrow(), rules.orElseThrow(),
                bag.payload().containsKey(RECUSALS) ? list(RECUSALS, MeetingFields::recusal) : List.of(), bag.payload());
        if (!findings.failed()) new Completeness(file, findings).check();
        return findings.failed() ? Optional.empty() : Optional.of(file);
    }

    private void checkForms() {
        if (!bag.payload().containsKey(FORMS)) return;
        var wrong = wrongLine(bag.verified(FORMS));
        if (wrong.isPresent()) findings.error("form-template-malformed", "file", FORMS, "line", Integer.toString(wrong.getAsInt()));
    }

    /** At which line a file is no set of form templates; empty where it is one. */
    public static OptionalInt wrongLine(byte[] forms) {
        return forms.length > MOST_FORMS ? OptionalInt.of(0) : MaskPlans.wrongLine(forms);
    }

    private <T> List<T> list(String file, Function<Fields, T> read) {
        return Listed.read(bag.verified(file), file, LISTS.get(file), read, findings);
    }

    private Optional<Fields> fields(String file) {
        try {
            var json = CanonicalJson.read(bag.verified(file));
            if (json instanceof Json.Obj object) return Optional.of(new Fields(object, file, "", findings));
            findings.error("field-wrong-type", "file", file, "path", "", "found", Fields.classOf(json));
        } catch (BadJson e) {
            findings.error("json-malformed", "file", file);
        }
        return Optional.empty();
    }

    /** Sheets, modes and profiles are files of their own kind, wherever they come from. */
    private <T> Optional<T> ruleBook(String file, Function<byte[], T> read) {
        try {
            return Optional.of(read.apply(bag.verified(file)));
        } catch (BadJson e) {
            if (e.kind() == BadJson.Kind.OTHER_FORMAT) findings.error("format-unknown", "file", file, "known", e.expected());
            else if (e.path().isEmpty()) findings.error("json-malformed", "file", file);
            else findings.error("field-misfit", "file", file, "path", e.path(), "expected", e.expected());
            return Optional.empty();
        }
    }

    /**
     * A newer format may mean something else by the same fields, so it is refused before they are read. In the one before, nobody
     * meant anything by a list of recusals, and a list that only some read is worse than none.
     */
    private boolean formatIsKnown(Fields meeting) {
        var format = meeting.text("format");
        if (format.equals(MeetingFile.FORMAT)) return true;
        if (!format.equals(MeetingFile.EARLIER_FORMAT)) findings.error("format-unknown", "file", MEETING, "known", MeetingFile.FORMAT);
        else if (bag.payload().containsKey(RECUSALS)) findings.error("file-unexpected", "file", RECUSALS, "known", MeetingFile.FORMAT);
        return !findings.failed();
    }

    /** What the last step of reading would say of a meeting that is not written yet; its files are those that the bag holds so far. */
    public static List<Finding> complete(MeetingFile file) {
        var findings = new Findings();
        new Completeness(file, findings).check();
        return findings.all();
    }

    /**
     * Writes the descriptions of a meeting into a bag whose documents are there already. The files of the given value are not
     * looked at: the bag knows what it holds.
     */
    public static void describe(MeetingFile file, BagWriter bag) throws IOException {
        bag.put(MEETING, CanonicalJson.bytes(MeetingJson.meeting(file.meeting())));
        bag.put(PEOPLE, CanonicalJson.bytes(MeetingJson.list(file.people(), MeetingJson::person)));
        bag.put(APPLICANTS, CanonicalJson.bytes(MeetingJson.list(file.applicants(), MeetingJson::applicant)));
        bag.put(SHEET, RuleBookFiles.bytes(file.sheet()));
        bag.put(MODE, RuleBookFiles.bytes(file.mode()));
        bag.put(RULES, RuleBookFiles.bytes(file.rules()));
        if (!file.recusals().isEmpty()) bag.put(RECUSALS, CanonicalJson.bytes(MeetingJson.list(file.recusals(), MeetingJson::recusal)));
    }
}
