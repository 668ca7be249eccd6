package conclave.exchange;

import conclave.codec.CanonicalJson;
import conclave.exchange.AmendmentFile.Change;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Whether an amendment's parts fit together, and whether every file that is new came along. Whether it fits the meeting, the meeting says. */
final class AmendmentCompleteness {

    private final AmendmentFile amendment;
    private final SortedMap<String, PayloadFile> payload;
    private final Findings findings;

    AmendmentCompleteness(AmendmentFile amendment, SortedMap<String, PayloadFile> payload, Findings findings) {
        this.amendment = amendment;
        this.payload = payload;
        this.findings = findings;
    }

    void check() {
        var changes = amendment.changes();
        if (changes.isEmpty()) findings.error("amendment-empty", "file", AmendmentFolder.AMENDMENT);
        if (changes.size() > AmendmentFile.MOST_CHANGES || bytes() > AmendmentFile.MOST_BYTES) {
            findings.error("amendment-too-large", "file", AmendmentFolder.AMENDMENT);
            return;
        }
        var codes = new TreeSet<String>();
        var counts = new PageCounts(amendment.files(), findings);
        for (int i = 0; i < changes.size(); i++) {
            var at = "changes[" + i + "]";
            if (!codes.add(changes.get(i).after().code())) error("code-twice", at + ".after.code");
            check(changes.get(i), at);
            counts.check(changes.get(i).after(), AmendmentFolder.AMENDMENT, at + ".after");
        }
        if (!findings.failed()) checkFiles();
    }

    private long bytes() {
        return amendment.changes().stream().mapToLong(change -> CanonicalJson.bytes(MeetingJson.applicant(change.after())).length).sum();
    }

    private void check(Change change, String at) {
        var after = change.after();
        NameCheck.check(after.name(), AmendmentFolder.AMENDMENT, at + ".after.name", findings);
        IdNumber.check(after, at + ".after", findings);
        checkDocuments(after, at + ".after");
        change.before().ifPresent(before -> {
            checkDocuments(before, at + ".before");
            if (!before.code().equals(after.code())) error("amendment-other-applicant", at + ".after.code");
            if (!before.room().equals(after.room())) error("amendment-applicant-moved", at + ".after.room");
        });
    }

    private void checkDocuments(Applicant applicant, String at) {
        if (applicant.documents().isEmpty()) error("documents-missing", at + ".documents");
        for (int k = 0; k < applicant.documents().size(); k++) {
            var path = applicant.documents().get(k).file();
            var file = amendment.files().get(path);
            var there = at + ".documents[" + k + "].file";
            if (file == null) error("document-not-in-package", there);
            else if (!AmendmentFolder.isNamed(path, file)) error("document-name-refused", there);
        }
    }

    /** New to a dossier means brought; nothing else is brought, and what is, is what it is called. */
    private void checkFiles() {
        var fresh = new TreeSet<String>();
        amendment.changes().forEach(change -> {
            var own = paths(change.after().documents());
            change.before().ifPresent(before -> own.removeAll(paths(before.documents())));
            fresh.addAll(own);
        });
        fresh.stream().filter(path -> !payload.containsKey(path)).forEach(path -> findings.error("file-missing", "file", path));
        for (var path : amendment.brought()) {
            if (!fresh.contains(path)) findings.error("file-without-owner", "file", path);
            else if (!amendment.files().get(path).equals(payload.get(path))) findings.error("hash-differs", "file", path);
        }
    }

    private static TreeSet<String> paths(List<Document> documents) {
        var paths = new TreeSet<String>();
        documents.forEach(document -> paths.add(document.file()));
        return paths;
    }

    private void error(String code, String path) {
        findings.error(code, "file", AmendmentFolder.AMENDMENT, "path", path);
    }
}
