package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a room that goes its way does next: somebody, and what they ask for. Marks and votes are left to chance. */
final class Conduct {

    record Step(PersonId who, Command command) {
    }

    private final Random chance;
    private final Supplier<SortedMap<String, String>> marks;
    private int named;

    Conduct(Random chance, Supplier<SortedMap<String, String>> marks) {
        this.chance = chance;
        this.marks = marks;
    }

    /** Nothing, where the room waits for others or is through. */
    Optional<Step> next(Meeting meeting, int room) {
        var id = TestPackage.room(room);
        var walk = meeting.walk();
        var secretary = TestPackage.secretary(room);
        if (walk.candidates(id).isEmpty()) return Optional.empty();
        var round = meeting.floor().round(id);
        if (meeting.floor().signedOff(id)) return Optional.of(new Step(TestPackage.REGISTRAR, new SealMeeting()));
        if (walk.idle(id)) return Optional.of(new Step(TestPackage.chair(room), new SignWithoutRound(id))).filter(_ -> walk.answers(id));
        if (round.filter(Round::open).isPresent()) return Optional.of(within(meeting, room, round.get()));
        if (round.filter(closed -> !closed.counted()).isPresent()) return Optional.of(new Step(secretary, new ComputeTally(round.get().id())));
        if (walk.finished(id)) return Optional.of(new Step(TestPackage.chair(room), new SignOff(round.orElseThrow().id())));
        return walk.panelsWaitedFor(id) > 0 ? Optional.empty()
                : Optional.of(new Step(secretary, new OpenRound(id, new RoundId("rnd_opened" + (1000 + ++named) + "in" + room), "chance" + chance.nextInt())));
    }

    private Step within(Meeting meeting, int room, Round round) {
        return round.casting().map(casting -> voting(meeting, room, round, casting)).orElseGet(() -> writing(meeting, room, round));
    }

    private Step writing(Meeting meeting, int room, Round round) {
        if (chance.nextInt(25) == 0) return new Step(TestPackage.secretary(room), new CallApplicant(round.id(), any(round.candidates())));
        var judges = new Judges(meeting.intake().register().orElseThrow(), meeting.book(), meeting.floor());
        var missing = new ArrayList<Step>();
        for (var applicant : round.candidates()) {
            for (var judge : judges.of(round, applicant)) {
                if (round.standing(applicant, judge).isPresent()) continue;
                var opinion = judges.stage(round) instanceof Stage.OpinionWriting;
                missing.add(new Step(judge, new SubmitScore(round.id(), applicant, round.revision(applicant, judge),
                        opinion ? new TreeMap<>() : marks.get(), opinion ? Optional.of(new Ciphertext("opinion")) : Optional.empty(),
                        Optional.of(meeting.intake().register().orElseThrow().version(applicant)))));
            }
        }
        return missing.isEmpty() ? closing(room, round) : any(missing);
    }

    private Step closing(int room, Round round) {
        return new Step(TestPackage.secretary(room), new CloseRound(round.id(), true, Optional.of(new Ciphertext("why"))));
    }

    private Step voting(Meeting meeting, int room, Round round, Casting casting) {
        return switch (casting.secrecy()) {
            case NAMED -> naming(meeting, room, round, casting);
            case PAPER -> counting(meeting, room, round, casting);
            case BLIND_TOKEN -> blind(meeting, room, round, casting);
        };
    }

    private Step naming(Meeting meeting, int room, Round round, Casting casting) {
        var missing = casting.electors().stream().filter(elector -> !casting.papers().has(elector)).toList();
        if (missing.isEmpty() || chance.nextInt(15) == 0) return closing(room, round);
        var voter = any(missing);
        var names = round.candidates().stream().filter(one -> !meeting.floor().recused(voter, one)).toList();
        return new Step(voter, new CastPaper(round.id(), paper(form(meeting, round), names)));
    }

    private SortedMap<String, String> paper(Form form, List<ApplicantId> names) {
        var paper = new TreeMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            switch (form) {
                case APPROVE -> paper.put(names.get(i).value(), List.of("yes", "yes", "against", "abstain").get(chance.nextInt(4)));
                case CHOOSE -> {
                    if (paper.isEmpty() && chance.nextInt(2) == 0) paper.put(names.get(i).value(), "yes");
                }
                case RANK -> paper.put(names.get(i).value(), Integer.toString(i + 1));
            }
        }
        return paper;
    }

    private Step counting(Meeting meeting, int room, Round round, Casting casting) {
        if (casting.agreed().isPresent()) return closing(room, round);
        var tellers = List.of(TestPackage.secretary(room), TestPackage.chair(room), TestPackage.SUPERVISOR);
        var papers = chance.nextInt(20) == 0 ? casting.electors().size() + 1 : casting.electors().size();
        var lines = new ArrayList<Counted>();
        for (var candidate : round.candidates()) {
            var yes = form(meeting, round) == Form.CHOOSE ? 1 : Math.floorMod(candidate.value().codePointAt(candidate.value().length() - 1), papers + 1);
            lines.add(new Counted(candidate, yes, 0, 0));
            if (form(meeting, round) == Form.CHOOSE) papers = Math.max(papers, lines.size());
        }
        return new Step(any(tellers), new CountPapers(round.id(), papers, chance.nextInt(4) == 0 ? papers : 0, lines));
    }

    private Step blind(Meeting meeting, int room, Round round, Casting casting) {
        var secretary = TestPackage.secretary(room);
        if (casting.issue().isEmpty()) return new Step(secretary, Blind.announcement(round.id()));
        var issue = casting.issue().get();
        if (issue.closed()) return chance.nextInt(6) == 0 ? closing(room, round) : new Step(secretary, box(meeting, round, issue.issued()));
        var missing = casting.electors().stream().filter(elector -> !issue.tokens().has(elector)).toList();
        if (missing.isEmpty()) return new Step(secretary, Blind.barrier(round.id()));
        return new Step(any(missing), Blind.asking(round.id(), 1 + chance.nextInt(9)));
    }

    private OpenBox box(Meeting meeting, Round round, int issued) {
        var returned = Math.max(0, issued - chance.nextInt(2) + (chance.nextInt(15) == 0 ? 2 : 0));
        var valid = returned;
        var isVoid = returned > issued || valid < meeting.book().profile().fewestSecret();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < round.candidates().size() && !isVoid; i++) {
            var yes = form(meeting, round) == Form.CHOOSE ? i == 0 ? valid : 0 : chance.nextInt(valid + 1);
            var times = form(meeting, round) == Form.CHOOSE ? List.of(valid - yes, yes) : List.of(0, yes, valid - yes);
            columns.add(new Column(round.candidates().get(i), times));
        }
        return new OpenBox(round.id(), Blind.tokens(returned), valid, columns);
    }

    private static Form form(Meeting meeting, Round round) {
        return ((Stage.Balloting) meeting.book().mode().stage(round.stage()).orElseThrow()).form();
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
