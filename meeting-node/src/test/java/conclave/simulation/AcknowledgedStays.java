package conclave.simulation;

import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.node.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What anybody was told is done is committed, and stands in the record and in the meeting of every node that has read so far. */
final class AcknowledgedStays implements Invariant {

    private record Promise(Wish wish, Reply.Done done) {
    }

    private final List<Promise> promises = new ArrayList<>();
    private int told;
    private int ready;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Done done)) continue;
            var promise = new Promise(next.wish(), done);
            promises.add(promise);
            for (var station : scene.kit().all()) counts(scene, station, promise);
        }
        for (; ready < scene.history().ready.size(); ready++) stand(scene, scene.history().ready.get(ready));
    }

    @Override
    public void holdsAtTheEnd(Scene scene) {
        holds(scene);
        for (var station : scene.kit().all()) stand(scene, station);
    }

    private void counts(Scene scene, Station station, Promise promise) {
        var wish = promise.wish;
        var found = scene.truth().of(wish);
        Violation.unless(found.isPresent(), this, wish + " was acknowledged and is not committed");
        if (!station.serves(found.get().position()) || !(wish.command instanceof SubmitScore c)) return;
        var revision = station.chamber().meeting().floor().rounds().get(c.round()).map(round -> round.revision(c.applicant(), wish.by)).orElse(0);
        Violation.unless(revision > c.basedOn(), this, wish + " was acknowledged and does not count at " + station.name);
    }

    /** Read from its file, as it will be read by whoever checks. */
    private void stand(Scene scene, Station station) {
        if (!station.serves(0)) return;
        var evidence = station.chamber().evidence();
        var lines = evidence.lines(1, Math.toIntExact(evidence.size()));
        for (var promise : promises) {
            counts(scene, station, promise);
            if (promise.done.receipt().isEmpty() || !station.serves(scene.truth().of(promise.wish).orElseThrow().position())) continue;
            var receipt = promise.done.receipt().get();
            var line = new String(lines.get((int) receipt.seq() - 1).bytes(), StandardCharsets.UTF_8);
            Violation.unless(line.equals(receipt.line()), this, promise.wish + " stands otherwise in the record of " + station.name);
        }
    }
}
