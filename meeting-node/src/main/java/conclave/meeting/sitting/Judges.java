package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who writes about whom in a round: everybody who is not recused, or so many reviewers in turn. */
public record Judges(Register register, Book book, Floor floor) {

    public Stage stage(Round round) {
        return book.mode().stage(round.stage()).orElseThrow();
    }

    public List<PersonId> of(Round round, ApplicantId applicant) {
        return switch (stage(round)) {
            case Stage.Scoring s when s.reviewers() > 0 -> reviewers(round, s, applicant);
            case Stage.Scoring _, Stage.OpinionWriting _ -> judges(round, applicant, register.expertsOf(round.room()));
            case Stage.AutoScore _, Stage.Reading _, Stage.Ranking _, Stage.Cut _, Stage.Balloting _, Stage.SignOff _ -> List.of();
        };
    }

    /** Whether a sheet is wanted from this person; asked at every submission, so where all write nobody else's seat is looked at. */
    public boolean asks(Round round, ApplicantId applicant, PersonId person) {
        return switch (stage(round)) {
            case Stage.Scoring s when s.reviewers() > 0 -> reviewers(round, s, applicant).contains(person);
            case Stage.Scoring _, Stage.OpinionWriting _ -> !floor.recused(person, applicant) && writes(round, applicant, person);
            case Stage.AutoScore _, Stage.Reading _, Stage.Ranking _, Stage.Cut _, Stage.Balloting _, Stage.SignOff _ -> false;
        };
    }

    /** Whether this stage will ask the person about the applicant, as far as that can be said before its round opens. */
    boolean willAsk(RoomId room, Stage stage, ApplicantId applicant, PersonId person) {
        if (!(stage instanceof Stage.Scoring s) || s.reviewers() == 0) return !floor.recused(person, applicant);
        return inTurn(room, s, applicant).stream().filter(judge -> !floor.recused(judge, applicant)).limit(s.reviewers()).anyMatch(person::equals);
    }

    /** Only at their own seat does somebody's sheet lie, or at that of somebody who came after them. */
    private boolean writes(Round round, ApplicantId applicant, PersonId person) {
        for (var seat : register.expertsOf(round.room())) {
            var theirs = seat.equals(person) || floor.predecessors().has(seat);
            if (theirs && wrote(round, applicant, seat).equals(person)) return true;
        }
        return false;
    }

    /** Whoever sits there may judge, or has judged from there. */
    private List<PersonId> judges(Round round, ApplicantId applicant, List<PersonId> seats) {
        return seats.stream().map(seat -> wrote(round, applicant, seat)).filter(judge -> !floor.recused(judge, applicant)).toList();
    }

    /** Who has taken a seat stands for it, but for what was written there before and was kept. */
    private PersonId wrote(Round round, ApplicantId applicant, PersonId expert) {
        if (!floor.predecessors().has(expert)) return expert;
        for (var one = Optional.of(expert); one.isPresent(); one = floor.predecessors().get(one.get())) {
            if (round.standing(applicant, one.get()).isPresent() && !floor.recused(one.get(), applicant)) return one.get();
        }
        return expert;
    }

    /** How many sheets are waited for of those who may write about one applicant. */
    int wanted(Round round, List<PersonId> judges) {
        return stage(round) instanceof Stage.OpinionWriting opinions ? Math.min(judges.size(), opinions.fewest()) : judges.size();
    }

    /**
     * Reviewers go round the room with the applicants, so that everybody has as much to do. Who has written stays; who is
     * recused is passed over, and the next one takes the place. A round that calls one more asks the first who has not been.
     */
    private List<PersonId> reviewers(Round round, Stage.Scoring stage, ApplicantId applicant) {
        var turn = judges(round, applicant, inTurn(round.room(), stage, applicant));
        var wanted = extra(round, stage) ? 1 : stage.reviewers();
        var first = extra(round, stage) ? floor.before(round) : Optional.<Round>empty();
        var asked = first.map(before -> turn.stream().filter(judge -> !asked(before, applicant, judge)).toList()).orElse(turn);
        var wrote = asked.stream().filter(judge -> round.standing(applicant, judge).isPresent());
        var others = asked.stream().filter(judge -> round.standing(applicant, judge).isEmpty());
        return Stream.concat(wrote, others).limit(wanted).toList();
    }

    private boolean asked(Round first, ApplicantId applicant, PersonId judge) {
        return first.standing(applicant, wrote(first, applicant, judge)).isPresent();
    }

    private List<PersonId> inTurn(RoomId room, Stage.Scoring stage, ApplicantId applicant) {
        var experts = register.expertsOf(room);
        var place = register.applicants().get(applicant).orElseThrow().order() - 1;
        var turn = new ArrayList<PersonId>();
        for (int i = 0; i < experts.size(); i++) turn.add(experts.get(Math.floorMod(place * stage.reviewers() + i, experts.size())));
        return turn;
    }

    /** Whether this round calls one reviewer more, because the first ones were far apart. */
    public static boolean extra(Round round, Stage.Scoring stage) {
        return round.number() > 1 && stage.aggregation().divergence().map(d -> d.remedy() == Remedy.EXTRA_REVIEWER).orElse(false);
    }
}
