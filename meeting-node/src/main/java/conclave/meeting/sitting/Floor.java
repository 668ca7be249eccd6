package conclave.meeting.sitting;

import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What goes on in the rooms: who is signed in, which half-days and rounds are open, who must not judge whom. */
public record Floor(Table<PersonId, Session> sessions, Table<RoomId, Sitting> sittings, Table<RoundId, Round> rounds,
                    Table<RoomId, RoundId> roundOf, Table<RoomId, Course> courses, Table<PersonId, PersonId> predecessors,
                    Table<ApplicantId, Table<PersonId, Ground>> recusals) {

    public static final Floor EMPTY = new Floor(Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty(),
            Table.empty());

    /** The sitting that is open in the room now. */
    public Optional<Sitting> sitting(RoomId room) {
        return sittings.get(room);
    }

    /** Since when the room stands still, and why; nothing, where it goes on or is not in session. */
    public Optional<Pause> pause(RoomId room) {
        return sitting(room).flatMap(Sitting::pause);
    }

    /** The rooms that are in session and go on. */
    public List<RoomId> running() {
        var rooms = new ArrayList<RoomId>();
        for (var sitting : sittings) {
            if (sitting.getValue().pause().isEmpty()) rooms.add(sitting.getKey());
        }
        return List.copyOf(rooms);
    }

    /** The room's latest round, open or not. */
    public Optional<Round> round(RoomId room) {
        return roundOf.get(room).flatMap(rounds::get);
    }

    public boolean recused(PersonId expert, ApplicantId applicant) {
        return recusals.get(applicant).map(row -> row.has(expert)).orElse(false);
    }

    public boolean present(RoomId room, PersonId person) {
        return sitting(room).map(sitting -> sitting.present(person)).orElse(false);
    }

    /**
     * Who is there, or was there when the round closed: what a room has decided keeps the attendance it was decided
     * with, whoever has gone home since.
     */
    public Table<PersonId, Long> attended(RoomId room) {
        var closed = round(room).filter(round -> !round.open());
        return closed.map(Round::attended).orElseGet(() -> sitting(room).map(Sitting::present).orElse(Table.empty()));
    }

    /** The experts of the room who may judge this applicant. */
    public List<PersonId> judges(Register register, RoomId room, ApplicantId applicant) {
        return register.expertsOf(room).stream().filter(expert -> !recused(expert, applicant)).toList();
    }

    public int presentExperts(Register register, RoomId room) {
        return (int) register.expertsOf(room).stream().filter(expert -> present(room, expert)).count();
    }

    public int attendedExperts(Register register, RoomId room) {
        return (int) register.expertsOf(room).stream().filter(attended(room)::has).count();
    }

    /** Whether the room's chair has put a name under what it came to. */
    public boolean signedOff(RoomId room) {
        return round(room).map(Round::signedOff).orElseGet(() -> courses.get(room).map(Course::signed).orElse(false));
    }

    /** The round of the same stage in the same room that went before this one. */
    public Optional<Round> before(Round round) {
        return rounds.values().stream().filter(one -> one.room().equals(round.room()) && one.stage().equals(round.stage())
                && one.number() == round.number() - 1).findFirst();
    }

    /** How many rounds of a stage a room has had. */
    public int roundsOf(RoomId room, String stage) {
        return (int) rounds.values().stream().filter(round -> round.room().equals(room) && round.stage().equals(stage)).count();
    }

    Floor withSessions(Table<PersonId, Session> changed) {
        return new Floor(changed, sittings, rounds, roundOf, courses, predecessors, recusals);
    }

    Floor withSittings(Table<RoomId, Sitting> changed) {
        return new Floor(sessions, changed, rounds, roundOf, courses, predecessors, recusals);
    }

    Floor with(Round round) {
        return new Floor(sessions, sittings, rounds.with(round.id(), round), roundOf.with(round.room(), round.id()), courses, predecessors, recusals);
    }

    Floor changed(RoundId round, UnaryOperator<Round> change) {
        return new Floor(sessions, sittings, rounds.changed(round, change), roundOf, courses, predecessors, recusals);
    }

    Floor withRecusals(Table<ApplicantId, Table<PersonId, Ground>> changed) {
        return new Floor(sessions, sittings, rounds, roundOf, courses, predecessors, changed);
    }

    Floor with(RoomId room, Course course) {
        return new Floor(sessions, sittings, rounds, roundOf, courses.with(room, course), predecessors, recusals);
    }

    Floor withPredecessor(PersonId coming, PersonId leaving) {
        return new Floor(sessions, sittings, rounds, roundOf, courses, predecessors.with(coming, leaving), recusals);
    }
}
