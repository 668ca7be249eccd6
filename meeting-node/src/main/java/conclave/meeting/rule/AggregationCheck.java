package conclave.meeting.rule;

import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.ClassWeight;
import conclave.meeting.event.Stage.Divergence;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Remedy;
import conclave.meeting.event.Stage.Scoring;

/** 合分方式 of one scoring stage. */
record AggregationCheck(Notes notes, String at) {

    /** Fewer marks have no middle. */
    private static final int FEWEST = 3;
    /** The custom: the ends are dropped from five marks on. */
    private static final int CUSTOM = 5;

    void check(Scoring scoring) {
        var aggregation = scoring.aggregation();
        trim(aggregation);
        notes.weights(aggregation.weights().stream().map(ClassWeight::weight).toList(), at + ".weights");
        var classes = aggregation.weights().stream().map(ClassWeight::expertClass).toList();
        for (int i = 1; i < classes.size(); i++) {
            if (classes.subList(0, i).contains(classes.get(i))) notes.error("class-twice", at + ".weights[" + i + "].expertClass", "class", classes.get(i));
        }
        if (!classes.isEmpty() && aggregation.method() != Method.MEAN) notes.warning("left-out-within-class", at + ".method");
        aggregation.divergence().ifPresent(divergence -> divergence(scoring, divergence));
    }

    private void trim(Aggregation aggregation) {
        var from = Integer.toString(aggregation.trimFrom());
        if (aggregation.method() == Method.MEAN) return;
        if (aggregation.trimFrom() < FEWEST) notes.error("trim-from-too-few", at + ".trimFrom", "found", from);
        else if (aggregation.method() == Method.TRIMMED_MEAN && aggregation.trimFrom() < CUSTOM) notes.warning("trim-from-few", at + ".trimFrom", "found", from);
    }

    private void divergence(Scoring scoring, Divergence divergence) {
        var here = at + ".divergence";
        if (divergence.range().signum() <= 0) notes.error("range-not-positive", here + ".range", "found", divergence.range().toPlainString());
        if (divergence.remedy() != Remedy.EXTRA_REVIEWER) return;
        if (scoring.reviewers() == 0) notes.error("extra-reviewer-of-all", here + ".remedy", "stage", scoring.code());
        else if (scoring.aggregation().method() != Method.DROP_FARTHEST || scoring.aggregation().trimFrom() > scoring.reviewers() + 1) {
            notes.warning("extra-reviewer-drops-nothing", here + ".remedy", "reviewers", Integer.toString(scoring.reviewers()));
        }
    }
}
