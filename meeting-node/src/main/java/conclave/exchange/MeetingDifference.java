package conclave.exchange;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.AmendmentFile.Change;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What lies between a meeting as it was sent and as it is now. An amendment carries applicants and their files; whatever else differs is
 * named and needs another way.
 */
public final class MeetingDifference {

    private MeetingDifference() {
    }

    /** @param beyond codes for what an amendment does not carry, with the applicant's code where it is about one */
    public record Difference(AmendmentFile amendment, List<Finding> beyond) {
        public Difference {
            beyond = List.copyOf(beyond);
        }
    }

    public static Difference between(MeetingFile base, MeetingFile now, String basis) {
        var findings = new Findings();
        beyond(base, now, findings);
        var before = byCode(base);
        var changes = new ArrayList<Change>();
        for (var applicant : now.applicants()) {
            var was = Optional.ofNullable(before.remove(applicant.code()));
            if (was.isEmpty()) changes.add(new Change(was, applicant));
            else if (!face(was.get(), base.files()).equals(face(applicant, now.files()))) changed(was.get(), applicant, changes, findings);
        }
        before.keySet().forEach(code -> findings.error("amendment-applicant-removed", "applicant", code));
        return new Difference(amendment(base, now, basis, changes), findings.all());
    }

    private static void changed(Applicant was, Applicant now, List<Change> changes, Findings findings) {
        if (!was.room().equals(now.room())) findings.error("amendment-applicant-moved", "applicant", now.code());
        changes.add(new Change(Optional.of(was), now));
    }

    private static void beyond(MeetingFile base, MeetingFile now, Findings findings) {
        other(findings, MeetingFolder.MEETING, MeetingJson.meeting(uncounted(base.meeting())), MeetingJson.meeting(uncounted(now.meeting())));
        other(findings, MeetingFolder.PEOPLE, MeetingJson.list(base.people(), MeetingJson::person), MeetingJson.list(now.people(), MeetingJson::person));
        other(findings, MeetingFolder.RECUSALS, MeetingJson.list(base.recusals(), MeetingJson::recusal), MeetingJson.list(now.recusals(), MeetingJson::recusal));
        if (!base.sheet().equals(now.sheet())) findings.error("amendment-other-part", "file", MeetingFolder.SHEET);
        if (!base.mode().equals(now.mode())) findings.error("amendment-other-part", "file", MeetingFolder.MODE);
        if (!base.rules().equals(now.rules())) findings.error("amendment-other-part", "file", MeetingFolder.RULES);
    }

    private static void other(Findings findings, String file, Json before, Json now) {
        if (!CanonicalJson.text(before).equals(CanonicalJson.text(now))) findings.error("amendment-other-part", "file", file);
    }

    /** How many there are follows from the rest. */
    private static Meeting uncounted(Meeting m) {
        return m.with(new Expected(0, 0, 0, 0));
    }

    /** Every file gets the name of its content, so that the same one is known again; what the dossier did not hold before comes along. */
    private static AmendmentFile amendment(MeetingFile base, MeetingFile now, String basis, List<Change> changes) {
        var files = new TreeMap<String, PayloadFile>();
        var brought = new TreeSet<String>();
        var named = new ArrayList<Change>();
        for (var change : changes) {
            var was = change.before().map(one -> named(one, base.files(), files));
            var is = named(change.after(), now.files(), files);
            is.documents().forEach(document -> brought.add(document.file()));
            was.ifPresent(one -> one.documents().forEach(document -> brought.remove(document.file())));
            named.add(new Change(was, is));
        }
        return new AmendmentFile(basis, named, files, List.copyOf(brought));
    }

    private static Applicant named(Applicant applicant, SortedMap<String, PayloadFile> from, SortedMap<String, PayloadFile> into) {
        return each(applicant, document -> {
            var file = from.get(document.file());
            var path = AmendmentFolder.document(file.sha256(), document.file());
            into.put(path, new PayloadFile(path, file.bytes(), file.sha256()));
            return new Document(path, document.title(), document.kind(), document.pages());
        });
    }

    /** The meeting as it is once the amendment is in force; late applicants come last. */
    public static MeetingFile applied(MeetingFile base, AmendmentFile amendment) {
        var files = new TreeMap<>(base.files());
        var late = new TreeMap<String, Applicant>();
        for (var change : amendment.changes()) late.put(change.after().code(), change.after());
        var applicants = new ArrayList<Applicant>();
        for (var applicant : base.applicants()) {
            var after = late.remove(applicant.code());
            if (after != null) applicant.documents().forEach(document -> files.remove(document.file()));
            applicants.add(after == null ? applicant : after);
        }
        for (var change : amendment.changes()) {
            if (late.containsKey(change.after().code())) applicants.add(change.after());
            change.after().documents().forEach(document -> files.put(document.file(), amendment.files().get(document.file())));
        }
        var documents = applicants.stream().flatMap(applicant -> applicant.documents().stream()).map(document -> files.get(document.file())).toList();
        var expected = new Expected(base.people().size(), applicants.size(), documents.size(), documents.stream().mapToLong(PayloadFile::bytes).sum());
        return new MeetingFile(base.meeting().with(expected), base.people(), applicants, base.sheet(), base.mode(), base.rules(), base.recusals(), files);
    }

    /** Whether two meetings say the same of everybody, in whatever order. */
    public static boolean same(MeetingFile one, MeetingFile other) {
        return faces(one).equals(faces(other));
    }

    private static TreeMap<String, String> faces(MeetingFile file) {
        var faces = new TreeMap<String, String>();
        file.applicants().forEach(applicant -> faces.put(applicant.code(), face(applicant, file.files())));
        return faces;
    }

    private static Applicant each(Applicant a, UnaryOperator<Document> change) {
        return a.with(a.documents().stream().map(change).toList());
    }

    private static TreeMap<String, Applicant> byCode(MeetingFile file) {
        var byCode = new TreeMap<String, Applicant>();
        file.applicants().forEach(applicant -> byCode.put(applicant.code(), applicant));
        return byCode;
    }

    /** Everything about somebody, whatever their files are called. */
    public static String face(Applicant applicant, SortedMap<String, PayloadFile> files) {
        return CanonicalJson.text(MeetingJson.applicant(each(applicant, document -> {
            var filed = AmendmentFile.filed(document, files);
            return new Document(filed.sha256() + " " + filed.bytes(), document.title(), document.kind(), document.pages());
        })));
    }
}
