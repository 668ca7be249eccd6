package conclave.meeting.rule;

import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.AutoScore;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Entrants.Tied;
import conclave.meeting.event.Stage.Scoring;
import java.util.List;
import java.util.Optional;

/** What a stage may look back on. */
record Earlier(List<Stage> stages, Notes notes) {

    Optional<Stage> find(String code, int before) {
        return stages.subList(0, before).stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** The earlier stage that is named here; null where there is none, which is noted. */
    Stage named(String code, int before, String at) {
        var found = find(code, before);
        if (found.isPresent()) return found.get();
        var known = stages.stream().anyMatch(stage -> stage.code().equals(code));
        notes.error(known ? "stage-not-earlier" : "stage-unknown", at, "stage", code);
        return null;
    }

    boolean scores(int before) {
        return stages.subList(0, before).stream().anyMatch(stage -> stage instanceof AutoScore || stage instanceof Scoring);
    }

    /** Who is equal waits for a ballot that somebody must have planned. */
    void secondBallot(String code, int from, String at) {
        var planned = stages.subList(from + 1, stages.size()).stream()
                .anyMatch(stage -> stage instanceof Balloting ballot && ballot.entrants() instanceof Tied tied && tied.stage().equals(code));
        if (!planned) notes.warning("second-ballot-missing", at, "stage", code);
    }
}
