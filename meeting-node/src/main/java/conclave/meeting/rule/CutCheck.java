package conclave.meeting.rule;

import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Quota;
import java.util.Optional;

/** 名额控制 of one stage. */
record CutCheck(Notes notes, String at) {

    private static final int ALL = 100;

    void check(Cut cut) {
        quota(cut.lockedIn(), at + ".lockedIn");
        quota(cut.lockedOut(), at + ".lockedOut");
        quota(cut.places(), at + ".places");
        if (cut.entry().isEmpty() && cut.lockedIn().isEmpty() && cut.lockedOut().isEmpty() && cut.places().isEmpty()) {
            notes.warning("cut-cuts-nothing", at, "stage", cut.code());
        }
        if (cut.places().isPresent() && cut.winners() == Effect.FAIL) notes.error("winners-fail", at + ".winners", "stage", cut.code());
        if (more(cut.lockedIn(), cut.places())) notes.error("locks-above-places", at + ".lockedIn", "stage", cut.code());
        if (percent(cut.lockedIn()) + percent(cut.lockedOut()) > ALL) notes.warning("locks-overlap", at + ".lockedOut", "stage", cut.code());
    }

    private void quota(Optional<Quota> quota, String here) {
        if (quota.isEmpty()) return;
        switch (quota.get()) {
            case Quota.Places places -> notes.range(places.number(), 0, Integer.MAX_VALUE, here + ".number");
            case Quota.Percent percent -> notes.range(percent.hundredths(), 0, ALL, here + ".hundredths");
        }
    }

    /** A number and a share cannot be compared before the candidates are known. */
    private static boolean more(Optional<Quota> one, Optional<Quota> other) {
        return one.isPresent() && other.isPresent() && switch (one.get()) {
            case Quota.Places places -> other.get() instanceof Quota.Places(int number) && places.number() > number;
            case Quota.Percent percent -> other.get() instanceof Quota.Percent(int hundredths) && percent.hundredths() > hundredths;
        };
    }

    private static int percent(Optional<Quota> quota) {
        return quota.isPresent() && quota.get() instanceof Quota.Percent(int hundredths) ? hundredths : 0;
    }
}
