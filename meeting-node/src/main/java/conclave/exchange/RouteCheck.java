package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.Route;

/** 申报方式: whether the dossier holds what the chosen way of applying asks for. People decide, so nothing here is an error. */
final class RouteCheck {

    private final MeetingFile file;
    private final Findings findings;

    RouteCheck(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < file.applicants().size(); i++) check(file.applicants().get(i), "applicants[" + i + "].route");
    }

    private void check(Applicant applicant, String at) {
        var kinds = applicant.documents().stream().map(Document::kind).toList();
        applicant.route().material().filter(kind -> !kinds.contains(kind)).ifPresent(kind ->
                findings.warning("route-material-missing", "file", MeetingFolder.APPLICANTS, "path", at, "found", Words.word(applicant.route()),
                        "expected", Words.word(kind)));
        // The mode knows no way around the experts: whoever is in the package comes before them.
        if (applicant.route() == Route.RECOGNITION) findings.warning("route-still-judged", "file", MeetingFolder.APPLICANTS, "path", at);
    }
}
