package conclave.meeting;

import conclave.meeting.event.Event;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.RuleCommand;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.RuleEvent.SheetReplaced;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Leaves;
import conclave.meeting.rule.Marks;
import conclave.meeting.rule.RuleStage;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Score;
import conclave.meeting.tally.Recount;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A sheet is replaced while scores exist. Marks are carried over by the codes of their indicators; a score that the new
 * sheet understands stands as it is, every other goes back to its expert with what still fits as a draft. Rooms that have
 * signed off are not rewritten behind their backs; what others have counted is counted again, in the same breath.
 */
final class SheetChange {

    private SheetChange() {
    }

    static Verdict decide(Meeting meeting, PersonId actor, RuleCommand command) {
        var register = register(meeting);
        return switch (command) {
            case ProposeSheet c -> RuleStage.propose(register, meeting.book(), actor, c);
            case ApproveSheet c -> following(meeting, actor, RuleStage.approve(register, meeting.book(), actor, c));
        };
    }

    private static Verdict following(Meeting meeting, PersonId actor, Verdict verdict) {
        if (!(verdict instanceof Verdict.Yes yes) || yes.events().stream().noneMatch(SheetReplaced.class::isInstance)) return verdict;
        return following(meeting, actor, meeting.book().proposal().orElseThrow().sheet(), yes.events());
    }

    /** What comes after a sheet was replaced: scores go back, and what was counted is counted again. */
    static Verdict following(Meeting meeting, PersonId actor, Sheet sheet, List<Event> replaced) {
        var after = folded(meeting, actor, replaced);
        var events = new ArrayList<>(replaced);
        var rooms = meeting.book().roomsBy(register(meeting), sheet.code());
        if (rooms.stream().anyMatch(meeting.floor()::signedOff)) return Verdict.no(Code.ROUND_SIGNED_OFF);
        for (var round : meeting.floor().rounds().values()) {
            if (!rooms.contains(round.room())) continue;
            // Who has voted has voted on what stood there then.
            if (round.casting().isPresent()) return Verdict.no(Code.BALLOT_STANDS);
            var returned = returned(after, round, sheet);
            if (!returned.isEmpty() && !round.open()) return Verdict.no(Refusal.of(Code.ROUND_CLOSED).with("returned", returned.size()));
            events.addAll(returned);
        }
        return recounted(meeting, folded(after, actor, events.subList(replaced.size(), events.size())), rooms, events);
    }

    private static Verdict recounted(Meeting before, Meeting after, List<RoomId> rooms, List<Event> events) {
        for (var room : rooms) {
            var recount = Recount.of(after.walk(), after.tallies(), room, before.floor());
            if (recount.missed()) return Verdict.no(Refusal.of(Code.CANDIDATES_WOULD_CHANGE).with("room", room.value()));
            events.addAll(recount.events());
        }
        return new Verdict.Yes(events);
    }

    private static Register register(Meeting meeting) {
        return meeting.intake().register().orElseThrow();
    }

    static Meeting folded(Meeting meeting, PersonId actor, List<Event> events) {
        for (var event : events) meeting = Meeting.evolve(meeting, new Fact(meeting.clock(), actor, "", "", event));
        return meeting;
    }

    private static boolean concerns(Meeting meeting, ApplicantId applicant, Sheet sheet) {
        return meeting.book().sheetFor(register(meeting), applicant).code().equals(sheet.code());
    }

    private static List<Event> returned(Meeting after, Round round, Sheet sheet) {
        var leaves = Leaves.of(sheet, after.book().mode(), round.stage());
        var events = new ArrayList<Event>();
        for (var row : round.sheets().scores()) {
            var applicant = row.getKey();
            if (!concerns(after, applicant, sheet)) continue;
            var bases = after.book().countedOf(applicant).points();
            for (var given : row.getValue()) {
                var typed = typed(given.getValue());
                if (given.getValue().voided() || Marks.read(leaves, bases, typed) instanceof Marks.Good) continue;
                events.add(new ScoreReturned(round.id(), given.getKey(), applicant, given.getValue().revision(), Marks.kept(leaves, bases, typed)));
            }
        }
        return events;
    }

    static TreeMap<String, String> typed(Score score) {
        var typed = new TreeMap<String, String>();
        score.marks().forEach((code, mark) -> typed.put(code, mark.toPlainString()));
        return typed;
    }
}
