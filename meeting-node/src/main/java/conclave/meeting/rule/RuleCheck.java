package conclave.meeting.rule;

import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Sheet;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.sheet.SheetCheck;
import java.util.List;
import java.util.Optional;

/** Whether the rules of a package can be lived by at all: the last gate before a meeting begins, whoever let it through. */
public final class RuleCheck {

    private RuleCheck() {
    }

    /** The first thing that is wrong: which file, what, and where in it. */
    public record Wrong(String file, String finding, String at) {
        public Refusal in(Refusal refusal) {
            return refusal.with("wrong", file).with("finding", finding).with("at", at);
        }
    }

    public static Optional<Wrong> wrong(Register register) {
        var mode = register.mode().orElseThrow();
        return wrong(register.profile().orElseThrow()).or(() -> first("mode", ModeCheck.of(mode)))
                .or(() -> register.sheets().values().stream().flatMap(sheet -> wrong(sheet, mode).stream()).findFirst());
    }

    private static Optional<Wrong> wrong(Profile profile) {
        return first("profile", ProfileCheck.of(profile));
    }

    static Optional<Wrong> wrong(Sheet sheet, Mode mode) {
        var checked = SheetCheck.check(sheet);
        if (checked.compiled().isPresent()) return first("sheetStages", SheetStages.check(mode, sheet));
        return checked.findings().stream().filter(finding -> finding.error()).findFirst()
                .map(finding -> new Wrong("sheet", finding.code().name(), finding.place().code()));
    }

    private static Optional<Wrong> first(String file, List<Finding> findings) {
        return findings.stream().filter(Finding::isError).findFirst().map(finding -> new Wrong(file, finding.code(), finding.at()));
    }
}
