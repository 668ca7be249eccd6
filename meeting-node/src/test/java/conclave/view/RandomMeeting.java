package conclave.view;

import conclave.meeting.Amended;
import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.Change.ChangedDossier;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A meeting in which people do whatever comes to their mind; what may not be is refused and leaves no trace. */
final class RandomMeeting {

    private static final int ROOMS = 2;
    private static final int EXPERTS = 4;
    private static final int APPLICANTS = 6;
    private static final Ciphertext REASON = new Ciphertext("sealed");

    private final Random random;
    private final TestMeeting test;
    private int sittings;
    private int amendments;
    private boolean amending;

    private RandomMeeting(long seed) {
        random = new Random(seed);
        test = TestMeeting.founded();
        var items = new ArrayList<>(TestPackage.rooms(ROOMS, EXPERTS, APPLICANTS).applicants(this::withPoints).items());
        for (int n = random.nextInt(4); n > 0; n--) items.add(TestPackage.recusal(1, 1 + random.nextInt(EXPERTS), n));
        var failed = new ImportId("imp_failed01");
        test.accepted(PersonId.HOUSE, new BeginImport(failed));
        test.accepted(PersonId.HOUSE, new ImportItems(failed, 1, "", "some", items.subList(0, items.size() / 2)));
        test.imported(items);
    }

    static TestMeeting of(long seed, int steps) {
        var meeting = new RandomMeeting(seed);
        for (int i = 0; i < steps; i++) meeting.step();
        return meeting.test;
    }

    /** In which dossiers change and people come late, too. */
    static TestMeeting amended(long seed, int steps) {
        var meeting = new RandomMeeting(seed);
        meeting.amending = true;
        for (int i = 0; i < steps; i++) meeting.step();
        return meeting.test;
    }

    static TestMeeting toTheEnd(long seed, int steps) {
        var meeting = new RandomMeeting(seed);
        for (int i = 0; i < steps; i++) meeting.step();
        for (int room = 1; room <= ROOMS; room++) meeting.finish(room);
        meeting.test.accepted(TestPackage.REGISTRAR, new SealMeeting());
        return meeting.test;
    }

    private Item.Applicant withPoints(Item.Applicant a) {
        var points = new TreeMap<>(Map.of("A1", new BigDecimal(random.nextInt(30)).movePointLeft(1), "A2", BigDecimal.ONE, "bonus", new BigDecimal(random.nextInt(3)),
                "V", random.nextInt(8) == 0 ? BigDecimal.ONE : BigDecimal.ZERO));
        return new Item.Applicant(a.id(), a.code(), a.room(), a.order(), a.specialty(), a.identity(), a.facts(), points, a.documents());
    }

    private void step() {
        int room = 1 + random.nextInt(ROOMS);
        var expert = TestPackage.expert(room, 1 + random.nextInt(EXPERTS));
        var applicant = TestPackage.applicant(room, 1 + random.nextInt(APPLICANTS));
        var staff = TestPackage.secretary(room);
        switch (random.nextInt(amending ? 48 : 43)) {
            case 43, 44 -> ask(staff, refiling(room, applicant));
            case 45 -> ask(PersonId.HOUSE, late(room));
            case 46, 47 -> signing(room);
            case 0, 1, 2 -> ask(staff, opening(room));
            case 3 -> ask(staff, new CloseSitting(TestPackage.room(room)));
            case 4, 5, 6, 7, 8 -> ask(expert, test.signIn(expert, "token"));
            case 9, 10 -> ask(staff, new OpenRound(TestPackage.room(room), TestMeeting.round(room), "chance"));
            case 11, 12 -> ask(staff, new Recuse(expert, applicant, Ground.values()[random.nextInt(5)], Optional.empty()));
            case 13 -> ask(staff, new LiftRecusal(expert, applicant));
            case 14 -> ask(staff, closing(room));
            case 15, 16 -> ask(staff, new ReopenRound(TestMeeting.round(room), REASON));
            case 17 -> ask(staff, new ComputeTally(TestMeeting.round(room)));
            case 40 -> ask(PersonId.HOUSE, new PauseRooms(PauseReason.AFTER_OUTAGE));
            case 42 -> ask(PersonId.HOUSE, new ContinueAlone("d" + random.nextInt(3), "key"));
            case 41 -> ask(staff, random.nextInt(3) == 0 ? new PauseRoom(TestPackage.room(room)) : new ResumeRoom(TestPackage.room(room)));
            case 18 -> ask(expert, new SaveDraft(TestMeeting.round(room), applicant, 0, new TreeMap<>(), Optional.empty()));
            default -> score(room, expert, applicant);
        }
    }

    /** 现场变更: a file gives way to another, or other points come of it. */
    private ProposeAmendment refiling(int room, ApplicantId applicant) {
        var register = test.now().intake().register().orElseThrow();
        var before = register.applicants().get(applicant).orElseThrow();
        var after = random.nextBoolean() ? Amended.refiled(before, register.version(applicant) + 1) : Amended.recounted(before, Integer.toString(random.nextInt(9)));
        return new ProposeAmendment(Amended.id(++amendments), Optional.empty(), List.of(new ChangedDossier(register.version(applicant), after)), REASON);
    }

    private ReceiveAmendment late(int room) {
        var last = test.now().intake().amendments().lastReceived();
        var number = last.map(one -> (int) one.sequence()).orElse(1) + 1;
        return new ReceiveAmendment(Amended.id(1000 + ++amendments), last.flatMap(one -> one.parcel()).orElse("pkg_1"), "pkg_" + number, number,
                List.of(Amended.late(test.now().intake().register().orElseThrow(), room, APPLICANTS + amendments)));
    }

    private void signing(int room) {
        for (var open : test.now().intake().amendments().proposed()) ask(TestPackage.chair(room), new ConfirmAmendment(open.getKey()));
    }

    private void finish(int room) {
        var staff = TestPackage.secretary(room);
        ask(staff, new ResumeRoom(TestPackage.room(room)));
        ask(staff, opening(room));
        for (int n = 1; n <= EXPERTS; n++) ask(TestPackage.expert(room, n), test.signIn(TestPackage.expert(room, n), "token"));
        ask(staff, new OpenRound(TestPackage.room(room), TestMeeting.round(room), "chance"));
        ask(staff, closing(room));
        ask(staff, new ComputeTally(TestMeeting.round(room)));
        test.accepted(TestPackage.chair(room), new SignOff(TestMeeting.round(room)));
    }

    private OpenSitting opening(int room) {
        return new OpenSitting(TestPackage.room(room), new SittingId("sit_number" + (1000 + ++sittings)), TestMeeting.DAY,
                Half.values()[random.nextInt(3)]);
    }

    private static CloseRound closing(int room) {
        return new CloseRound(TestMeeting.round(room), true, Optional.of(REASON));
    }

    private void score(int room, PersonId expert, ApplicantId applicant) {
        var last = test.now().floor().rounds().get(TestMeeting.round(room)).map(round -> round.revision(applicant, expert)).orElse(0);
        var points = new BigDecimal(random.nextInt(81)).divide(BigDecimal.TWO);
        ask(expert, new SubmitScore(TestMeeting.round(room), applicant, last, TestMeeting.marks(points.toPlainString()), Optional.empty()));
    }

    private Decision ask(PersonId who, Command command) {
        return test.asked(who, command);
    }
}
