package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two dossiers may hold the same file, and then it has the same pages in both. Where they say otherwise one of them is wrong: its experts would
 * miss pages, or wait for some that are not there.
 */
final class PageCounts {

    private final Map<String, PayloadFile> files;
    private final Findings findings;
    /** By content. */
    private final TreeMap<String, Integer> pages = new TreeMap<>();

    PageCounts(Map<String, PayloadFile> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void check(Applicant applicant, String in, String at) {
        for (int k = 0; k < applicant.documents().size(); k++) {
            var document = applicant.documents().get(k);
            var file = files.get(document.file());
            if (file == null) continue;
            var said = pages.putIfAbsent(file.sha256(), document.pages());
            if (said == null || said == document.pages()) continue;
            findings.error("document-pages-differ", "file", in, "path", at + ".documents[" + k + "].pages",
                    "found", Integer.toString(document.pages()), "elsewhere", Integer.toString(said));
        }
    }
}
