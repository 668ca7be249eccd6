package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.meeting.event.Aftermath;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.PrepareCommand.AskOverride;
import conclave.meeting.event.PrepareCommand.ConfirmRelease;
import conclave.meeting.event.PrepareCommand.OverrideGate;
import conclave.meeting.event.PrepareCommand.ReleaseDocuments;
import conclave.meeting.event.PrepareCommand.SettleScores;
import conclave.meeting.event.PrepareCommand.WithdrawPage;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code is provoked by somebody, and a refusal changes nothing. The switch has no default: a new code does
 * not compile before somebody has shown here how it comes about.
 */
class RefusalsTest {

    private static final ContinueAlone ALONE = new ContinueAlone("digest", "key");
    private static final TestPackage PACKAGE = TestPackage.rooms(2, 3, 1);
    private static final TestPackage VOTING = PACKAGE.by(TestPackage.counted());

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyRefusalComesAboutAndChangesNothing(Code code) {
        var test = before(code);
        var state = Portrait.of(test.now());
        var decision = provoked(test, code);
        assertEquals(code, assertInstanceOf(Decision.Refused.class, decision).refusal().code());
        assertEquals(state, Portrait.of(test.now()));
    }

    /** How far the meeting has come when the mishap happens. */
    private static TestMeeting before(Code code) {
        return switch (code) {
            case MEETING_NOT_IMPORTED, IMPORT_NOT_BEGUN, ALREADY_FOUNDED -> TestMeeting.founded();
            case ALREADY_ALONE -> alone();
            case IMPORT_OUT_OF_ORDER, IMPORT_DISAGREES -> begun();
            case ALREADY_IMPORTED, SITTING_NOT_OPEN, OUTSIDE_MEETING_DATES, NOT_SIGNED_IN, NOT_PERMITTED, FOREIGN_ROOM,
                 UNKNOWN_ROOM, UNKNOWN_ROUND, UNKNOWN_APPLICANT, UNKNOWN_EXPERT, UNKNOWN_PERSON, FOREIGN_APPLICANT,
                 NOT_RECUSED, ROOMS_NOT_SIGNED_OFF -> TestMeeting.of(PACKAGE);
            case QUORUM_NOT_REACHED -> TestMeeting.of(PACKAGE).sittingOpened(1, Half.MORNING);
            case SITTING_ALREADY_OPEN, ROUND_ALREADY_OPEN, ROUND_NOT_CLOSED, SCORES_MISSING, REASON_MISSING, MARK_MISSING,
                 MARK_UNKNOWN, MARK_NOT_A_NUMBER, MARK_OUT_OF_RANGE, MARK_OFF_STEP, STALE_REVISION -> scoring();
            case ROOM_PAUSED -> paused();
            case ROOM_NOT_PAUSED -> scoring();
            case NOT_PRESENT -> scoring().sittingClosed(1).sittingOpened(1, Half.AFTERNOON);
            case KEY_REUSED -> keyUsed();
            case DRAFT_TOO_SOON -> drafted();
            case RECUSED, ALREADY_RECUSED -> recused();
            case ROUND_CLOSED, ROUND_NOT_TALLIED -> scored().closed();
            case ROUND_ALREADY_TALLIED, STAGES_FINISHED -> scored().closed().tallied();
            case NOT_A_BALLOT, SHEET_UNSOUND, SHEET_NOT_PROPOSED, NOT_AN_ALTERNATE, CODE_IN_USE -> scoring();
            case NOT_ASSIGNED -> TestMeeting.of(PACKAGE.by(Stages.reviewed(2))).scoring();
            case OPINION_MISSING -> TestMeeting.of(PACKAGE.by(Stages.opinions())).scoring();
            case STAGES_NOT_FINISHED -> Stages.scoredThenVoting(PACKAGE);
            case LATER_ROUND_STANDS -> Stages.underTheNext(Stages.scoredThenVoting(PACKAGE));
            case NOT_A_SCORING_ROUND, PAPER_INVALID -> TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.NAMED))).scoring();
            case ALREADY_CAST -> Stages.cast(TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.NAMED))).scoring(), 1);
            case NOT_AN_ELECTOR -> Stages.lateComer(VOTING.by(Stages.ballot(Secrecy.NAMED)));
            case BALLOT_NOT_REOPENED -> Stages.voted(TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.NAMED))).scoring());
            case PAPERS_NOT_COUNTED_TWICE -> TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.PAPER))).scoring();
            case COUNTS_DIFFER -> Stages.countedDifferently(TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.PAPER))).scoring());
            case PANELS_NOT_SIGNED_OFF -> Stages.hall().sittingOpened(2, Half.MORNING);
            case ALREADY_APPROVED -> Stages.proposed(scoring());
            case PAPERS_OUT -> TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.PAPER))).scoring();
            case BALLOT_NOT_ANNOUNCED, BOX_DISAGREES -> secretly();
            case ALREADY_ANNOUNCED, TOKEN_ALREADY_ISSUED, TOKENS_MISSING -> Blind.issued(secretly(), 1);
            case ISSUING_NOT_CLOSED -> Blind.issued(secretly(), 3);
            case ISSUING_CLOSED -> Blind.barred(secretly(), 3);
            case BALLOT_STANDS -> Stages.proposed(TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.NAMED))).scoring(),
                    Stages.second(TestPackage.counted().indicators()));
            case CANDIDATES_WOULD_CHANGE -> Stages.proposed(TestMeeting.of(TestPackage.rooms(1, 3, 2).applicants(RefusalsTest::theSecondVetoed))
                    .scoring(), Stages.withoutVeto());
            case ROUND_SIGNED_OFF, REOPENING_NOT_ASKED -> scored().closed().tallied().signedOff();
            case ROOM_NOT_SIGNED_OFF -> scored().closed().tallied();
            case NOTHING_TO_SIGN -> Stages.nobodyIn(2, PACKAGE);
            case SECOND_PERSON_NEEDED -> reopeningAsked();
            case AMENDMENT_UNSOUND, AMENDMENT_UNKNOWN -> scoring();
            case AMENDMENT_OUTDATED, DOSSIER_CHANGED -> amended(scoring());
            case NOT_A_SECOND_PERSON -> proposed(scoring());
            case REOPEN_FIRST -> scored().closed();
            case AMENDMENT_TOO_LATE -> scored().closed().tallied().signedOff();
            case RELEASE_UNSOUND, UNKNOWN_DOCUMENT, UNKNOWN_PAGE, NOT_SCREENED, OVERRIDE_NOT_ASKED, NOTHING_TO_SETTLE -> closed();
            case ALREADY_SCREENED, PLAN_OUTDATED, RELEASE_NOT_BEGUN -> Released.screened(closed(), 1);
            case ALREADY_RELEASED -> Released.released(closed(), 1);
            case NOTHING_CLOSED -> scoring();
            case ALREADY_WITHDRAWN -> Released.withdrawn(closed(), 1);
            case ALREADY_OPENED -> Released.looked(closed(), 1, 1);
            case READING_NOT_BEGUN -> TestMeeting.of(PACKAGE.by(Item.Reading.ROUNDS)).sittingOpened(1, Half.MORNING).signedIn(TestPackage.expert(1, 1));
            case READING_OVER -> scoring().givenByAll(1, "1", "2", "3").closed();
            case APPROVAL_MISSING, APPROVAL_EXPIRED, FILING_BEFORE_MISSING, FILING_MEETING_MISSING, PERMIT_UNSOUND -> Permitted.gathered(lacking(code));
            case MEETING_SEALED -> TestMeeting.of(TestPackage.rooms(1, 3, 1)).scoring().givenByAll(1, "1", "2", "3")
                    .closed().tallied().signedOff().sealed();
        };
    }

    private static TestMeeting closed() {
        return TestMeeting.of(PACKAGE.screening()).gathered();
    }

    private static Item.Permits lacking(Code code) {
        return switch (code) {
            case APPROVAL_MISSING -> Permitted.NOTHING;
            case APPROVAL_EXPIRED -> Permitted.until("2026-11-20");
            case FILING_BEFORE_MISSING -> Permitted.without(PermitKind.FILED_BEFORE);
            case FILING_MEETING_MISSING -> Permitted.without(PermitKind.FILED_FOR_MEETING);
            default -> Permitted.WHOLE;
        };
    }

    private static TestMeeting alone() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, ALONE);
        return test;
    }

    private static Decision provoked(TestMeeting test, Code code) {
        var house = PersonId.HOUSE;
        var secretary = test.secretary();
        var expert = test.expert(1);
        return switch (code) {
            case MEETING_NOT_IMPORTED -> test.asked(secretary, new SealMeeting());
            case ALREADY_FOUNDED -> test.asked(house, new FoundMeeting(new MeetingId("reh_00000001"), Meeting.RULES));
            case ALREADY_ALONE -> test.asked(house, ALONE);
            case ALREADY_IMPORTED -> test.asked(house, new BeginImport(TestMeeting.IMPORT));
            case IMPORT_NOT_BEGUN -> test.asked(house, new CompleteImport(TestMeeting.IMPORT, 0, ""));
            case IMPORT_OUT_OF_ORDER -> test.asked(house, new ImportItems(TestMeeting.IMPORT, 3, "", "d", PACKAGE.items()));
            case IMPORT_DISAGREES -> test.asked(house, new CompleteImport(TestMeeting.IMPORT, 5, ""));
            case MEETING_SEALED -> test.asked(expert, test.score(1, 1, "9"));
            case ROOMS_NOT_SIGNED_OFF -> test.asked(secretary, new SealMeeting());
            case NOT_PERMITTED -> test.asked(expert, new CloseSitting(TestPackage.room(1)));
            case FOREIGN_ROOM -> test.asked(TestPackage.secretary(2), new CloseSitting(TestPackage.room(1)));
            case FOREIGN_APPLICANT -> test.asked(expert, recuse(expert, TestPackage.applicant(2, 1)));
            case UNKNOWN_ROOM -> test.asked(secretary, new CloseSitting(TestPackage.room(9)));
            case UNKNOWN_ROUND, ROUND_NOT_TALLIED -> test.asked(test.chair(), new SignOff(test.round()));
            case UNKNOWN_APPLICANT -> test.asked(expert, recuse(expert, TestPackage.applicant(1, 9)));
            case UNKNOWN_EXPERT -> test.asked(secretary, recuse(TestPackage.NOBODY, test.applicant(1)));
            case UNKNOWN_PERSON -> test.asked(TestPackage.NOBODY, test.signIn(TestPackage.NOBODY, "token"));
            case KEY_REUSED -> test.asked(expert, "key", "another request", test.score(1, 1, "9"));
            case SITTING_NOT_OPEN -> test.asked(secretary, new CloseSitting(TestPackage.room(1)));
            case SITTING_ALREADY_OPEN -> test.asked(secretary, sitting(TestMeeting.DAY));
            case OUTSIDE_MEETING_DATES -> test.asked(secretary, sitting("2030-01-01"));
            case QUORUM_NOT_REACHED, ROUND_ALREADY_OPEN -> test.asked(secretary, new OpenRound(TestPackage.room(1), TestMeeting.round(8), "chance"));
            case NOT_PRESENT, STALE_REVISION -> test.asked(expert, test.score(1, 4, "9"));
            case ROOM_PAUSED -> test.asked(expert, test.score(1, 0, "9"));
            case ROOM_NOT_PAUSED -> test.asked(secretary, new ResumeRoom(TestPackage.room(1)));
            case NOT_SIGNED_IN -> test.asked(expert, new SignOut(expert, "token"));
            case ROUND_CLOSED, RECUSED -> test.asked(expert, test.score(1, 1, "9"));
            case ROUND_NOT_CLOSED -> test.asked(secretary, new ComputeTally(test.round()));
            case ROUND_SIGNED_OFF -> test.asked(secretary, new ReopenRound(test.round(), new Ciphertext("why")));
            case SCORES_MISSING -> test.asked(secretary, test.closing());
            case ROOM_NOT_SIGNED_OFF -> test.asked(secretary, new AskReopening(TestPackage.room(1), new Ciphertext("why")));
            case NOTHING_TO_SIGN -> test.asked(TestPackage.chair(2), new SignWithoutRound(TestPackage.room(2)));
            case REOPENING_NOT_ASKED, SECOND_PERSON_NEEDED -> test.asked(secretary, new ReopenRoom(TestPackage.room(1)));
            case REASON_MISSING -> test.asked(secretary, new CloseRound(test.round(), true, Optional.empty()));
            case MARK_MISSING -> test.asked(expert, submit(test, new TreeMap<>()));
            case MARK_UNKNOWN -> test.asked(expert, submit(test, marked("charm", "1")));
            case MARK_NOT_A_NUMBER -> test.asked(expert, submit(test, marked("ability", "good")));
            case MARK_OUT_OF_RANGE -> test.asked(expert, submit(test, marked("ability", "99")));
            case MARK_OFF_STEP -> test.asked(expert, submit(test, marked("ability", "0.3")));
            case DRAFT_TOO_SOON -> test.asked(new Order("k9", "r9", expert, test.clock() + 1, draft(test)));
            case ALREADY_RECUSED -> test.asked(secretary, recuse(expert, test.applicant(1)));
            case ROUND_ALREADY_TALLIED -> test.asked(secretary, new ComputeTally(test.round()));
            case STAGES_FINISHED -> test.asked(secretary, new OpenRound(TestPackage.room(1), TestMeeting.round(8), "chance"));
            case STAGES_NOT_FINISHED -> test.asked(test.chair(), new SignOff(test.round()));
            case NOT_A_BALLOT, NOT_AN_ELECTOR, ALREADY_CAST, PAPER_INVALID -> test.asked(expert, new CastPaper(test.round(), new TreeMap<>()));
            case NOT_A_SCORING_ROUND -> test.asked(expert, test.score(1, 0, "9"));
            case NOT_ASSIGNED -> Stages.scoredByTheThird(test);
            case OPINION_MISSING -> test.asked(expert, submit(test, new TreeMap<>()));
            case BALLOT_NOT_REOPENED, LATER_ROUND_STANDS -> test.asked(secretary, new ReopenRound(test.round(), new Ciphertext("why")));
            case PAPERS_NOT_COUNTED_TWICE, COUNTS_DIFFER -> test.asked(secretary, test.closing());
            case PANELS_NOT_SIGNED_OFF -> test.asked(TestPackage.secretary(2), new OpenRound(TestPackage.room(2), TestMeeting.round(8), "chance"));
            case NOT_AN_ALTERNATE -> test.asked(secretary, new SwapExpert(TestPackage.room(1), expert, TestPackage.NOBODY, new Ciphertext("ill")));
            case CODE_IN_USE -> test.asked(secretary, new RenewCard(expert, new Ciphertext("sealed"), "hash-of-" + expert.value(), Optional.empty()));
            case SHEET_UNSOUND -> test.asked(secretary, new ProposeSheet(TestPackage.engineering(), new Ciphertext("why")));
            case SHEET_NOT_PROPOSED -> test.asked(test.chair(), new ApproveSheet("A", 2));
            case ALREADY_APPROVED -> test.asked(test.chair(), new ApproveSheet("A", 2));
            case PAPERS_OUT -> test.asked(expert, recuse(expert, test.applicant(1)));
            case BALLOT_NOT_ANNOUNCED -> test.asked(expert, Blind.asking(test.round(), 1));
            case BOX_DISAGREES -> test.asked(secretary, new AnnounceBallot(test.round(), "no digest", List.of("key"), "key"));
            case ALREADY_ANNOUNCED -> test.asked(secretary, Blind.announcement(test.round()));
            case TOKEN_ALREADY_ISSUED -> test.asked(expert, Blind.asking(test.round(), 9));
            case TOKENS_MISSING, ISSUING_CLOSED -> test.asked(secretary, Blind.barrier(test.round()));
            case ISSUING_NOT_CLOSED -> test.asked(secretary, Blind.box(test.round(), 3, 3, Blind.column(test.applicant(1), 0, 3, 0)));
            case BALLOT_STANDS, CANDIDATES_WOULD_CHANGE -> test.asked(TestPackage.SUPERVISOR, new ApproveSheet("A", 2));
            case AMENDMENT_UNSOUND -> test.asked(secretary, new ProposeAmendment(Amended.id(7), Optional.empty(), List.of(), new Ciphertext("why")));
            case AMENDMENT_UNKNOWN -> test.asked(test.chair(), new ConfirmAmendment(Amended.id(7)));
            case AMENDMENT_OUTDATED -> test.asked(secretary, new ProposeAmendment(Amended.id(7), Optional.empty(), List.of(
                    new ChangedDossier(1, Amended.refiled(TestPackage.applying(1, 1), 9))), new Ciphertext("why")));
            case DOSSIER_CHANGED -> test.asked(expert, test.score(1, 0, "9"));
            case NOT_A_SECOND_PERSON -> test.asked(secretary, new ConfirmAmendment(Amended.id(1)));
            case REOPEN_FIRST, AMENDMENT_TOO_LATE -> test.asked(secretary,
                    new ProposeAmendment(Amended.id(7), Optional.empty(), List.of(Amended.refiled(test, 1)), new Ciphertext("why")));
            case RELEASE_UNSOUND -> test.asked(secretary, new ReleaseDocuments(List.of()));
            case UNKNOWN_DOCUMENT -> test.asked(secretary, new WithdrawPage(test.applicant(1), new DocumentId("doc_unknown01"), 1, Optional.empty()));
            case UNKNOWN_PAGE -> test.asked(secretary, Released.withdrawal(test, 1, 9));
            case NOT_SCREENED, ALREADY_RELEASED -> test.asked(secretary, new ReleaseDocuments(List.of(Released.seen(test, 1))));
            case ALREADY_SCREENED -> test.asked(house, Released.screening(test, 1, 1));
            case PLAN_OUTDATED -> test.asked(secretary, new ReleaseDocuments(List.of(new SeenDocument(test.applicant(1),
                    Released.document(test, 1).id(), Optional.of(RandomReleases.digest(99))))));
            case RELEASE_NOT_BEGUN -> test.asked(secretary, new ConfirmRelease(List.of(Released.seen(test, 1))));
            case NOTHING_CLOSED -> test.asked(secretary, new AskOverride(test.applicant(1), new Ciphertext("why")));
            case OVERRIDE_NOT_ASKED -> test.asked(secretary, new OverrideGate(test.applicant(1)));
            case ALREADY_WITHDRAWN -> test.asked(secretary, Released.withdrawal(test, 1, 1));
            case NOTHING_TO_SETTLE -> test.asked(test.chair(), new SettleScores(TestPackage.room(1), test.applicant(1), Aftermath.STAND, new Ciphertext("why")));
            case ALREADY_OPENED -> test.asked(house, Released.look(test, 1, 1));
            case READING_NOT_BEGUN, READING_OVER -> new Decision.Refused(test.now().rights(expert).toRead(test.applicant(1)).orElseThrow());
            case APPROVAL_MISSING, APPROVAL_EXPIRED, FILING_BEFORE_MISSING, FILING_MEETING_MISSING ->
                    test.asked(secretary, new OpenRound(TestPackage.room(1), TestMeeting.round(8), "chance"));
            case PERMIT_UNSOUND -> test.asked(secretary, new EnterPermit(PermitKind.APPROVAL, "文号", Optional.empty()));
            case NOT_RECUSED -> test.asked(secretary, new LiftRecusal(expert, test.applicant(1)));
        };
    }

    private static TestMeeting reopeningAsked() {
        var test = scored().closed().tallied().signedOff();
        test.accepted(test.secretary(), new AskReopening(TestPackage.room(1), new Ciphertext("why")));
        return test;
    }

    private static TestMeeting proposed(TestMeeting test) {
        test.accepted(test.secretary(), new ProposeAmendment(Amended.id(1), Optional.empty(), List.of(Amended.refiled(test, 1)), new Ciphertext("wrong file")));
        return test;
    }

    private static TestMeeting amended(TestMeeting test) {
        proposed(test).accepted(test.chair(), new ConfirmAmendment(Amended.id(1)));
        return test;
    }

    private static TestMeeting begun() {
        var test = TestMeeting.founded();
        test.accepted(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT));
        return test;
    }

    private static TestMeeting scoring() {
        return TestMeeting.of(PACKAGE).scoring();
    }

    private static TestMeeting paused() {
        var test = scoring();
        test.accepted(PersonId.HOUSE, new PauseRooms(PauseReason.AFTER_OUTAGE));
        return test;
    }

    private static TestMeeting secretly() {
        return TestMeeting.of(VOTING.by(Stages.ballot(Secrecy.BLIND_TOKEN)).by(Blind.THREE_ARE_ENOUGH)).scoring();
    }

    private static Item.Applicant theSecondVetoed(Item.Applicant a) {
        if (!a.id().equals(TestPackage.applicant(1, 2))) return a;
        var given = new TreeMap<>(a.given());
        given.put("V", BigDecimal.ONE);
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), given, a.documents());
    }

    private static TestMeeting scored() {
        return scoring().givenByAll(1, "1", "2", "3");
    }

    private static TestMeeting keyUsed() {
        var test = scoring();
        test.asked(test.expert(1), "key", "request", test.score(1, 0, "9"));
        return test;
    }

    private static TestMeeting drafted() {
        var test = scoring();
        test.accepted(test.expert(1), draft(test));
        return test;
    }

    private static TestMeeting recused() {
        var test = scoring();
        test.accepted(test.expert(1), recuse(test.expert(1), test.applicant(1)));
        return test;
    }

    private static Command sitting(String day) {
        return new OpenSitting(TestPackage.room(1), new SittingId("sit_another1"), day, Half.EVENING);
    }

    private static Recuse recuse(PersonId expert, conclave.meeting.event.Id.ApplicantId applicant) {
        return new Recuse(expert, applicant, Ground.OTHER_INTEREST, Optional.empty());
    }

    private static SubmitScore submit(TestMeeting test, SortedMap<String, String> marks) {
        return new SubmitScore(test.round(), test.applicant(1), 0, marks, Optional.empty());
    }

    private static SaveDraft draft(TestMeeting test) {
        return new SaveDraft(test.round(), test.applicant(1), 0, new TreeMap<>(), Optional.empty());
    }

    private static SortedMap<String, String> marked(String indicator, String mark) {
        var marks = TestMeeting.marks("20");
        marks.put(indicator, mark);
        return marks;
    }
}
