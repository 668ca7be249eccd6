package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyEvent.BallotCounted;
import conclave.meeting.event.TallyEvent.CandidatesSettled;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TallyEvent.TallyComputed;
import conclave.meeting.rule.Book;

/** A room goes on in the mode when something was counted. */
final class Progressing {

    private Progressing() {
    }

    /** Marks that lie too far apart hold the room at the stage; only once. */
    static Floor scored(Book book, Floor floor, TallyComputed e) {
        var round = floor.rounds().get(e.round()).orElseThrow();
        var diverged = e.rows().stream().filter(Row::diverged).map(Row::applicant).toList();
        var place = book.mode().place(round.stage());
        var course = course(floor, round.room());
        if (round.number() == 1 && !diverged.isEmpty()) return floor.with(round.room(), course.again(place, diverged));
        return floor.with(round.room(), course.through(place, 0, Table.empty()));
    }

    static Floor voted(Book book, Floor floor, BallotCounted e) {
        var round = floor.rounds().get(e.round()).orElseThrow();
        Table<ApplicantId, Course.Mark> marks = Table.empty();
        for (var vote : e.votes()) marks = marks.with(vote.applicant(), new Course.Mark(vote.effect(), vote.tied(), vote.yes(), vote.denominator()));
        return floor.with(round.room(), course(floor, round.room()).through(book.mode().place(round.stage()), e.open(), marks));
    }

    static Floor settled(Book book, Floor floor, CandidatesSettled e) {
        Table<ApplicantId, Course.Mark> marks = Table.empty();
        for (var one : e.candidates()) {
            if (one.effect() != Effect.STAY || one.tied()) marks = marks.with(one.applicant(), new Course.Mark(one.effect(), one.tied(), 0, 0));
        }
        return confirmed(floor, e).with(e.room(), course(floor, e.room()).through(book.mode().place(e.stage()), e.open(), marks));
    }

    /** A round in which a room only confirms is counted by what it confirms. */
    private static Floor confirmed(Floor floor, CandidatesSettled e) {
        var confirming = floor.round(e.room()).filter(round -> !round.open() && round.stage().equals(e.stage()));
        return confirming.map(round -> floor.changed(round.id(), Round::countedNow)).orElse(floor);
    }

    static Course course(Floor floor, RoomId room) {
        return floor.courses().get(room).orElse(Course.BEGINNING);
    }
}
