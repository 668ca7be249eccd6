package conclave.audit;

import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ChangePlan;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.RecordOpenings;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.PrepareCommand;
import conclave.meeting.event.PrepareEvent.DocumentScreened;
import conclave.meeting.event.PrepareEvent.DocumentsOpened;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.OverrideAsked;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.meeting.event.PrepareEvent.PlanChanged;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.PrepareEvent.ScoresSettled;
import conclave.meeting.event.PrepareEvent;

/** What those who answer for pages must have asked for, so that this happened. What a batch refused leaves no line, and is not asked again. */
final class Answered {

    private Answered() {
    }

    static PrepareCommand command(PrepareEvent event) {
        return switch (event) {
            case DocumentScreened e -> new RecordScreening(e.applicant(), e.document(), e.sha256(), e.pages(), e.basis(), e.plan(), e.marks());
            case PlanChanged e -> new ChangePlan(e.applicant(), e.document(), e.seen(), e.plan());
            case DocumentsReleased e -> new ReleaseDocuments(e.documents());
            case ReleaseConfirmed e -> new ConfirmRelease(e.documents());
            case OverrideAsked e -> new AskOverride(e.applicant(), e.reason());
            case GateOverridden e -> new OverrideGate(e.applicant());
            case PageWithdrawn e -> new WithdrawPage(e.applicant(), e.document(), e.page(), e.reason());
            case ScoresSettled e -> new SettleScores(e.room(), e.applicant(), e.outcome(), e.reason());
            case DocumentsOpened e -> new RecordOpenings(e.openings());
        };
    }
}
