package conclave.meeting;

import conclave.meeting.event.Change;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Change.LateApplicant;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Refusal;
import conclave.meeting.sitting.Round;
import java.util.List;
import java.util.Optional;

/**
 * Whether a room has gone too far for a change: what is signed is not rewritten, what is closed is reopened first, in the open, and
 * nobody is put before people who have voted, or into a stage whose first half took place without them.
 */
final class StandingInTheWay {

    private StandingInTheWay() {
    }

    static Optional<Refusal> of(Meeting meeting, Change change) {
        for (var room : rooms(meeting, change)) {
            if (meeting.floor().signedOff(room) && meeting.floor().round(room).isEmpty()) return Optional.of(tooLate("signedOff").with("room", room.value()));
            for (var round : meeting.floor().rounds().values()) {
                if (!round.room().equals(room) || !concerns(meeting, round, change)) continue;
                var stands = stands(meeting, round);
                if (stands.isPresent()) return Optional.of(stands.get().with("room", room.value()));
            }
            var goneOn = begunAbove(meeting, room, change) || !meeting.walk().course(room).outcomes().isEmpty();
            if (goneOn && counts(meeting, change)) return Optional.of(tooLate("laterRound").with("room", room.value()));
        }
        return Optional.empty();
    }

    /** The whole committee sits already on what the panels have brought before it. */
    private static boolean begunAbove(Meeting meeting, RoomId room, Change change) {
        return !room.equals(change.applicant().room()) && meeting.floor().round(room).isPresent();
    }

    private static Optional<Refusal> stands(Meeting meeting, Round round) {
        if (meeting.floor().signedOff(round.room())) return Optional.of(tooLate("signedOff"));
        if (round.casting().isPresent()) return Optional.of(tooLate("ballot"));
        var last = meeting.floor().round(round.room()).orElseThrow().id().equals(round.id());
        if (!last || round.number() > 1) return Optional.of(tooLate("laterRound"));
        return round.open() ? Optional.empty() : Optional.of(Refusal.of(Code.REOPEN_FIRST));
    }

    private static Refusal tooLate(String stands) {
        return Refusal.of(Code.AMENDMENT_TOO_LATE).with("stands", stands);
    }

    private static boolean concerns(Meeting meeting, Round round, Change change) {
        return counts(meeting, change) || round.candidates().contains(change.applicant().id());
    }

    /** Whether it is somebody new, or other points come of it. */
    private static boolean counts(Meeting meeting, Change change) {
        return switch (change) {
            case LateApplicant _ -> true;
            case ChangedDossier changed -> {
                var before = meeting.walk().register().applicants().get(changed.applicant().id()).orElseThrow();
                yield !before.facts().equals(changed.applicant().facts()) || !before.given().equals(changed.applicant().given());
            }
        };
    }

    private static List<RoomId> rooms(Meeting meeting, Change change) {
        return rooms(meeting, change.applicant().room());
    }

    static List<RoomId> rooms(Meeting meeting, ApplicantId applicant) {
        return rooms(meeting, meeting.walk().register().applicants().get(applicant).orElseThrow().room());
    }

    private static List<RoomId> rooms(Meeting meeting, RoomId panel) {
        var hall = meeting.walk().register().hallOf(panel);
        return hall.equals(panel) ? List.of(panel) : List.of(panel, hall);
    }
}
