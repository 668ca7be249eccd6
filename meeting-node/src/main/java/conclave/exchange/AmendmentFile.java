package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A meeting's package is changed after it was sent: format {@code conclave-amendment 1}, described in {@code docs/formats/amendment.md}.
 * Whoever applies already stands in it as they were and as they are to be, so that it shows what it does and fits nothing else.
 *
 * @param basis the package that it amends
 * @param files every file that one of its dossiers names, before or after
 * @param brought the paths of those that come with it
 */
public record AmendmentFile(String basis, List<Change> changes, SortedMap<String, PayloadFile> files, List<String> brought) {

    public static final String FORMAT = "conclave-amendment 1";

    /** More applicants, or more bytes about them, are another meeting package, and no entry of the log. */
    public static final int MOST_CHANGES = 60;
    public static final int MOST_BYTES = 96 << 10;

    /** @param before nothing where somebody comes late */
    public record Change(Optional<Applicant> before, Applicant after) {
    }

    public AmendmentFile {
        changes = List.copyOf(changes);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        brought = List.copyOf(brought);
    }

    /** One file of a dossier, whatever it is called inside of a package. */
    public record Filed(String title, MeetingFile.DocumentKind kind, int pages, String sha256, long bytes) {
    }

    static Filed filed(Document document, SortedMap<String, PayloadFile> files) {
        var file = files.get(document.file());
        return new Filed(document.title(), document.kind(), document.pages(), file.sha256(), file.bytes());
    }

    public Filed filed(Document document) {
        return filed(document, files);
    }
}
