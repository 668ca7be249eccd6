package conclave.appliance.draw;

import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Profile.Parity;
import conclave.meeting.event.Profile.Swap;
import conclave.meeting.event.Threshold.Share;
import picocli.CommandLine.Option;

/** What of a rule profile a draw can be held against. Nothing is asked for that nobody asked for. */
final class CommitteeOptions {

    @Option(names = "--panel-minimum", paramLabel = "N", defaultValue = "1",
            description = "每个专业组至少人数。Members of each panel at least (${DEFAULT-VALUE}).")
    private int panelMinimum;

    @Option(names = "--committee-minimum", paramLabel = "N", defaultValue = "1",
            description = "评委会至少人数。Members of the committee at least (${DEFAULT-VALUE}).")
    private int committeeMinimum;

    @Option(names = "--odd", description = "评委会人数应为单数。The committee has an odd number.")
    private boolean odd;

    @Option(names = "--no-multiple-of-3", description = "评委会人数不得为三的倍数。The committee's number is no multiple of three.")
    private boolean noMultipleOf3;

    /** Only its composition is read. */
    Profile profile() {
        var all = new Share(1, 1, false);
        return new Profile("draw", 1, "", all, all, Denominator.ATTENDING, panelMinimum, committeeMinimum, odd ? Parity.ODD : Parity.ANY,
                noMultipleOf3, 0, 0, Swap.VOID_SCORES);
    }
}
