package conclave.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.Amended;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.Change;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was changed after the import, and what was opened again after its signature, is said in the minutes without the reasons. */
final class IncidentsTest {

    private static final Ciphertext WHY = new Ciphertext("the reason is nobody's business");

    private static List<String> said(TestMeeting test) {
        var held = Rolls.held(test.facts(), test.now(), Rolls.of(test.now()));
        return held.facts().stream().flatMap(fact -> Incidents.said(held, fact.event()).stream()).toList();
    }

    private static String name(TestMeeting test, int applicant) {
        var code = test.now().walk().register().applicants().get(test.applicant(applicant)).orElseThrow().code();
        return code + " 申报人" + code;
    }

    private static ProposeAmendment proposal(int number, Change change) {
        return new ProposeAmendment(Amended.id(number), Optional.empty(), List.of(change), WHY);
    }

    @Test
    void aChangeAtTheVenueIsSaidWithBothSignatures() {
        var test = TestMeeting.roomOf(3, 1).scoring();
        test.accepted(test.secretary(), proposal(1, Amended.refiled(test, 1)));
        test.accepted(test.secretary(), new WithdrawAmendment(Amended.id(1)));
        test.accepted(test.secretary(), proposal(2, Amended.refiled(test, 1)));
        test.accepted(test.chair(), new ConfirmAmendment(Amended.id(2)));
        assertEquals(List.of("现场提出变更1项，须两人签字。", "现场变更撤回，未作变更。", "现场提出变更1项，须两人签字。",
                "现场变更由专家" + test.chair().value() + "签字同意。", "申报人" + name(test, 1) + "的材料更正，以第2版为准。"), said(test));
    }

    @Test
    void anAmendmentOfTheSenderIsSaidWithItsPackageAndWhoJoined() {
        var test = TestMeeting.roomOf(3, 2).scoring();
        var late = Amended.late(test.now().walk().register(), 1, 3);
        test.accepted(PersonId.HOUSE, new ReceiveAmendment(Amended.id(1), "pkg_1", "pkg_2", 2, List.of(late)));
        var said = said(test);
        assertEquals(List.of("收到发送方的更正包 pkg_2，变更1项。", "补充申报人" + name(test, 3) + "。"), said.subList(0, 2));
        assertTrue(said.get(2).endsWith("增加候选人" + name(test, 3) + "。"), said.get(2));
        assertEquals(3, said.size());
    }

    @Test
    void aRoomThatWasOpenedAgainIsSaidWithWhoAsked() {
        var test = TestMeeting.roomOf(3, 1).scoring().givenByAll(1, "20", "20", "20").closed().tallied().signedOff().sealed();
        test.accepted(test.secretary(), new AskReopening(TestPackage.room(1), WHY));
        test.accepted(TestPackage.REGISTRAR, new ReopenRoom(TestPackage.room(1)));
        var said = said(test);
        assertEquals(2, said.size(), said::toString);
        assertTrue(said.get(0).contains("申请重新开放") && said.get(1).contains("重新开放：专家" + test.secretary().value() + "申请，另一人同意"), said::toString);
        assertTrue(said.get(1).endsWith("的签字及会议封存随之失效。"), said::toString);
        assertFalse(said.toString().contains("nobody's business"));
    }
}
