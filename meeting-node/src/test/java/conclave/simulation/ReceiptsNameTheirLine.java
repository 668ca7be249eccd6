package conclave.simulation;

import conclave.codec.CanonicalJson;
import conclave.ledger.SteppedNotary;
import conclave.node.Reply;
import conclave.meeting.event.SittingCommand.SaveDraft;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A receipt proves a line that was committed under its number, and the line is about what the person wanted. */
final class ReceiptsNameTheirLine implements Invariant {

    private int told;

    @Override
    public void holds(Scene scene) {
        for (; told < scene.history().told.size(); told++) {
            var next = scene.history().told.get(told);
            if (!(next.reply() instanceof Reply.Done done)) continue;
            Violation.unless(done.receipt().isPresent() || next.wish().command instanceof SaveDraft, this, next.wish() + " left no line");
            if (done.receipt().isEmpty()) continue;
            var receipt = done.receipt().get();
            Violation.unless(scene.truth().line(receipt.seq()).equals(Optional.of(receipt.line())), this, "line " + receipt.seq() + " stands nowhere");
            Violation.unless(SteppedNotary.proves(receipt, next.at().signer()), this, "the receipt for line " + receipt.seq() + " proves nothing");
            var line = CanonicalJson.readObject(receipt.line().getBytes(StandardCharsets.UTF_8));
            Violation.unless(line.text("request").equals(next.wish().request) && line.text("by").equals(next.wish().by.value()), this,
                    next.wish() + " was given the receipt for another's line " + receipt.seq());
        }
    }
}
