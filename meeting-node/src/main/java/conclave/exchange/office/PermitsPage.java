package conclave.exchange.office;

import conclave.exchange.MeetingFile.Approval;
import conclave.exchange.MeetingFile.Permits;
import conclave.exchange.MeetingFile.Waiver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 批准与备案 as the page 会议 has them. Whether they are enough the whole is asked later. */
final class PermitsPage {

    private PermitsPage() {
    }

    /** Nothing where every line is empty: a committee that needs no paper has none. */
    static Optional<Permits> of(Entry page) {
        var number = page.maybe("approvalNumber");
        var until = page.date("approvalUntil", Optional.empty());
        var before = page.maybe("filedBefore");
        var forMeeting = page.maybe("filedForMeeting");
        var reason = page.maybe("waiverReason");
        var persons = page.maybe("waiverPersons").map(PermitsPage::persons).orElse(List.of());
        if (Stream.of(number, until, before, forMeeting, reason).allMatch(Optional::isEmpty) && persons.isEmpty()) return Optional.empty();
        // A number without its last day is no approval that anybody could hold against the meeting's days.
        var approval = number.isPresent() && until.isPresent() ? Optional.of(new Approval(number.get(), until.get())) : Optional.<Approval>empty();
        return Optional.of(new Permits(approval, before, forMeeting, reason.map(why -> new Waiver(why, persons))));
    }

    private static List<String> persons(String written) {
        return Arrays.stream(written.split("[;；、,，]")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }
}
