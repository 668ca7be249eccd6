package conclave.web;

import conclave.meeting.event.Item;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.Points;
import conclave.meeting.rule.sheet.AutoScore;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Explanation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** Automatic points with the sentence that explains each. A sheet is read once, not once for every reader. */
final class Explained {

    record Point(String code, String name, Kind kind, BigDecimal points, String sentence) {
        /** Beside the base: what is added to it or taken from it. */
        boolean beside() {
            return kind == Kind.BONUS || kind == Kind.DEDUCTION;
        }
    }

    private record Ready(CompiledSheet sheet, Explanation explanation) {
    }

    private final Map<Sheet, Ready> ready = new WeakHashMap<>();

    List<Point> of(Sheet sheet, Item.Applicant applicant) {
        var read = ready(sheet);
        var score = Points.explained(read.sheet, applicant, new TreeMap<>());
        return score.lines().stream().filter(line -> counts(read.sheet, line))
                .map(line -> new Point(line.code(), line.name(), line.kind(), line.points(), read.explanation.sentence(line))).toList();
    }

    private synchronized Ready ready(Sheet sheet) {
        return ready.computeIfAbsent(sheet, one -> {
            var compiled = Points.compiled(one);
            return new Ready(compiled, Explanation.of(compiled));
        });
    }

    /** What was counted, indicator by indicator; groups only repeat it. */
    private static boolean counts(CompiledSheet sheet, AutoScore.Line line) {
        var leaf = sheet.indicator(line.code()).map(indicator -> indicator.children().isEmpty()).orElse(false);
        return leaf && (line.state() == AutoScore.State.COUNTED || line.kind() == Kind.MIXED);
    }
}
