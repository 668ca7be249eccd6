package conclave.appliance.plan;

import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import java.nio.file.Path;
import java.util.List;

/** One sentence about a folder that cannot be read as a meeting: the first error, and how many there are. */
final class Unsound {

    /** Without this file a folder is somebody else's, whatever lies in it. */
    private static final String FIRST = "bagit.txt";

    private Unsound() {
    }

    static Finding said(Path folder, List<conclave.exchange.Finding> findings) {
        var errors = findings.stream().filter(conclave.exchange.Finding::isError).toList();
        // Only the first thousand findings are kept; all of them may be warnings.
        if (errors.isEmpty()) return unsound(folder, 1, "more-findings-left-out", "");
        var first = errors.getFirst();
        if (first.code().equals("folder-missing")) return Finding.of(Matter.MEETING_MISSING).with("folder", folder);
        if (errors.stream().anyMatch(it -> it.code().equals("file-missing") && FIRST.equals(it.facts().get("file")))) {
            return Finding.of(Matter.NO_MEETING).with("folder", folder).with("file", FIRST);
        }
        return unsound(folder, errors.size(), first.code(), first.facts().getOrDefault("file", "") + " " + first.facts().getOrDefault("path", ""));
    }

    private static Finding unsound(Path folder, int errors, String code, String place) {
        return Finding.of(Matter.MEETING_UNSOUND).with("folder", folder).with("errors", errors).with("code", code)
                .with("place", place.isBlank() ? "-" : place.strip());
    }
}
