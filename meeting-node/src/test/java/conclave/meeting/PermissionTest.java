package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.Agenda.Step;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item.Permits;
import conclave.meeting.event.Item.Waiver;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.intake.Permission;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A committee that needs papers begins with them, whoever let its package through. */
class PermissionTest {

    private static final OpenRound OPENING = new OpenRound(TestPackage.room(1), TestMeeting.round(1), "chance");

    private static Permits waived(int persons) {
        return new Permits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Waiver(persons, new Ciphertext("why"))));
    }

    private static Step step(TestMeeting test) {
        return Agenda.of(test.now(), TestPackage.room(1), test.secretary()).step();
    }

    @Test
    void withAllItsPapersItBeginsAndWithoutNeedOfThemAsWell() {
        assertEquals(Step.OPEN_ROUND, step(Permitted.gathered(Permitted.WHOLE)));
        var test = Permitted.gathered(Permitted.WHOLE);
        test.accepted(test.secretary(), OPENING);
        TestMeeting.roomOf(3, 1).scoring();
    }

    @Test
    void eachNumberThatIsMissingIsSaidUntilItIsEntered() {
        var test = Permitted.gathered(Permitted.NOTHING);
        assertEquals(Step.AWAIT_PERMITS, step(test));
        test.refused(Code.APPROVAL_MISSING, test.secretary(), OPENING);
        test.accepted(TestPackage.REGISTRAR, new EnterPermit(PermitKind.APPROVAL, "人社职〔2026〕3号", Optional.of("2026-11-20")));
        assertEquals("2026-11-20", test.refused(Code.APPROVAL_EXPIRED, test.secretary(), OPENING).facts().get("until"));
        test.accepted(TestPackage.REGISTRAR, new EnterPermit(PermitKind.APPROVAL, "人社职〔2026〕9号", Optional.of(TestMeeting.DAY)));
        test.refused(Code.FILING_BEFORE_MISSING, test.secretary(), OPENING);
        test.accepted(test.secretary(), new EnterPermit(PermitKind.FILED_BEFORE, "前备2026-1", Optional.empty()));
        test.refused(Code.FILING_MEETING_MISSING, test.secretary(), OPENING);
        assertEquals(Step.AWAIT_PERMITS, step(test));
        test.accepted(test.chair(), new EnterPermit(PermitKind.FILED_FOR_MEETING, "会备2026-1", Optional.empty()));
        assertEquals(Step.OPEN_ROUND, step(test));
        test.accepted(test.secretary(), OPENING);
    }

    /** That nobody is left is a result too, and no result comes about without them. */
    @Test
    void whereNobodyIsLeftNothingIsSignedForWithoutThemEither() {
        var signing = new SignWithoutRound(TestPackage.room(1));
        var nobody = TestPackage.rooms(1, 3, 2).applicants(a -> NobodyLeftTest.vetoed(a, 1));
        var test = Permitted.imported(nobody, Permitted.without(PermitKind.FILED_FOR_MEETING));
        assertEquals(Step.AWAIT_PERMITS, step(test));
        test.refused(Code.FILING_MEETING_MISSING, test.chair(), signing);
        test.accepted(test.chair(), new EnterPermit(PermitKind.FILED_FOR_MEETING, "会备2026-1", Optional.empty()));
        assertEquals(Step.AWAIT_SIGN_WITHOUT_ROUND, step(test));
        test.accepted(test.chair(), signing);
        test.sealed();
        Permitted.imported(nobody, Permitted.until("2026-01-01")).refused(Code.APPROVAL_EXPIRED, test.chair(), signing);
    }

    @Test
    void onlyTwoPersonsTogetherWaiveThem() {
        var alone = Permitted.gathered(waived(1));
        alone.refused(Code.APPROVAL_MISSING, alone.secretary(), OPENING);
        var both = Permitted.gathered(waived(2));
        assertEquals(Step.OPEN_ROUND, step(both));
        both.accepted(both.secretary(), OPENING);
    }

    /** An approval that ends in the middle of a meeting ends no round of a room that has begun. */
    @Test
    void whatHasBegunGoesOn() {
        var test = Permitted.gathered(Permitted.WHOLE);
        test.accepted(test.secretary(), OPENING);
        test.accepted(test.secretary(), new EnterPermit(PermitKind.APPROVAL, "文号", Optional.of("2026-11-01")));
        assertEquals(1, Permission.all(test.now().walk().register(), TestMeeting.DAY).size());
        test.givenByAll(1, "1", "2", "3").closed().tallied().signedOff().sealed();
    }

    @Test
    void whoMayNotEntersNothingAndWhatIsNoNumberIsNone() {
        var test = Permitted.gathered(Permitted.NOTHING);
        var filing = new EnterPermit(PermitKind.FILED_BEFORE, "前备2026-1", Optional.empty());
        for (var who : List.of(test.expert(1), TestPackage.SUPERVISOR, TestPackage.NOBODY, PersonId.HOUSE)) test.refused(Code.NOT_PERMITTED, who, filing);
        for (var wrong : List.of(new EnterPermit(PermitKind.FILED_BEFORE, " \t", Optional.empty()),
                new EnterPermit(PermitKind.FILED_BEFORE, "文".repeat(101), Optional.empty()),
                new EnterPermit(PermitKind.FILED_BEFORE, "前备", Optional.of("2026-11-21")),
                new EnterPermit(PermitKind.APPROVAL, "文号", Optional.empty()),
                new EnterPermit(PermitKind.APPROVAL, "文号", Optional.of("2026-02-30")),
                new EnterPermit(PermitKind.APPROVAL, "文号", Optional.of("+12026-02-28")))) {
            test.refused(Code.PERMIT_UNSOUND, test.secretary(), wrong);
        }
        var needless = TestMeeting.roomOf(3, 1);
        assertTrue(Permission.needed(needless.now().walk().register()).isEmpty());
        needless.refused(Code.PERMIT_UNSOUND, needless.secretary(), filing);
    }
}
