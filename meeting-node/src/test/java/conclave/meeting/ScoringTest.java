package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Decision;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.sitting.Score;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private final TestMeeting test = TestMeeting.of(TestPackage.rooms(2, 4, 3)).scoring();

    @Test
    void theLaterRevisionWins() {
        test.given(1, 1, "30").given(1, 1, "31.5").given(1, 1, "29");
        var score = score();
        assertEquals(3, score.revision());
        assertEquals(new BigDecimal("29"), score.total());
    }

    @Test
    void aStaleLaptopDoesNotOverwriteWhatItHasNotSeen() {
        test.given(1, 1, "30").given(1, 1, "31");
        var refusal = test.refused(Code.STALE_REVISION, test.expert(1), test.score(1, 1, "12"));
        assertEquals("{basedOn=1, current=2}", refusal.facts().toString());
        test.refused(Code.STALE_REVISION, test.expert(1), test.score(1, 3, "12"));
        test.refused(Code.STALE_REVISION, test.expert(1), test.score(1, -1, "12"));
        assertEquals(new BigDecimal("31"), score().total());
    }

    @Test
    void eachWrongMarkIsNamed() {
        assertEquals("{indicator=ability, name=指标}", wrong("ability", "", Code.MARK_MISSING));
        assertEquals("{indicator=defence, max=10, min=0, name=指标, value=10.5}", wrong("defence", "10.5", Code.MARK_OUT_OF_RANGE));
        assertEquals("{indicator=ability, max=15, min=0, name=指标, value=-0.5}", wrong("ability", "-0.5", Code.MARK_OUT_OF_RANGE));
        assertEquals("{indicator=ability, name=指标, step=0.5, value=10.2}", wrong("ability", "10.2", Code.MARK_OFF_STEP));
        assertEquals("{indicator=manners}", wrong("manners", "1", Code.MARK_UNKNOWN));
    }

    @Test
    void whatIsNoPlainNumberIsNoMark() {
        for (var text : new String[] {"1e9", "0x10", "١٠", "１０", "NaN", "10,5", "1.2.3", "-", ".", "+5", "10 ", "1111111111111", "=1+1"}) {
            wrong("ability", text, Code.MARK_NOT_A_NUMBER);
        }
    }

    @Test
    void aHundredPagesOfNonsenseAreNotRepeatedInTheRefusal() {
        assertTrue(wrong("ability", "一".repeat(60_000), Code.MARK_NOT_A_NUMBER).length() < 100);
        assertTrue(wrong("x".repeat(60_000), "1", Code.MARK_UNKNOWN).length() < 100);
    }

    @Test
    void twelvePointFiveAndTwelvePointFiftyAreOneMark() {
        var marks = TestMeeting.marks("30");
        marks.put("ability", "012.50");
        test.accepted(test.expert(1), submit(marks));
        assertEquals(new BigDecimal("12.5"), score().marks().get("ability"));
        assertEquals(new BigDecimal("27.5"), score().total());
    }

    @Test
    void aRoundNumberIsNotWrittenWithAnExponent() {
        test.accepted(test.expert(1), submit(TestMeeting.marks("40")));
        assertEquals("40", score().total().toString());
        assertEquals("10", score().marks().get("defence").toString());
    }

    @Test
    void anExpertScoresOnlyInTheOwnRoom() {
        test.refused(Code.FOREIGN_ROOM, TestPackage.expert(2, 1), test.score(1, 0, "30"));
        test.refused(Code.NOT_PERMITTED, test.secretary(), test.score(1, 0, "30"));
        test.refused(Code.FOREIGN_APPLICANT, test.expert(1),
                new SubmitScore(test.round(), TestPackage.applicant(2, 1), 0, TestMeeting.marks("30"), Optional.empty()));
    }

    @Test
    void aDraftIsKeptEvenWhenItIsNotValidYet() {
        var draft = draft(0, "ability", "9999 or so");
        test.accepted(test.expert(1), draft);
        assertEquals(draft.marks(), round().draft(test.applicant(1), test.expert(1)).orElseThrow().marks());
        assertEquals(Optional.empty(), round().score(test.applicant(1), test.expert(1)));
    }

    @Test
    void aDraftThatComesLateDoesNotLieDownOverTheSubmission() {
        test.given(1, 1, "30");
        test.refused(Code.STALE_REVISION, test.expert(1), draft(0, "ability", "1"));
        assertTrue(round().draft(test.applicant(1), test.expert(1)).isEmpty());
        test.accepted(test.expert(1), draft(1, "ability", "11"));
    }

    @Test
    void aDraftIsNobodysWordYet() {
        var before = test.now().recorded();
        assertFalse(test.accepted(test.expert(1), draft(0, "ability", "1")).getFirst().event().evidence());
        assertEquals(before, test.now().recorded());
    }

    @Test
    void aLaptopThatSavesAtEveryKeystrokeIsSlowedDown() {
        test.accepted(test.expert(1), draft(0, "ability", "1"));
        var early = new Order("k", "r", test.expert(1), test.clock() + 999, draft(0, "ability", "12"));
        assertEquals(Code.DRAFT_TOO_SOON, ((Decision.Refused) test.asked(early)).refusal().code());
        test.accepted(test.expert(2), draft(0, "ability", "1"));
        test.accepted(test.expert(1), draft(0, "ability", "12"));
    }

    @Test
    void aSubmittedScoreLeavesNoDraftBehind() {
        test.accepted(test.expert(1), draft(0, "ability", "1"));
        test.given(1, 1, "30");
        assertTrue(round().draft(test.applicant(1), test.expert(1)).isEmpty());
    }

    @Test
    void aClosedRoundTakesNothingAnyMore() {
        for (int applicant = 1; applicant <= 3; applicant++) test.givenByAll(applicant, "30", "31", "32", "33");
        test.closed();
        test.refused(Code.ROUND_CLOSED, test.expert(1), test.score(1, 1, "40"));
        test.refused(Code.ROUND_CLOSED, test.expert(1), draft(1, "ability", "1"));
    }

    @Test
    void aRoundOfAnotherRoomIsNotOverwrittenByOneOfTheSameName() {
        test.given(1, 1, "30");
        test.sittingOpened(2, conclave.meeting.event.Half.MORNING);
        for (int expert = 1; expert <= 4; expert++) test.signedIn(TestPackage.expert(2, expert));
        test.refused(Code.ROUND_ALREADY_OPEN, TestPackage.secretary(2), new OpenRound(TestPackage.room(2), test.round(), "chance"));
        assertEquals(new BigDecimal("30"), score().total());
    }

    @Test
    void anUnknownRoundIsNotScored() {
        test.refused(Code.UNKNOWN_ROUND, test.expert(1), new SubmitScore(new RoundId("rnd_unknown1"), test.applicant(1), 0,
                TestMeeting.marks("30"), Optional.empty()));
    }

    @Test
    void theReceiptSpeaksOfTheLineThatHoldsTheScore() {
        test.accepted(test.expert(2), draft(0, "ability", "1"));
        test.given(1, 1, "30");
        var evidence = test.facts().stream().filter(fact -> fact.event().evidence()).toList();
        assertTrue(evidence.get((int) score().seq() - 1).event() instanceof ScoreSubmitted);
        assertEquals(evidence.size(), score().seq());
    }

    private String wrong(String indicator, String typed, Code expected) {
        var marks = TestMeeting.marks("30");
        marks.put(indicator, typed);
        return test.refused(expected, test.expert(1), submit(marks)).facts().toString();
    }

    private SubmitScore submit(SortedMap<String, String> marks) {
        return new SubmitScore(test.round(), test.applicant(1), 0, marks, Optional.empty());
    }

    private SaveDraft draft(int basedOn, String indicator, String typed) {
        var marks = TestMeeting.marks("30");
        marks.put(indicator, typed);
        return new SaveDraft(test.round(), test.applicant(1), basedOn, marks, Optional.empty());
    }

    private conclave.meeting.sitting.Round round() {
        return test.now().floor().rounds().get(test.round()).orElseThrow();
    }

    private Score score() {
        return round().score(test.applicant(1), test.expert(1)).orElseThrow();
    }
}
