package conclave.meeting;

import conclave.meeting.event.AmendmentCommand.ConfirmAmendment;
import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentCommand.ProposeAmendment;
import conclave.meeting.event.AmendmentCommand.ReceiveAmendment;
import conclave.meeting.event.AmendmentCommand.WithdrawAmendment;
import conclave.meeting.event.Change;
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
import conclave.meeting.event.IntakeCommand.ContinueAlone;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PauseReason;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CallApplicant;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.LiftRecusal;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.PauseRoom;
import conclave.meeting.event.SittingCommand.PauseRooms;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.meeting.event.SittingCommand.ReopenRound;
import conclave.meeting.event.SittingCommand.ResumeRoom;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SignOut;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingCommand.SwapExpert;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Session;
import java.math.BigDecimal;
import conclave.meeting.intake.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** What tired people and broken laptops send: mostly sensible, often late, twice, for the wrong room, or nonsense. One seed, one stream. */
public final class RandomOrders {

    private final Random chance;
    private final TestPackage pack;
    private final Conduct conduct;
    private final RandomReleases pages;
    private long now = TestMeeting.START;
    private int count;
    private Order last;

    public RandomOrders(long seed, TestPackage pack) {
        this.chance = new Random(seed);
        this.pack = pack;
        this.conduct = new Conduct(chance, this::marks);
        this.pages = new RandomReleases(chance);
    }

    /** The orders that found the meeting and bring in the package, in a few pieces, sometimes after a first try that fell. */
    public List<Order> beginning() {
        var orders = new ArrayList<Order>();
        orders.add(order(PersonId.HOUSE, new FoundMeeting(TestMeeting.ID, Meeting.RULES)));
        var items = new ArrayList<>(pack.items());
        if (chance.nextInt(4) == 0) items.replaceAll(this::lackingOnePaper);
        for (int n = Math.min(chance.nextInt(3), pack.applicants()); n > 0; n--) items.add(TestPackage.recusal(1, 1 + chance.nextInt(pack.experts()), n));
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

    private Item lackingOnePaper(Item item) {
        return item instanceof Item.Description about ? about.with(Permitted.without(PermitKind.values()[chance.nextInt(3)])) : item;
    }

    /** The next order, with an eye on how things stand, so that meetings get somewhere. */
    public Order next(Meeting meeting) {
        now += chance.nextInt(40) == 0 ? -chance.nextInt(5_000_000) : chance.nextInt(3000);
        if (last != null && chance.nextInt(15) == 0) return retry();
        last = chance.nextInt(12) == 0 ? order(anybody(), nonsense(meeting)) : chance.nextInt(60) == 0 ? pause() : sensible(meeting);
        return last;
    }

    private Order pause() {
        var room = room();
        if (chance.nextInt(3) == 0) return order(PersonId.HOUSE, new ContinueAlone("decision " + chance.nextInt(9), "key"));
        return chance.nextBoolean() ? order(TestPackage.secretary(room), new PauseRoom(TestPackage.room(room)))
                : order(PersonId.HOUSE, new PauseRooms(PauseReason.values()[chance.nextInt(2)]));
    }

    private Order retry() {
        var request = chance.nextInt(4) == 0 ? "another" : last.request();
        var who = chance.nextInt(6) == 0 ? anybody() : last.actor();
        return new Order(last.key(), request, who, now, last.command());
    }

    private Order sensible(Meeting meeting) {
        var room = room();
        var id = TestPackage.room(room);
        var secretary = TestPackage.secretary(room);
        if (meeting.ending().isSealed() && chance.nextInt(4) == 0) return reopening(meeting, room);
        var lacking = Permission.all(meeting.intake().register().orElseThrow(), "2026-11-21");
        if (!lacking.isEmpty() && chance.nextInt(3) == 0) return order(chance.nextBoolean() ? secretary : TestPackage.REGISTRAR, paper(PermitKind.values()[chance.nextInt(3)]));
        if (meeting.floor().sitting(id).isEmpty()) return order(secretary, new OpenSitting(id, new SittingId("sit_sitting" + ++count), day(), half()));
        if (meeting.floor().pause(id).isPresent() && chance.nextInt(3) > 0) return order(chance.nextBoolean() ? secretary : TestPackage.chair(room), new ResumeRoom(id));
        var absent = experts(meeting, room).stream().filter(expert -> !meeting.floor().present(id, expert)).toList();
        if (!absent.isEmpty() && chance.nextInt(3) == 0) return signIn(any(absent));
        if (chance.nextInt(5) < 2) {
            var next = conduct.next(meeting, room);
            if (next.isPresent()) return order(next.get().who(), next.get().command());
        }
        return besides(meeting, room);
    }

    private static EnterPermit paper(PermitKind kind) {
        return new EnterPermit(kind, "批〔2026〕9号", Optional.of("2027-12-31").filter(_ -> kind == PermitKind.APPROVAL));
    }

    /** What people do besides, and in spite of, what the room is waiting for. */
    private Order besides(Meeting meeting, int room) {
        var secretary = TestPackage.secretary(room);
        var expert = expert(meeting, room);
        var round = meeting.floor().round(TestPackage.room(room));
        return switch (chance.nextInt(41)) {
            case 32, 33, 34, 35, 36, 37, 38, 39 -> order(pages.next(meeting, room));
            case 30, 31 -> amending(meeting, room);
            case 40 -> order(secretary, card(expert, "code" + ++count));
            case 0, 1 -> signIn(expert);
            case 2 -> signOut(meeting, expert);
            case 3, 4 -> order(expert, recuse(expert, applicant(room)));
            case 5, 6 -> order(secretary, new LiftRecusal(expert, applicant(room)));
            case 7 -> order(secretary, new CloseSitting(TestPackage.room(room)));
            case 8, 9 -> order(secretary, new SwapExpert(TestPackage.room(room), expert, alternate(meeting, room), new Ciphertext("ill")));
            case 10, 11, 12, 13, 14 -> meeting.book().proposal().isPresent() && chance.nextInt(8) > 0 ? approval(meeting, room)
                    : order(secretary, new ProposeSheet(changed(meeting), new Ciphertext("wrong")));
            case 15, 16 -> round.isEmpty() ? signIn(expert) : order(secretary, new ReopenRound(round.get().id(), new Ciphertext("why")));
            case 17 -> reopening(meeting, room);
            case 18 -> round.isEmpty() ? signIn(expert) : order(secretary, new CloseIssuing(round.get().id(), true));
            case 19 -> round.isEmpty() ? signIn(expert) : order(secretary, new CloseRound(round.get().id(), chance.nextInt(8) == 0, opinion()));
            case 20, 21, 22, 23 -> round.isEmpty() ? signIn(expert) : draft(room, expert, round.get());
            default -> round.isEmpty() ? signIn(expert) : submit(meeting.intake().register().orElseThrow(), room, expert, round.get());
        };
    }

    private static RenewCard card(PersonId who, String hash) {
        return new RenewCard(who, new Ciphertext("sealed anew"), hash, Optional.empty());
    }

    /** Mostly by another person than the one who asked. */
    private Order reopening(Meeting meeting, int room) {
        var id = TestPackage.room(room);
        var who = List.of(TestPackage.secretary(room), TestPackage.REGISTRAR, TestPackage.chair(room)).get(chance.nextInt(3));
        return order(who, meeting.ending().asked().has(id) ? new ReopenRoom(id) : new AskReopening(id, new Ciphertext("an error of counting")));
    }

    private Order draft(int room, PersonId expert, Round round) {
        var applicant = applicant(room);
        var basedOn = round.revision(applicant, expert) - (chance.nextInt(5) == 0 ? 1 : 0);
        return order(expert, new SaveDraft(round.id(), applicant, basedOn, marks(), opinion()));
    }

    private Order submit(Register register, int room, PersonId expert, Round round) {
        var applicant = applicant(room);
        var known = round.revision(applicant, expert);
        var seen = Optional.of(register.version(applicant)).filter(_ -> chance.nextInt(8) > 0);
        return order(expert, new SubmitScore(round.id(), applicant, chance.nextInt(12) == 0 ? known - 1 : known, marks(), opinion(), seen));
    }

    private Order approval(Meeting meeting, int room) {
        var sheet = meeting.book().proposal().map(proposal -> proposal.sheet().version()).orElse(2);
        var who = List.of(TestPackage.chair(room), TestPackage.SUPERVISOR, TestPackage.REGISTRAR).get(chance.nextInt(3));
        return order(who, new ApproveSheet("A", sheet));
    }

    /** A later version, in which experts may give less, or something is counted up to another maximum. */
    private Sheet changed(Meeting meeting) {
        var old = meeting.book().sheets().get("A").orElseThrow();
        var indicators = new ArrayList<>(old.indicators());
        var at = chance.nextBoolean() ? 0 : chance.nextInt(indicators.size());
        indicators.set(at, lowered(indicators.get(at)));
        return new Sheet(old.code(), old.version() + 1, old.title(), old.titleEn(), old.cutoff(), old.total(), old.finalMax(), old.scale(), old.fields(),
                old.charts(), indicators);
    }

    private Sheet.Indicator lowered(Sheet.Indicator one) {
        var children = one.children().stream().map(this::lowered).toList();
        var max = one.kind() == Sheet.Kind.VETO ? one.max() : children.isEmpty() ? one.max().subtract(new BigDecimal(5)).max(BigDecimal.ONE)
                : children.stream().map(Sheet.Indicator::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Sheet.Indicator(one.code(), one.name(), one.nameEn(), one.kind(), one.min(), max, one.step(), one.weight(), one.gathering(), one.best(),
                one.source(), one.ceiling(), one.adjustment(), one.stage(), children);
    }

    private Order signIn(PersonId who) {
        return order(who, new SignIn(who, "token" + ++count, now + chance.nextInt(20_000_000)));
    }

    private Order signOut(Meeting meeting, PersonId who) {
        var token = meeting.floor().sessions().get(who).map(Session::tokenHash).orElse("none");
        return order(who, new SignOut(who, token));
    }

    /** Anything at all, from anybody, about anybody. */
    private Command nonsense(Meeting meeting) {
        var rounds = meeting.floor().rounds().values();
        var round = rounds.isEmpty() || chance.nextInt(5) == 0 ? new RoundId("rnd_round000" + chance.nextInt(9)) : any(rounds).id();
        var room = TestPackage.room(1 + chance.nextInt(pack.rooms() + 2));
        return switch (chance.nextInt(36)) {
            case 32, 34 -> pages.nonsense(anyApplicant());
            case 35 -> card(anybody(), "hash-of-" + anybody().value());
            case 28 -> new PauseRooms(PauseReason.values()[chance.nextInt(3)]);
            case 29 -> new PauseRoom(room);
            case 30 -> new ResumeRoom(room);
            case 0 -> new FoundMeeting(new MeetingId("reh_again0001"), "other rules");
            case 1 -> new BeginImport(new ImportId("imp_again0001"));
            case 2 -> new ImportItems(TestMeeting.IMPORT, chance.nextInt(5), "", "d", pack.items());
            case 3 -> new CompleteImport(TestMeeting.IMPORT, chance.nextInt(50), "d1");
            case 4 -> new OpenSitting(room, new SittingId("sit_nonsense1"), chance.nextBoolean() ? day() : "tomorrow", half());
            case 5 -> new CloseSitting(room);
            case 6 -> new SignIn(anybody(), "token", now - 1);
            case 7 -> new SignOut(anybody(), "token" + chance.nextInt(20));
            case 8 -> new OpenRound(room, round, "chance");
            case 9 -> new SaveDraft(round, anyApplicant(), -5, marks(), Optional.empty());
            case 10, 11 -> new SubmitScore(round, anyApplicant(), chance.nextInt(9) - 4, marks(), opinion());
            case 12 -> new Recuse(anybody(), anyApplicant(), Ground.KINSHIP, opinion());
            case 13 -> new LiftRecusal(anybody(), anyApplicant());
            case 14 -> new CloseRound(round, chance.nextBoolean(), opinion());
            case 15 -> new ReopenRound(round, new Ciphertext(""));
            case 16 -> new ComputeTally(round);
            case 17 -> chance.nextBoolean() ? new SignOff(round) : new SignWithoutRound(room);
            case 18 -> new CallApplicant(round, anyApplicant());
            case 19 -> new CastPaper(round, new TreeMap<>(Map.of(anyApplicant().value(), List.of("yes", "1", "0", "maybe").get(chance.nextInt(4)))));
            case 20 -> new CountPapers(round, chance.nextInt(9) - 2, chance.nextInt(3), List.of(new Counted(anyApplicant(), Integer.MAX_VALUE, 1, 0)));
            case 21 -> new AnnounceBallot(round, chance.nextBoolean() ? Blind.hash(3) : "hash", List.of("key"), "key");
            case 22 -> new IssueToken(round, chance.nextBoolean() ? Blind.hash(3) : "hash");
            case 23 -> new CloseIssuing(round, chance.nextBoolean());
            case 24 -> new OpenBox(round, Blind.tokens(chance.nextInt(6)), chance.nextInt(9) - 2, List.of(new Column(anyApplicant(), List.of(1, -1, 3))));
            case 25 -> new SwapExpert(room, anybody(), anybody(), new Ciphertext("why"));
            case 26 -> chance.nextBoolean() ? new ProposeSheet(TestPackage.counted(), new Ciphertext("")) : new ApproveSheet("B", chance.nextInt(4));
            case 33 -> new EnterPermit(PermitKind.values()[chance.nextInt(3)], chance.nextBoolean() ? "" : "号", chance.nextBoolean() ? Optional.empty() : Optional.of("2026-11-21"));
            case 27 -> chance.nextBoolean() ? new AskReopening(room, new Ciphertext("")) : new ReopenRoom(room);
            default -> new SealMeeting();
        };
    }

    /** 现场变更: proposed, confirmed by somebody else or by the same person, sometimes for what does not stand there any more. */
    private Order amending(Meeting meeting, int room) {
        var open = meeting.intake().amendments().proposed();
        var who = List.of(TestPackage.secretary(room), TestPackage.chair(room), TestPackage.REGISTRAR, TestPackage.SUPERVISOR).get(chance.nextInt(4));
        if (!open.isEmpty() && chance.nextInt(4) > 0) {
            var one = open.iterator().next().getKey();
            return order(who, chance.nextInt(5) < 2 ? new WithdrawAmendment(one) : new ConfirmAmendment(one));
        }
        var panel = room > pack.rooms() ? 1 : room;
        if (chance.nextInt(4) == 0) return order(chance.nextInt(9) == 0 ? who : PersonId.HOUSE, received(meeting, panel));
        var brought = chance.nextInt(5) == 0;
        return order(brought ? PersonId.HOUSE : who, new ProposeAmendment(Amended.id(1 + chance.nextInt(60)), brought ? Optional.of("pkg_v") : Optional.empty(),
                List.of(change(meeting, panel)), new Ciphertext("why")));
    }

    private ReceiveAmendment received(Meeting meeting, int panel) {
        var last = meeting.intake().amendments().lastReceived();
        var number = last.map(one -> (int) one.sequence()).orElse(1) + 1;
        return new ReceiveAmendment(Amended.id(100 + number), chance.nextInt(9) == 0 ? "pkg_other" : last.flatMap(one -> one.parcel()).orElse("pkg_1"),
                "pkg_" + number, number, List.of(change(meeting, panel)));
    }

    private Change change(Meeting meeting, int panel) {
        var register = meeting.intake().register().orElseThrow();
        if (chance.nextInt(4) == 0) return Amended.late(register, panel, pack.applicants() + 1 + register.applicants().size());
        var applicant = any(register.applicantsOf(TestPackage.room(panel)));
        var version = register.version(applicant) - (chance.nextInt(9) == 0 ? 1 : 0);
        var before = register.applicants().get(applicant).orElseThrow();
        return new Change.ChangedDossier(version, chance.nextBoolean() ? Amended.refiled(before, version + 1)
                : Amended.recounted(before, Integer.toString(chance.nextInt(90))));
    }

    private Order order(Conduct.Step step) {
        return order(step.who(), step.command());
    }

    private Order order(PersonId who, Command command) {
        count++;
        return new Order(chance.nextInt(30) == 0 ? "" : "key" + count, "request" + count, who, now, command);
    }

    private Recuse recuse(PersonId expert, ApplicantId applicant) {
        return new Recuse(expert, applicant, Ground.values()[chance.nextInt(Ground.values().length)], opinion());
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
        return 1 + chance.nextInt(pack.hall() ? pack.rooms() + 1 : pack.rooms());
    }

    private static List<PersonId> experts(Meeting meeting, int room) {
        return meeting.intake().register().orElseThrow().expertsOf(TestPackage.room(room));
    }

    private PersonId expert(Meeting meeting, int room) {
        return any(experts(meeting, room));
    }

    private PersonId alternate(Meeting meeting, int room) {
        var waiting = meeting.intake().register().orElseThrow().alternatesOf(TestPackage.room(room));
        return waiting.isEmpty() || chance.nextInt(5) == 0 ? TestPackage.alternate(1, 2) : waiting.getFirst();
    }

    /** One who comes before the room: of its own, or of one of its panels. */
    private ApplicantId applicant(int room) {
        var panel = room > pack.rooms() ? 1 + chance.nextInt(pack.rooms()) : room;
        return TestPackage.applicant(panel, 1 + chance.nextInt(pack.applicants()));
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
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
