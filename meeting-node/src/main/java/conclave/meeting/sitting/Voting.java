package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingEvent.PaperCast;
import conclave.meeting.event.SittingEvent.PapersCounted;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.Comparator;
import java.util.TreeSet;

/** 票决: papers are cast once, by those to whom they were issued, while the ballot is open. */
final class Voting {

    private Voting() {
    }

    static Verdict cast(Judges judges, PersonId voter, CastPaper c) {
        var round = judges.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        if (!(judges.stage(round.get()) instanceof Balloting ballot)) return Verdict.no(Code.NOT_A_BALLOT);
        var casting = round.get().casting().orElseThrow();
        if (casting.secrecy() != Secrecy.NAMED) return Verdict.no(Code.NOT_A_BALLOT);
        if (!casting.electors().contains(voter)) return Verdict.no(Code.NOT_AN_ELECTOR);
        if (!round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        if (judges.floor().sitting(round.get().room()).isEmpty()) return Verdict.no(Code.SITTING_NOT_OPEN);
        if (!judges.floor().present(round.get().room(), voter)) return Verdict.no(Code.NOT_PRESENT);
        if (casting.papers().has(voter)) return Verdict.no(Code.ALREADY_CAST);
        var mine = round.get().candidates().stream().filter(applicant -> !judges.floor().recused(voter, applicant)).toList();
        var wrong = Paper.wrong(ballot, mine, c.paper());
        return wrong.isPresent() ? Verdict.no(wrong.get()) : Verdict.yes(new PaperCast(c.round(), voter, c.paper()));
    }

    /** 计票: read off the papers by somebody who runs, chairs or watches over the room. */
    static Verdict count(Judges judges, PersonId teller, CountPapers c) {
        var round = judges.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var room = round.get().room();
        if (!tells(judges.register(), teller, room)) return Verdict.no(Rights.not("countPapers").orElseThrow());
        if (!(judges.stage(round.get()) instanceof Balloting ballot)) return Verdict.no(Code.NOT_A_BALLOT);
        if (round.get().casting().orElseThrow().secrecy() != Secrecy.PAPER) return Verdict.no(Code.NOT_A_BALLOT);
        if (!round.get().open()) return Verdict.no(Code.ROUND_CLOSED);
        if (!adds(ballot, round.get(), c) || !byThoseWhoMay(judges.floor(), ballot, round.get(), c)) return Verdict.no(Refusal.of(Code.PAPER_INVALID).with("wrong", "sum"));
        // In one order, so that two tellers who read the same say the same.
        var lines = c.lines().stream().sorted(Comparator.comparing(Counted::applicant)).toList();
        return Verdict.yes(new PapersCounted(c.round(), teller, c.returned(), c.invalid(), lines));
    }

    private static boolean tells(Register register, PersonId teller, RoomId room) {
        return register.holds(teller, Role.SECRETARY, room) || register.holds(teller, Role.CHAIR, room)
                || register.holds(teller, Role.SUPERVISOR, room);
    }

    /** One line for each candidate, and no more marks than so many valid papers can hold. */
    private static boolean adds(Balloting ballot, Round round, CountPapers c) {
        if (c.returned() < 0 || c.invalid() < 0 || c.invalid() > c.returned()) return false;
        var valid = (long) c.returned() - c.invalid();
        var seen = new TreeSet<ApplicantId>();
        for (var line : c.lines()) {
            if (line.yes() < 0 || line.against() < 0 || line.abstained() < 0 || !seen.add(line.applicant())) return false;
        }
        if (!seen.equals(new TreeSet<>(round.candidates()))) return false;
        var yes = c.lines().stream().mapToLong(Counted::yes).sum();
        var onlyYes = c.lines().stream().allMatch(line -> line.against() == 0 && line.abstained() == 0);
        return switch (ballot.form()) {
            case APPROVE -> c.lines().stream().allMatch(line -> (long) line.yes() + line.against() + line.abstained() <= valid);
            case CHOOSE -> onlyYes && c.lines().stream().allMatch(line -> line.yes() <= valid) && yes <= valid * ballot.choose();
            case RANK -> onlyYes && c.lines().stream().allMatch(line -> line.yes() <= valid * seen.size()) && yes <= valid * allPoints(seen.size());
        };
    }

    /** Whoever is recused from a name has no mark to give it. A paper too many makes the ballot void, and is told as it is. */
    private static boolean byThoseWhoMay(Floor floor, Balloting ballot, Round round, CountPapers c) {
        var electors = round.casting().orElseThrow().electors();
        if (c.returned() > electors.size()) return true;
        return c.lines().stream().allMatch(line -> {
            var may = electors.stream().filter(elector -> !floor.recused(elector, line.applicant())).count();
            return (long) line.yes() + line.against() + line.abstained() <= (ballot.form() == Form.RANK ? may * c.lines().size() : may);
        });
    }

    /** What one paper gives in all, where an order is voted: as many points as there are names for the first place, one for the last. */
    private static long allPoints(int names) {
        return (long) names * (names + 1) / 2;
    }
}
