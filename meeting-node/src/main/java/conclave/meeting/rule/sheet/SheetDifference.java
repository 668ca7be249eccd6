package conclave.meeting.rule.sheet;

import conclave.meeting.rule.sheet.AutoScore.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What another version of a sheet makes of the same applicant: indicator by indicator, by the codes that stay the same. */
public record SheetDifference(AutoScore before, AutoScore after, List<Change> changes) {

    /** Points that are absent: the indicator is not in that version. The sentences say how each came about. */
    public record Change(String code, String name, Optional<BigDecimal> before, Optional<BigDecimal> after,
                         String explainedBefore, String explainedAfter) {

        public boolean differs() {
            return before.isEmpty() || after.isEmpty() || before.get().compareTo(after.get()) != 0;
        }
    }

    public SheetDifference {
        changes = List.copyOf(changes);
    }

    public static SheetDifference between(CompiledSheet older, CompiledSheet newer, Inputs inputs) {
        var before = older.score(inputs);
        var after = newer.score(inputs);
        var changes = new ArrayList<Change>();
        var seen = new TreeSet<String>();
        var told = Explanation.of(older);
        var telling = Explanation.of(newer);
        for (var line : after.lines()) {
            seen.add(line.code());
            var was = before.line(line.code());
            changes.add(new Change(line.code(), line.name(), was.map(Line::points), Optional.of(line.points()),
                    was.map(told::sentence).orElse(""), telling.sentence(line)));
        }
        for (var line : before.lines()) {
            if (seen.contains(line.code())) continue;
            changes.add(new Change(line.code(), line.name(), Optional.of(line.points()), Optional.empty(), told.sentence(line), ""));
        }
        return new SheetDifference(before, after, changes);
    }

    public List<Change> differing() {
        return changes.stream().filter(Change::differs).toList();
    }
}
