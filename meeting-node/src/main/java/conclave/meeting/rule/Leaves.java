package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Sheet.Gathering;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which indicators experts mark in which stage. */
public final class Leaves {

    private Leaves() {
    }

    /** The indicators that experts mark in this stage, in the order of the sheet. */
    public static List<Indicator> of(Sheet sheet, Mode mode, String stage) {
        return marked(sheet).stream().filter(leaf -> stageOf(leaf, mode).map(stage::equals).orElse(false)).toList();
    }

    public static List<Indicator> marked(Sheet sheet) {
        var leaves = new ArrayList<Indicator>();
        gather(sheet.indicators(), leaves);
        return leaves;
    }

    private static List<Indicator> marked(List<Indicator> indicators) {
        var leaves = new ArrayList<Indicator>();
        gather(indicators, leaves);
        return leaves;
    }

    /** Where the sheet does not say, in the first stage in which scores are given. */
    public static Optional<String> stageOf(Indicator leaf, Mode mode) {
        return leaf.stage().or(() -> firstStage(mode));
    }

    public static Optional<String> firstStage(Mode mode) {
        return mode.stages().stream().filter(Stage.Scoring.class::isInstance).map(Stage::code).findFirst();
    }

    /** Whether marks simply add up: no weight, no choice of the best and no cap on the way to the whole. */
    static boolean onlyAdd(Sheet sheet) {
        return sheet.indicators().stream().allMatch(Leaves::onlyAdds) && reach(sheet.indicators()).compareTo(sheet.total()) <= 0;
    }

    private static boolean onlyAdds(Indicator node) {
        if (marked(List.of(node)).isEmpty() || node.children().isEmpty()) return true;
        return node.gathering() == Gathering.SUM && reach(node.children()).compareTo(node.max()) <= 0
                && node.children().stream().allMatch(Leaves::onlyAdds);
    }

    private static BigDecimal reach(List<Indicator> nodes) {
        return nodes.stream().filter(node -> node.kind() != Kind.BONUS && node.kind() != Kind.DEDUCTION).map(Indicator::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a mark counts with on its way to the whole: the product of the weights above it. */
    public static BigDecimal weight(Sheet sheet, String code) {
        return weight(sheet.indicators(), code, BigDecimal.ONE).orElse(BigDecimal.ONE);
    }

    private static Optional<BigDecimal> weight(List<Indicator> nodes, String code, BigDecimal above) {
        for (var node : nodes) {
            if (node.code().equals(code)) return Optional.of(above);
            for (var child : node.children()) {
                var own = node.gathering() == Gathering.WEIGHTED ? above.multiply(child.weight().orElse(BigDecimal.ONE)) : above;
                var found = weight(List.of(child), code, own);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    /** Whether some indicator waits for what a ballot comes to. */
    public static boolean fedByVotes(Sheet sheet) {
        return fedByVotes(sheet.indicators());
    }

    private static boolean fedByVotes(List<Indicator> nodes) {
        return nodes.stream().anyMatch(node -> node.source().orElse(null) instanceof PassRate || fedByVotes(node.children()));
    }

    private static void gather(List<Indicator> indicators, List<Indicator> leaves) {
        for (var indicator : indicators) {
            if (indicator.children().isEmpty() && (indicator.kind() == Kind.EXPERT || indicator.kind() == Kind.MIXED)) leaves.add(indicator);
            gather(indicator.children(), leaves);
        }
    }
}
