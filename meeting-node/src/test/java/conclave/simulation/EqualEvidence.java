package conclave.simulation;

import conclave.meeting.Portrait;
import conclave.seal.Digests;

/** After the same entries every node has the same lines, and they are those that the entries come to. */
final class EqualEvidence implements Invariant {

    private int read;

    @Override
    public void holds(Scene scene) {
        for (; read < scene.history().read.size(); read++) {
            var next = scene.history().read.get(read);
            // A step may read several entries: the record is compared where the node stands now.
            if (!next.at().up() || next.at().ledger().position() != next.position()) continue;
            var mark = scene.truth().after(next.position());
            var evidence = next.at().chamber().evidence();
            Violation.unless(evidence.size() == mark.lines() && Digests.hex(evidence.head()).equals(mark.head()), this,
                    "after " + next.position() + " entries " + next.at().name + " has " + evidence.size() + " lines and another head, not " + mark.lines());
        }
    }

    @Override
    public void holdsAtTheEnd(Scene scene) {
        holds(scene);
        var mark = scene.truth().after(scene.log().size());
        for (var station : scene.kit().all()) {
            Violation.unless(Digests.hex(station.chamber().evidence().head()).equals(mark.head()), this, station.name + " ends with another head");
        }
        var one = scene.dice().one(scene.kit().all());
        Violation.unless(Portrait.of(one.chamber().meeting()).equals(Portrait.of(scene.truth().meeting())), this, one.name + " ends with another meeting");
    }
}
