package conclave.exchange;

import conclave.meeting.rule.ModeCheck;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.SheetCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rule book itself says about the sheet, the mode and the profile of a package. */
final class RuleBookCheck {

    private final MeetingFile file;
    private final Findings findings;

    RuleBookCheck(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The sheet, ready to count, where nothing is wrong with it. */
    Optional<CompiledSheet> check() {
        var checked = SheetCheck.check(file.sheet());
        note(checked.findings(), MeetingFolder.SHEET, "", findings);
        for (var finding : ModeCheck.of(file.mode(), Optional.of(file.rules()), Optional.of(file.sheet()))) {
            var facts = new ArrayList<>(List.of("file", MeetingFolder.MODE, "path", finding.at()));
            finding.facts().forEach((name, value) -> facts.addAll(List.of(name, value)));
            note(finding.isError(), "rule-" + finding.code(), facts.toArray(String[]::new));
        }
        return checked.compiled();
    }

    /** Facts of applicants are named by the sheet's fields and never repeated: a finding carries no person's data. */
    static void note(List<conclave.meeting.rule.sheet.Finding> noted, String file, String at, Findings findings) {
        for (var finding : noted) {
            var code = "sheet-" + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
            var place = finding.place();
            var path = (at.isEmpty() ? place.part().name().toLowerCase(Locale.ROOT) : at) + (place.code().isEmpty() ? "" : "." + place.code())
                    + (place.aspect().isEmpty() ? "" : "." + place.aspect()) + (place.row() > 0 ? "[" + place.row() + "]" : "");
            if (finding.error()) findings.error(code, "file", file, "path", path);
            else findings.warning(code, "file", file, "path", path);
        }
    }

    private void note(boolean error, String code, String... facts) {
        if (error) findings.error(code, facts);
        else findings.warning(code, facts);
    }
}
