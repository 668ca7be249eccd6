package conclave.meeting.rule;

import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Parity;
import conclave.meeting.event.Threshold.FewerAgainst;
import java.util.List;

/** 规则参数, looked through before a meeting is bound by them. */
public final class ProfileCheck {

    /** With fewer, a vote can be guessed. */
    private static final int SECRET_AT_ALL = 3;

    private static final int PANEL_AT_ALL = 3;

    private ProfileCheck() {
    }

    public static List<Finding> of(Profile profile) {
        var notes = new Notes();
        notes.code(profile.code(), "code");
        var thresholds = new ThresholdCheck(notes);
        if (profile.quorum() instanceof FewerAgainst) notes.error("quorum-by-refusals", "quorum");
        else thresholds.check(profile.quorum(), "quorum");
        thresholds.check(profile.passing(), "passing");
        notes.range(profile.panelMinimum(), 1, 1_000, "panelMinimum");
        notes.range(profile.committeeMinimum(), 1, 1_000, "committeeMinimum");
        notes.range(profile.fewestSecret(), 1, 1_000, "fewestSecret");
        if (profile.panelMinimum() >= 1 && profile.panelMinimum() < PANEL_AT_ALL) notes.warning("panel-small", "panelMinimum");
        if (profile.fewestSecret() >= 1 && profile.fewestSecret() < SECRET_AT_ALL) notes.warning("secret-small", "fewestSecret");
        if (profile.paperBelow() < profile.fewestSecret()) {
            notes.error("paper-below-fewest", "paperBelow", "paperBelow", Integer.toString(profile.paperBelow()),
                    "fewestSecret", Integer.toString(profile.fewestSecret()));
        }
        committee(profile, notes);
        return notes.all();
    }

    /** The minimum itself is a size that may not be. */
    private static void committee(Profile profile, Notes notes) {
        var size = Integer.toString(profile.committeeMinimum());
        if (profile.committeeParity() == Parity.ODD && profile.committeeMinimum() % 2 == 0) notes.warning("minimum-even", "committeeMinimum", "found", size);
        if (profile.committeeForbidsMultipleOf3() && profile.committeeMinimum() % 3 == 0) notes.warning("minimum-of-three", "committeeMinimum", "found", size);
    }
}
