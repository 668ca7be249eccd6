package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.transfer.ExpertRecord;
import conclave.meeting.transfer.ExpertRecord.Seat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 专家履职记录, worked out by hand. The clock of these meetings goes on by a second with each order. */
class ExpertRecordTest {

    @Test
    void whoCameLateLeftEarlyOrStayedAwayIsSaidByTheHalfDay() {
        var test = TestMeeting.roomOf(3, 1).sittingOpened(1, Half.MORNING).signedIn(TestPackage.expert(1, 1)).later(600_000).signedIn(TestPackage.expert(1, 2));
        test.accepted(test.expert(1), new SignOut(test.expert(1), "token-of-" + test.expert(1).value()));
        test.sittingClosed(1).sittingOpened(1, Half.AFTERNOON).signedIn(TestPackage.expert(1, 1));
        var first = of(test, test.expert(1)).halfDays();
        assertEquals(List.of(Half.MORNING, Half.AFTERNOON), first.stream().map(day -> day.half()).toList());
        assertEquals(1000, first.getFirst().late());
        assertEquals(first.getFirst().came().orElseThrow() + 602_000, first.getFirst().left().orElseThrow());
        assertEquals(Optional.empty(), first.getLast().left());
        assertEquals(Optional.empty(), first.getLast().closed());
        assertEquals(602_000, of(test, test.expert(2)).halfDays().getFirst().late());
        assertEquals(Optional.empty(), of(test, test.expert(3)).halfDays().getFirst().came());
    }

    /** 30, 20 and 10 for the one, 12, 12 and 18 for the other: +10 and −2, in the mean 4 above and 6 away. */
    @Test
    void howFarSomebodyMarksFromTheOthers() {
        var test = TestMeeting.roomOf(3, 2).scoring().givenByAll(1, "30", "20", "10").givenByAll(2, "12", "12", "18");
        var round = of(test, test.expert(1)).rounds().getFirst();
        assertEquals(2, round.scores());
        assertEquals(Optional.of(new BigDecimal("4.00")), round.deviation());
        assertEquals(Optional.of(new BigDecimal("6.00")), round.distance());
        assertEquals(Optional.of(new BigDecimal("-3.00")), of(test, test.expert(3)).rounds().getFirst().deviation());
    }

    @Test
    void whoMarkedAloneIsNotComparedWithAnybody() {
        var test = TestMeeting.roomOf(3, 1).scoring().given(1, 1, "30");
        assertEquals(Optional.empty(), of(test, test.expert(1)).rounds().getFirst().deviation());
    }

    @Test
    void howLongASheetLayBegunIsKnownOnlyWhereADraftWasKept() {
        var test = TestMeeting.roomOf(3, 2).scoring();
        test.later(60_000).accepted(test.expert(1), new SaveDraft(test.round(), test.applicant(1), 0, new TreeMap<>(), Optional.empty()));
        test.later(300_000).given(1, 1, "20").later(30_000).given(1, 2, "20").given(1, 1, "21");
        var round = of(test, test.expert(1)).rounds().getFirst();
        assertEquals(List.of(Optional.of(301_000L), Optional.empty()), round.dossiers().stream().map(dossier -> dossier.begun()).toList());
        assertEquals(List.of(362_000L, 31_000L), round.dossiers().stream().map(dossier -> dossier.sincePrevious()).toList());
        assertEquals(1, round.revisions());
        var evidence = test.facts().stream().filter(fact -> fact.event().evidence()).toList();
        assertEquals(Optional.empty(), ExpertRecord.of(evidence).stream().filter(one -> one.expert().equals(test.expert(1))).findFirst().orElseThrow()
                .rounds().getFirst().dossiers().getFirst().begun());
    }

    @Test
    void recusalsSwapsAndWhatTheyVoidedAreSaid() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 2).withAlternates(2)).scoring().givenByAll(1, "10", "20", "30");
        test.accepted(test.expert(2), new Recuse(test.expert(2), test.applicant(1), Ground.KINSHIP, Optional.empty()));
        test.accepted(test.secretary(), new SwapExpert(TestPackage.room(1), test.expert(1), TestPackage.alternate(1, 1), new Ciphertext("ill")));
        test.signedIn(TestPackage.alternate(1, 1));
        assertEquals(1, of(test, test.expert(2)).recusals());
        assertEquals(List.of(0, 1), List.of(of(test, test.expert(2)).rounds().getFirst().scores(), of(test, test.expert(2)).rounds().getFirst().voided()));
        assertEquals(1, of(test, test.expert(1)).rounds().getFirst().voided());
        assertEquals(of(test, test.expert(1)).left(), of(test, test.expert(1)).halfDays().getFirst().left());
        var alternate = of(test, TestPackage.alternate(1, 1));
        assertEquals(Seat.ALTERNATE, alternate.came());
        assertEquals(1, alternate.halfDays().size());
        // Who was never called has no seat, and nothing is said of them.
        assertEquals(4, ExpertRecord.of(test.facts()).size());
    }

    /** A secret ballot leaves in the record of an expert only that a paper was issued. */
    @Test
    void ofABallotOnlyThePaperThatWasIssued() {
        var test = TestMeeting.of(TestPackage.rooms(1, 3, 1).by(TestPackage.counted()).by(Stages.ballot(Secrecy.PAPER))).gathered();
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        assertEquals(1, of(test, test.expert(1)).papers());
        assertEquals(List.of(), of(test, test.expert(1)).rounds());
    }

    private static ExpertRecord of(TestMeeting test, PersonId expert) {
        return ExpertRecord.of(test.facts()).stream().filter(one -> one.expert().equals(expert)).findFirst().orElseThrow();
    }
}
