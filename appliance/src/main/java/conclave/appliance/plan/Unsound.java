package conclave.appliance.plan;

import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One sentence about a folder that cannot be read as a meeting: the first error, and how many there are. */
final class Unsound {

    /** Without this file a folder is somebody else's, whatever lies in it. */
    private static final String FIRST = "bagit.txt";

    private static final Pattern RECUSAL = Pattern.compile("recusals\\[([0-9]{1,6})]");

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
        if (RECUSAL.matcher(first.facts().getOrDefault("path", "")).lookingAt()) return recusal(folder, first);
        return unsound(folder, errors.size(), first.code(), first.facts().getOrDefault("file", "") + " " + first.facts().getOrDefault("path", ""));
    }

    private static Finding recusal(Path folder, conclave.exchange.Finding first) {
        var line = RECUSAL.matcher(first.facts().get("path"));
        if (!line.lookingAt()) throw new IllegalStateException(first.toString());
        return Finding.of(Matter.RECUSALS_UNSOUND).with("folder", folder).with("line", Integer.parseInt(line.group(1)) + 1)
                .with("code", first.code()).with("why", why(first.code()));
    }

    private static String why(String code) {
        return switch (code) {
            case "recusal-expert-unknown" -> "没有这个代码的专家";
            case "recusal-of-no-expert" -> "此人不是评审专家，也不是候补专家";
            case "recusal-applicant-unknown" -> "没有这个代码的申报人";
            case "recusal-twice" -> "同一专家对同一申报人已经登记过";
            case "value-not-allowed" -> "回避事由不在规定之列";
            case "text-too-long" -> "说明超过500字";
            default -> "填写不合格式";
        };
    }

    private static Finding unsound(Path folder, int errors, String code, String place) {
        return Finding.of(Matter.MEETING_UNSOUND).with("folder", folder).with("errors", errors).with("code", code)
                .with("place", place.isBlank() ? "-" : place.strip());
    }
}
