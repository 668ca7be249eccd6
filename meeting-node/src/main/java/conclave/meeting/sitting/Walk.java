package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item.Description;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.intake.Permission;
import conclave.meeting.intake.Register;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A room's way through the mode: which stages are its own, who comes to them, and what has become of everybody so far. */
public record Walk(Register register, Book book, Floor floor) {

    private Mode mode() {
        return book.mode();
    }

    /** Panels go through the panel's stages, halls through those in plenary; a room without a hall goes through all. */
    public boolean walks(RoomId room, Stage stage) {
        var body = stage.sitting().orElse(stage instanceof Stage.SignOff ? Body.PLENARY : Body.PANEL);
        if (register.isHall(room)) return body == Body.PLENARY;
        return body == Body.PANEL || register.hallOf(room).equals(room);
    }

    /** The stages that only a sum or an order makes; nobody need come together for them. */
    public static boolean computed(Stage stage) {
        return stage instanceof Stage.Ranking || stage instanceof Stage.Cut;
    }

    private static boolean gathers(Stage stage) {
        return stage instanceof Stage.OpinionWriting || stage instanceof Stage.Scoring || stage instanceof Stage.Balloting;
    }

    public Course course(RoomId room) {
        return floor.courses().get(room).orElse(Course.BEGINNING);
    }

    public List<ApplicantId> candidates(RoomId room) {
        return register.isHall(room) ? register.applicantsBefore(room) : register.applicantsOf(room);
    }

    /** 批准与备案 that a room lacks which has no round yet: on the day of its half-day or, where nobody has come together, on the first of the meeting. */
    public List<Refusal> papersLacking(RoomId room) {
        if (floor.round(room).isPresent()) return List.of();
        return floor.sitting(room).map(Sitting::day).or(() -> register.description().map(Description::opens))
                .map(day -> Permission.all(register, day)).orElse(List.of());
    }

    /** Whether the applicant is one of this panel, or of a panel of this hall. */
    public boolean comesBefore(RoomId room, ApplicantId applicant) {
        var panel = register.applicants().get(applicant).orElseThrow().room();
        return room.equals(panel) || room.equals(register.hallOf(panel));
    }

    /** Passed, failed, or undecided still. The latest stage that decided has the say. */
    public Effect standing(ApplicantId applicant) {
        var standing = refused(applicant) ? Effect.FAIL : Effect.STAY;
        for (var mark : history(applicant).values()) {
            if (mark.effect() != Effect.STAY) standing = mark.effect();
        }
        return standing;
    }

    /** Ineligible or vetoed: out before anybody sits. */
    private boolean refused(ApplicantId applicant) {
        return !book.eligible(applicant) && mode().stages().stream().anyMatch(Stage.AutoScore.class::isInstance);
    }

    /** What each stage made of the applicant, by its place in the mode. */
    public TreeMap<Integer, Course.Mark> history(ApplicantId applicant) {
        var panel = register.applicants().get(applicant).orElseThrow().room();
        var history = new TreeMap<Integer, Course.Mark>();
        collect(panel, applicant, history);
        if (!register.hallOf(panel).equals(panel)) collect(register.hallOf(panel), applicant, history);
        return history;
    }

    private void collect(RoomId room, ApplicantId applicant, TreeMap<Integer, Course.Mark> history) {
        for (var outcome : course(room).outcomes()) {
            outcome.getValue().marks().get(applicant).ifPresent(mark -> history.put(outcome.getKey(), mark));
        }
    }

    /** Who comes to this stage. */
    public List<ApplicantId> entrants(RoomId room, Stage stage) {
        if (markingAgain(room, stage)) return course(room).again();
        var entrants = stage instanceof Stage.Balloting ballot ? ballot.entrants() : new Entrants.Undecided();
        return candidates(room).stream().filter(applicant -> enters(applicant, entrants)).toList();
    }

    /** Whether the applicant is one of those who come to this stage. */
    public boolean comesTo(RoomId room, Stage stage, ApplicantId applicant) {
        if (markingAgain(room, stage)) return course(room).again().contains(applicant);
        var entrants = stage instanceof Stage.Balloting ballot ? ballot.entrants() : new Entrants.Undecided();
        return comesBefore(room, applicant) && enters(applicant, entrants);
    }

    private boolean markingAgain(RoomId room, Stage stage) {
        return stage instanceof Stage.Scoring && !course(room).again().isEmpty() && mode().place(stage.code()) == course(room).next();
    }

    private boolean enters(ApplicantId applicant, Entrants entrants) {
        return switch (entrants) {
            case Entrants.Undecided _ -> standing(applicant) == Effect.STAY;
            case Entrants.Tied tied -> standing(applicant) == Effect.STAY && at(applicant, tied.stage()).map(Course.Mark::tied).orElse(false);
            case Entrants.Reconsidered r -> standing(applicant) == Effect.FAIL
                    && at(applicant, r.ballot()).map(mark -> mark.effect() == Effect.FAIL && narrowly(mark, r)).orElse(false);
        };
    }

    private Optional<Course.Mark> at(ApplicantId applicant, String stage) {
        return Optional.ofNullable(history(applicant).get(mode().place(stage)));
    }

    private static boolean narrowly(Course.Mark mark, Entrants.Reconsidered r) {
        return Thresholds.reconsidered(r, mark.yes(), mark.of());
    }

    /** The next stage for which the room must come together; stages to which nobody comes are passed over. */
    public Optional<Stage> upcoming(RoomId room) {
        return ahead(room).filter(Walk::gathers).findFirst();
    }

    /** 会前预读: whether the mode has the material read before the room's next round: 审阅材料 stands before its stage, and no other round in between. */
    public boolean readsAhead(RoomId room) {
        var next = upcoming(room).map(stage -> mode().place(stage.code())).orElse(-1);
        var last = floor.round(room).map(round -> mode().place(round.stage())).orElse(-1);
        for (int i = next - 1; i > last; i--) {
            var stage = mode().stages().get(i);
            if (stage instanceof Stage.Reading) return true;
            if (gathers(stage)) return false;
        }
        return false;
    }

    /** The ranking or the cut that can be worked out now. */
    public Optional<Stage> computable(RoomId room) {
        return ahead(room).findFirst().filter(Walk::computed);
    }

    /** The stages that the room has before it and to which somebody comes. */
    private Stream<Stage> ahead(RoomId room) {
        var stages = mode().stages();
        return stages.subList(Math.min(course(room).next(), stages.size()), stages.size()).stream()
                .filter(stage -> walks(room, stage) && (gathers(stage) || computed(stage)) && somebodyEnters(room, stage));
    }

    private boolean somebodyEnters(RoomId room, Stage stage) {
        if (stage instanceof Stage.Balloting full && placesLeft(room, full).filter(left -> left == 0).isPresent()) return false;
        var entrants = stage instanceof Stage.Balloting ballot ? ballot.entrants() : new Entrants.Undecided();
        return markingAgain(room, stage) || candidates(room).stream().anyMatch(applicant -> enters(applicant, entrants));
    }

    /** How many can win yet: those kept for the tied, or those that nobody has taken; nothing where there is no limit. */
    public Optional<Integer> placesLeft(RoomId room, Stage.Balloting ballot) {
        if (ballot.entrants() instanceof Entrants.Tied tied) {
            return course(room).outcomes().get(mode().place(tied.stage())).map(Course.Outcome::open);
        }
        if (ballot.places() == 0) return Optional.empty();
        var passed = (int) candidates(room).stream().filter(applicant -> standing(applicant) == Effect.PASS).count();
        return Optional.of(Math.max(0, ballot.places() - passed));
    }

    /** How many panels have not yet signed what comes before this hall. */
    public int panelsWaitedFor(RoomId hall) {
        if (!register.isHall(hall)) return 0;
        return (int) register.panelsOf(hall).stream().filter(panel -> answers(panel) && !floor.signedOff(panel)).count();
    }

    /** Nothing is left to do but to sign. */
    public boolean finished(RoomId room) {
        return floor.round(room).map(Round::counted).orElse(false) && ahead(room).findFirst().isEmpty();
    }

    /** Nobody is left for this room to decide on, and nobody ever came before it. */
    public boolean idle(RoomId room) {
        return floor.round(room).isEmpty() && ahead(room).findFirst().isEmpty();
    }

    /**
     * Whether the room's chair has something to sign for: applicants, and a stage at which this room decides on them, whoever is left to
     * come to it. Where the mode leaves everything to points, the room that would sign is the one that the whole committee sits in.
     */
    public boolean answers(RoomId room) {
        if (candidates(room).isEmpty()) return false;
        var deciding = mode().stages().stream().filter(stage -> gathers(stage) || computed(stage)).toList();
        return deciding.isEmpty() ? register.hallOf(room).equals(room) : deciding.stream().anyMatch(stage -> walks(room, stage));
    }
}
