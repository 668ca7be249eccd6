package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.rule.sheet.Caps;
import java.util.List;
import java.util.Optional;

/**
 * Under a cap that can cut, or a choice, the marks of one stage may stand beside what was counted, and nothing that comes
 * later: a stage that has signed must not be worth less or more because of what another stage or a vote says.
 */
record OneStage(Mode mode, Notes notes) {

    void check(List<Indicator> indicators, String at) {
        for (int i = 0; i < indicators.size(); i++) {
            var here = at + "[" + i + "]";
            if (Caps.bind(indicators.get(i))) alone(indicators.get(i), here);
            check(indicators.get(i).children(), here + ".children");
        }
    }

    private void alone(Indicator group, String at) {
        var leaves = Leaves.marked(List.of(group));
        var stages = leaves.stream().map(leaf -> Leaves.stageOf(leaf, mode)).flatMap(Optional::stream).distinct().sorted().toList();
        if (stages.size() > 1) notes.error("stages-under-one-cap", at, "indicator", group.code(), "stages", String.join("、", stages));
        if (!leaves.isEmpty() && Leaves.fedByVotes(List.of(group))) notes.error("vote-under-one-cap", at, "indicator", group.code());
    }
}
