package conclave.meeting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.tally.Provisional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rank that something changes: a recusal, a swap, another sheet. Ranks are those that would come out if all were counted now. */
public record RankChange(RoomId room, ApplicantId applicant, Optional<Integer> rankBefore, Optional<Integer> rankAfter,
                         Optional<BigDecimal> totalBefore, Optional<BigDecimal> totalAfter) {

    /** Every applicant of every room whose rank is another afterwards. */
    public static List<RankChange> between(Meeting before, Meeting after) {
        return between(before, after, before.intake().register().orElseThrow().rooms().values().stream().map(Item.Room::id).toList());
    }

    static List<RankChange> between(Meeting before, Meeting after, List<RoomId> rooms) {
        return rooms.stream().flatMap(room -> between(before, after, room).stream()).toList();
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
