package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingEvent.ScoreVoided;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Stage;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecusalTest {

    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(2, 3, 1)).scoring();

    @Test
    void aRecusalVoidsTheScoreButKeepsItsTrace() {
        test.given(1, 1, "30");
        var facts = test.accepted(test.expert(1), recuse(1));
        assertTrue(facts.getLast().event() instanceof ScoreVoided voided && voided.revision() == 1);
        assertTrue(score().voided());
        assertEquals(new BigDecimal("30"), score().total());
        assertTrue(standing().isEmpty());
        test.refused(Code.RECUSED, test.expert(1), test.score(1, 1, "31"));
        assertEquals(Code.RECUSED, test.now().rights(test.expert(1)).toRead(test.applicant(1)).orElseThrow().code());
    }

    @Test
    void liftingARecusalDoesNotReviveTheScore() {
        test.given(1, 1, "30").accepted(test.expert(1), recuse(1));
        test.accepted(test.secretary(), lift(1));
        assertTrue(standing().isEmpty());
    }

    @Test
    void afterLiftingTheNextRevisionContinuesTheNumbers() {
        test.given(1, 1, "30").accepted(test.expert(1), recuse(1));
        test.accepted(test.secretary(), lift(1));
        test.refused(Code.STALE_REVISION, test.expert(1), test.score(1, 0, "33"));
        test.given(1, 1, "33");
        assertEquals(2, score().revision());
        assertEquals(new BigDecimal("33"), standing().orElseThrow().total());
    }

    @Test
    void whoIsRecusedIsNotWaitedFor() {
        test.accepted(test.secretary(), recuse(2));
        test.given(1, 1, "30").given(3, 1, "32").closed().tallied();
        assertEquals(2, test.row(1).scores());
        assertEquals(new BigDecimal("31.00"), test.row(1).expert().orElseThrow());
    }

    @Test
    void aRecusalIsDeclaredOnce() {
        test.accepted(test.expert(1), recuse(1));
        test.refused(Code.ALREADY_RECUSED, test.secretary(), recuse(1));
        test.accepted(test.secretary(), lift(1));
        test.refused(Code.NOT_RECUSED, test.secretary(), lift(1));
    }

    @Test
    void anExpertDoesNotRecuseAColleague() {
        test.refused(Code.NOT_PERMITTED, test.expert(2), recuse(1));
        test.refused(Code.NOT_PERMITTED, test.expert(1), lift(1));
        test.refused(Code.FOREIGN_ROOM, TestPackage.secretary(2), recuse(1));
        test.refused(Code.UNKNOWN_EXPERT, test.secretary(), new Recuse(TestPackage.expert(2, 1), test.applicant(1), Ground.KINSHIP, Optional.empty()));
        test.refused(Code.FOREIGN_APPLICANT, TestPackage.expert(2, 1), new Recuse(TestPackage.expert(2, 1), test.applicant(1), Ground.KINSHIP, Optional.empty()));
    }

    @Test
    void whatAClosedRoundCountedChangesOnlyInTheOpen() {
        test.givenByAll(1, "30", "31", "32").closed().tallied();
        test.refused(Code.ROUND_CLOSED, test.expert(1), recuse(1));
        test.accepted(test.secretary(), new ReopenRound(test.round(), new Ciphertext("why")));
        test.accepted(test.expert(1), recuse(1));
        test.closed().tallied();
        assertEquals(2, test.row(1).scores());
        test.signedOff();
        test.refused(Code.ROUND_SIGNED_OFF, test.secretary(), lift(1));
        test.refused(Code.ROUND_SIGNED_OFF, test.expert(2), recuse(2));
    }

    /** The hall has not begun, and there a recusal would change something; the paper in the panel is cast all the same. */
    @Test
    void whoHasCastInThePanelIsNotRecusedForTheHall() {
        var later = Stages.voting("vote", Secrecy.NAMED, new Entrants.Undecided());
        var panel = new Stage.Balloting("panel", "组内票决", Body.PANEL, Form.APPROVE, Secrecy.NAMED, new Entrants.Undecided(), 0, 0, Optional.empty(),
                Effect.STAY, Effect.FAIL, Ties.SHARED);
        var hall = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(TestPackage.counted()).by(TestPackage.mode(2, panel, later)).underOneHall()).scoring();
        Stages.cast(hall, 1);
        hall.refused(Code.ALREADY_CAST, hall.expert(1), new Recuse(hall.expert(1), hall.applicant(1), Ground.COAUTHOR, Optional.empty()));
    }

    private Recuse recuse(int expert) {
        return new Recuse(test.expert(expert), test.applicant(1), Ground.COAUTHOR, Optional.of(new Ciphertext("note")));
    }

    private LiftRecusal lift(int expert) {
        return new LiftRecusal(test.expert(expert), test.applicant(1));
    }

    private conclave.meeting.sitting.Score score() {
        return test.now().floor().rounds().get(test.round()).orElseThrow().score(test.applicant(1), test.expert(1)).orElseThrow();
    }

    private Optional<conclave.meeting.sitting.Score> standing() {
        return test.now().floor().rounds().get(test.round()).orElseThrow().standing(test.applicant(1), test.expert(1));
    }
}
