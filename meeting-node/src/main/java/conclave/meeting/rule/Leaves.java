package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.event.Sheet.PassRate;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which indicators experts mark in which stage. */
public final class Leaves {

    private Leaves() {
    }

    /** The indicators that experts mark in this stage, in the order of the sheet. */
    public static List<Indicator> of(Sheet sheet, Mode mode, String stage) {
        var first = firstStage(mode);
        var leaves = new ArrayList<Indicator>();
        for (var leaf : marked(sheet)) {
            if (leaf.stage().or(() -> first).map(stage::equals).orElse(false)) leaves.add(leaf);
        }
        return leaves;
    }

    public static List<Indicator> marked(Sheet sheet) {
        return marked(sheet.indicators());
    }

    static List<Indicator> marked(List<Indicator> indicators) {
        var leaves = new ArrayList<Indicator>();
        gather(indicators, leaves);
        return leaves;
    }

    /** Where the sheet does not say, in the first stage in which scores are given. */
    public static Optional<String> stageOf(Indicator leaf, Mode mode) {
        return leaf.stage().or(() -> firstStage(mode));
    }

    public static Optional<String> firstStage(Mode mode) {
        for (var stage : mode.stages()) {
            if (stage instanceof Stage.Scoring) return Optional.of(stage.code());
        }
        return Optional.empty();
    }

    /** Whether some indicator waits for what a ballot comes to. */
    public static boolean fedByVotes(Sheet sheet) {
        return fedByVotes(sheet.indicators());
    }

    static boolean fedByVotes(List<Indicator> nodes) {
        return nodes.stream().anyMatch(node -> node.source().orElse(null) instanceof PassRate || fedByVotes(node.children()));
    }

    private static void gather(List<Indicator> indicators, List<Indicator> leaves) {
        for (var indicator : indicators) {
            if (indicator.children().isEmpty() && (indicator.kind() == Kind.EXPERT || indicator.kind() == Kind.MIXED)) leaves.add(indicator);
            gather(indicator.children(), leaves);
        }
    }
}
