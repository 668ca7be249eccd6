package conclave.meeting.rule.sheet;

import conclave.meeting.event.Sheet;
import java.util.List;
import java.util.Optional;

/** Looks at a sheet before anybody is counted by it: everything that is wrong, each with its place; never an exception. */
public final class SheetCheck {

    private SheetCheck() {
    }

    /** {@code compiled} is there where nothing is an error. */
    public record Checked(List<Finding> findings, Optional<CompiledSheet> compiled) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    public static Checked check(Sheet sheet) {
        var findings = new Findings();
        Bounds.check(sheet, findings);
        // What is without bounds is not looked at any closer: the looking would have none either.
        if (findings.errors()) return new Checked(findings.all(), Optional.empty());
        WholeCheck.check(sheet, findings);
        FieldsCheck.check(sheet, findings);
        ChartsCheck.check(sheet, findings);
        TreeCheck.check(sheet, findings);
        var roots = new Binding(sheet, findings).branches();
        ReachCheck.check(sheet, findings);
        return new Checked(findings.all(), findings.errors() ? Optional.empty() : Optional.of(new CompiledSheet(sheet, roots)));
    }
}
