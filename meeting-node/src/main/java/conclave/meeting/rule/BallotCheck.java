package conclave.meeting.rule;

import conclave.meeting.event.Stage;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants.Reconsidered;
import conclave.meeting.event.Stage.Entrants.Tied;
import conclave.meeting.event.Stage.Entrants.Undecided;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Threshold.FewerAgainst;
import java.util.Optional;

/** 票决 of one stage: who is voted on, on what paper, and to what end. */
record BallotCheck(Notes notes, Earlier earlier, String at, int index) {

    private static final int MANY = 10_000;

    void check(Balloting ballot) {
        notes.range(ballot.places(), 0, MANY, at + ".places");
        var thresholds = new ThresholdCheck(notes);
        ballot.passing().ifPresent(passing -> thresholds.check(passing, at + ".passing"));
        paper(ballot);
        effects(ballot);
        if (ballot.ties() == Ties.SECOND_BALLOT && ballot.places() > 0) earlier.secondBallot(ballot.code(), index, at + ".ties");
        switch (ballot.entrants()) {
            case Undecided _ -> { }
            case Tied tied -> tied(ballot, tied);
            case Reconsidered again -> reconsidered(again, thresholds);
        }
    }

    private void paper(Balloting ballot) {
        switch (ballot.form()) {
            case APPROVE -> notes.range(ballot.choose(), 0, 0, at + ".choose");
            case CHOOSE -> {
                notes.range(ballot.choose(), 1, MANY, at + ".choose");
                if (ballot.places() > 0 && ballot.choose() > ballot.places()) {
                    notes.warning("choose-above-places", at + ".choose", "choose", Integer.toString(ballot.choose()), "places", Integer.toString(ballot.places()));
                }
                if (ballot.passing().filter(FewerAgainst.class::isInstance).isPresent()) notes.error("no-refusals-on-paper", at + ".passing");
            }
            case RANK -> {
                notes.range(ballot.choose(), 0, 0, at + ".choose");
                if (ballot.passing().isPresent()) notes.warning("order-without-threshold", at + ".passing");
                if (ballot.places() == 0 && ballot.winners() == Effect.PASS) notes.error("order-without-places", at + ".places", "stage", ballot.code());
            }
        }
    }

    private void effects(Balloting ballot) {
        if (ballot.winners() == Effect.FAIL) notes.error("winners-fail", at + ".winners", "stage", ballot.code());
        if (ballot.losers() == Effect.PASS) notes.error("losers-pass", at + ".losers", "stage", ballot.code());
        if (ballot.winners() == Effect.STAY && ballot.losers() == Effect.STAY && ballot.form() != Form.RANK) {
            notes.warning("ballot-decides-nothing", at + ".winners", "stage", ballot.code());
        }
    }

    /** Places that a panel kept for its equals are not the committee's to give. */
    private void tied(Balloting ballot, Tied tied) {
        var here = at + ".entrants.stage";
        var found = earlier.named(tied.stage(), index, here);
        if (found == null) return;
        var ties = found instanceof Cut cut ? cut.ties() : found instanceof Balloting other ? other.ties() : Ties.SHARED;
        if (!found.sitting().equals(Optional.of(ballot.body()))) notes.error("tied-elsewhere", here, "stage", tied.stage());
        if (ties != Ties.SECOND_BALLOT) notes.error("nobody-tied", here, "stage", tied.stage());
    }

    private void reconsidered(Reconsidered again, ThresholdCheck thresholds) {
        var here = at + ".entrants";
        thresholds.share(again.from(), here + ".from");
        thresholds.share(again.below(), here + ".below");
        if ((long) again.from().numerator() * again.below().denominator() >= (long) again.below().numerator() * again.from().denominator()) {
            notes.error("reconsidered-nobody", here + ".below");
        }
        var found = earlier.named(again.ballot(), index, here + ".ballot");
        if (found != null) again(found, here + ".ballot");
    }

    private void again(Stage found, String here) {
        if (!(found instanceof Balloting ballot)) notes.error("not-a-ballot", here, "stage", found.code());
        else if (ballot.entrants() instanceof Reconsidered) notes.error("reconsidered-twice", here, "stage", found.code());
        else if (ballot.losers() != Effect.FAIL) notes.error("nobody-failed", here, "stage", found.code());
    }
}
