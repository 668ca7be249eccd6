package conclave.exchange.office;

import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Screening;
import java.util.Optional;

/**
 * 材料筛查 as the page 会议 asks for it. Numbers that identify are hidden from experts under every policy, so a real meeting screens unless its
 * office says that it does not; one that hides names has no choice. Rehearsals open by themselves.
 */
final class ScreeningAsked {

    private ScreeningAsked() {
    }

    static Optional<Screening> of(Entry page, Kind kind, Policy policy) {
        var said = page.word("screening", false).map(Dictionary.Entry::code);
        boolean without = said.filter("none"::equals).isPresent();
        if (kind == Kind.REHEARSAL) return said.filter("required"::equals).map(_ -> Screening.REQUIRED);
        if (without && policy != Policy.REAL_NAME) page.error(Slip.SCREENING_NEEDED, "screening");
        return Optional.of(without ? Screening.NONE : Screening.REQUIRED);
    }
}
