package conclave.meeting;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Table;
import conclave.meeting.tally.Provisional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rank that something changes: a recusal, a swap, another sheet. Ranks are those that would come out if all were counted now. */
public record RankChange(RoomId room, ApplicantId applicant, Optional<Integer> rankBefore, Optional<Integer> rankAfter,
                         Optional<BigDecimal> totalBefore, Optional<BigDecimal> totalAfter) {

    /** What the order would change; nothing, where it is refused. The order itself is not carried out. */
    public static List<RankChange> of(Meeting meeting, Order order) {
        if (!(Meeting.decide(meeting, order) instanceof Decision.Accepted accepted)) return List.of();
        var after = meeting;
        for (var fact : accepted.facts()) after = Meeting.evolve(after, fact);
        return between(meeting, after);
    }

    /** Every applicant of every room whose rank is another afterwards. */
    public static List<RankChange> between(Meeting before, Meeting after) {
        var changes = new ArrayList<RankChange>();
        for (var room : before.intake().register().orElseThrow().rooms()) changes.addAll(between(before, after, room.getKey()));
        return changes;
    }

    private static List<RankChange> between(Meeting before, Meeting after, RoomId room) {
        Table<ApplicantId, Provisional> earlier = Table.empty();
        for (var one : Provisional.of(before.walk(), before.tallies(), room)) earlier = earlier.with(one.applicant(), one);
        var changes = new ArrayList<RankChange>();
        for (var one : Provisional.of(after.walk(), after.tallies(), room)) {
            var was = earlier.get(one.applicant()).orElseThrow();
            if (was.rank().equals(one.rank())) continue;
            changes.add(new RankChange(room, one.applicant(), was.rank(), one.rank(), was.total(), one.total()));
        }
        return changes;
    }
}
