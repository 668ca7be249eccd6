package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

/** What tired people and broken laptops send: mostly sensible, often late, twice, for the wrong room, or nonsense. One seed, one stream. */
public final class RandomOrders {

    private final Random chance;
    private final TestPackage pack;
    private long now = TestMeeting.START;
    private int count;
    private Order last;

    public RandomOrders(long seed, TestPackage pack) {
        this.chance = new Random(seed);
        this.pack = pack;
    }

    /** The orders that found the meeting and bring in the package, in a few pieces, sometimes after a first try that fell. */
    public List<Order> beginning() {
        var orders = new ArrayList<Order>();
        orders.add(order(PersonId.HOUSE, new FoundMeeting(TestMeeting.ID, Meeting.RULES)));
        var items = pack.items();
        if (chance.nextBoolean()) {
            orders.add(order(PersonId.HOUSE, new BeginImport(new ImportId("imp_fallen001"))));
            orders.add(order(PersonId.HOUSE, new ImportItems(new ImportId("imp_fallen001"), 1, "", "d", items.subList(0, 3))));
        }
        orders.add(order(PersonId.HOUSE, new BeginImport(TestMeeting.IMPORT)));
        var digest = "";
        var ordinal = 0;
        for (int from = 0; from < items.size(); from += 10) {
            var next = "d" + ++ordinal;
            orders.add(order(PersonId.HOUSE, new ImportItems(TestMeeting.IMPORT, ordinal, digest, next,
                    items.subList(from, Math.min(items.size(), from + 10)))));
            digest = next;
        }
        orders.add(order(PersonId.HOUSE, new CompleteImport(TestMeeting.IMPORT, items.size(), digest)));
        return orders;
    }

    /** The next order, with an eye on how things stand, so that meetings get somewhere. */
    public Order next(Meeting meeting) {
        now += chance.nextInt(40) == 0 ? -chance.nextInt(5_000_000) : chance.nextInt(3000);
        if (last != null && chance.nextInt(15) == 0) return retry();
        last = chance.nextInt(12) == 0 ? order(anybody(), nonsense()) : sensible(meeting);
        return last;
    }

    private Order retry() {
        var request = chance.nextInt(4) == 0 ? "another" : last.request();
        var who = chance.nextInt(6) == 0 ? anybody() : last.actor();
        return new Order(last.key(), request, who, now, last.command());
    }

    private Order sensible(Meeting meeting) {
        var room = room();
        var floor = meeting.floor();
        var secretary = TestPackage.secretary(room);
        var id = TestPackage.room(room);
        if (floor.sitting(id).isEmpty()) return order(secretary, new OpenSitting(id, new SittingId("sit_sitting" + ++count), day(), half()));
        var round = floor.round(id);
        var roll = chance.nextInt(100);
        if (roll < 12 || round.isEmpty() && roll < 60) return signIn(expert(room));
        if (round.isEmpty()) return order(secretary, new OpenRound(id, new RoundId("rnd_round000" + room)));
        if (roll < 14) return signOut(meeting, expert(room));
        if (!round.get().open() && roll < 90) return afterTheClose(meeting, room, round.get());
        if (roll < 17) return order(expert(room), recuse(room));
        if (roll < 19) return order(secretary, new LiftRecusal(expert(room), applicant(room)));
        if (roll < 20) return order(secretary, new CloseSitting(id));
        if (roll < 26) return draft(room, round.get());
        if (roll < 29) return order(secretary, new CloseRound(round.get().id(), chance.nextInt(8) == 0, opinion()));
        if (roll < 31) return order(secretary, new ComputeTally(round.get().id()));
        return submit(meeting, room, round.get().id());
    }

    private Order draft(int room, Round round) {
        var expert = expert(room);
        var applicant = applicant(room);
        var basedOn = round.revision(applicant, expert) - (chance.nextInt(5) == 0 ? 1 : 0);
        return order(expert, new SaveDraft(round.id(), applicant, basedOn, marks(), opinion()));
    }

    private Order afterTheClose(Meeting meeting, int room, Round round) {
        var secretary = TestPackage.secretary(room);
        var roll = chance.nextInt(10);
        if (roll < 2) return order(secretary, new ReopenRound(round.id(), new Ciphertext("why")));
        if (round.signedOff()) return order(secretary, new SealMeeting());
        if (meeting.tallies().of().has(round.id()) && roll < 8) return order(TestPackage.chair(room), new SignOff(round.id()));
        return order(secretary, new ComputeTally(round.id()));
    }

    private Order submit(Meeting meeting, int room, RoundId round) {
        var expert = expert(room);
        var applicant = applicant(room);
        var known = meeting.floor().rounds().get(round).orElseThrow().revision(applicant, expert);
        var basedOn = chance.nextInt(12) == 0 ? known - 1 : known;
        return order(expert, new SubmitScore(round, applicant, basedOn, marks(), opinion()));
    }

    private Order signIn(PersonId who) {
        return order(who, new SignIn(who, "token" + ++count, now + chance.nextInt(20_000_000)));
    }

    private Order signOut(Meeting meeting, PersonId who) {
        var token = meeting.floor().sessions().get(who).map(Session::tokenHash).orElse("none");
        return order(who, new SignOut(who, token));
    }

    /** Anything at all, from anybody, about anybody. */
    private Command nonsense() {
        var round = new RoundId("rnd_round000" + (1 + chance.nextInt(pack.rooms() + 1)));
        var room = TestPackage.room(1 + chance.nextInt(pack.rooms() + 1));
        return switch (chance.nextInt(19)) {
            case 0 -> new FoundMeeting(new MeetingId("reh_again0001"), "other rules");
            case 1 -> new BeginImport(new ImportId("imp_again0001"));
            case 2 -> new ImportItems(TestMeeting.IMPORT, chance.nextInt(5), "", "d", pack.items());
            case 3 -> new CompleteImport(TestMeeting.IMPORT, chance.nextInt(50), "d1");
            case 4 -> new OpenSitting(room, new SittingId("sit_nonsense1"), chance.nextBoolean() ? day() : "tomorrow", half());
            case 5 -> new CloseSitting(room);
            case 6 -> new SignIn(anybody(), "token", now - 1);
            case 7 -> new SignOut(anybody(), "token" + chance.nextInt(20));
            case 8 -> new OpenRound(room, round);
            case 9 -> new SaveDraft(round, anyApplicant(), -5, marks(), Optional.empty());
            case 10, 11 -> new SubmitScore(round, anyApplicant(), chance.nextInt(9) - 4, marks(), opinion());
            case 12 -> new Recuse(anybody(), anyApplicant(), Ground.KINSHIP, opinion());
            case 13 -> new LiftRecusal(anybody(), anyApplicant());
            case 14 -> new CloseRound(round, chance.nextBoolean(), opinion());
            case 15 -> new ReopenRound(round, new Ciphertext(""));
            case 16 -> new ComputeTally(round);
            case 17 -> new SignOff(round);
            default -> new SealMeeting();
        };
    }

    private Order order(PersonId who, Command command) {
        count++;
        return new Order(chance.nextInt(30) == 0 ? "" : "key" + count, "request" + count, who, now, command);
    }

    private Recuse recuse(int room) {
        return new Recuse(expert(room), applicant(room), Ground.values()[chance.nextInt(Ground.values().length)], opinion());
    }

    private SortedMap<String, String> marks() {
        var marks = TestMeeting.marks(chance.nextInt(41) + (chance.nextBoolean() ? "" : ".5"));
        if (marks.values().stream().anyMatch(mark -> mark.length() > 4)) return TestMeeting.marks("40");
        if (chance.nextInt(15) == 0) marks.put("ability", switch (chance.nextInt(6)) {
            case 0 -> "";
            case 1 -> "1e999999999";
            case 2 -> "-";
            case 3 -> "15.25";
            case 4 -> "十五";
            default -> "16";
        });
        if (chance.nextInt(40) == 0) marks.put("charm", "1");
        if (chance.nextInt(40) == 0) marks.remove("defence");
        return marks;
    }

    private Optional<Ciphertext> opinion() {
        return chance.nextInt(3) == 0 ? Optional.of(new Ciphertext("opinion" + chance.nextInt(1000))) : Optional.empty();
    }

    private int room() {
        return 1 + chance.nextInt(pack.rooms());
    }

    private PersonId expert(int room) {
        return TestPackage.expert(room, 1 + chance.nextInt(pack.experts()));
    }

    private ApplicantId applicant(int room) {
        return TestPackage.applicant(room, 1 + chance.nextInt(pack.applicants()));
    }

    private ApplicantId anyApplicant() {
        return TestPackage.applicant(1 + chance.nextInt(pack.rooms() + 1), 1 + chance.nextInt(pack.applicants() + 1));
    }

    private PersonId anybody() {
        var room = 1 + chance.nextInt(pack.rooms() + 1);
        return switch (chance.nextInt(6)) {
            case 0 -> PersonId.HOUSE;
            case 1 -> TestPackage.NOBODY;
            case 2 -> TestPackage.REGISTRAR;
            case 3 -> TestPackage.secretary(room);
            case 4 -> TestPackage.chair(room);
            default -> TestPackage.expert(room, 1 + chance.nextInt(pack.experts() + 1));
        };
    }

    private String day() {
        return "2026-11-2" + (1 + chance.nextInt(3));
    }

    private Half half() {
        return Half.values()[chance.nextInt(Half.values().length)];
    }
}
