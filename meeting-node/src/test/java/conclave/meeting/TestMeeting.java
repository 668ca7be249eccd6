package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
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
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.CloseSitting;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A meeting to be lived through in a test. Each order is a second later than the one before; room 1 is meant unless said. */
public final class TestMeeting {

    public static final String DAY = "2026-11-21";
    public static final MeetingId ID = new MeetingId("mtg_test0001");
    public static final ImportId IMPORT = new ImportId("imp_test0001");
    public static final long START = 1_795_000_000_000L;
    public static final long HALF_DAY = 4 * 3600_000L;

    private final List<Fact> facts = new ArrayList<>();
    private Meeting meeting = Meeting.NOT_FOUNDED;
    private long now = START;
    private int asked;

    private TestMeeting() {
    }

    public static TestMeeting notFounded() {
        return new TestMeeting();
    }

    public static TestMeeting founded() {
        var test = new TestMeeting();
        test.accepted(PersonId.HOUSE, new FoundMeeting(ID, Meeting.RULES));
        return test;
    }

    public static TestMeeting of(TestPackage pack) {
        return founded().imported(pack.items());
    }

    public static TestMeeting roomOf(int experts, int applicants) {
        return of(TestPackage.rooms(1, experts, applicants));
    }

    public TestMeeting imported(List<Item> items) {
        accepted(PersonId.HOUSE, new BeginImport(IMPORT));
        accepted(PersonId.HOUSE, new ImportItems(IMPORT, 1, "", "all", items));
        accepted(PersonId.HOUSE, new CompleteImport(IMPORT, items.size(), "all"));
        return this;
    }

    public Meeting now() {
        return meeting;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public TestMeeting later(long millis) {
        now += millis;
        return this;
    }

    public long clock() {
        return now;
    }

    public Decision asked(PersonId who, Command command) {
        asked++;
        return asked(who, "key-" + asked, "request-" + asked, command);
    }

    public Decision asked(PersonId who, String key, String request, Command command) {
        now += 1000;
        return asked(new Order(key, request, who, now, command));
    }

    public Decision asked(Order order) {
        var decision = Meeting.decide(meeting, order);
        if (decision instanceof Decision.Accepted yes) {
            for (var fact : yes.facts()) meeting = Meeting.evolve(meeting, fact);
            facts.addAll(yes.facts());
        }
        return decision;
    }

    public List<Fact> accepted(PersonId who, Command command) {
        return assertInstanceOf(Decision.Accepted.class, asked(who, command), command::toString).facts();
    }

    /** Refused with this code, and nothing has changed by it. */
    public Refusal refused(Refusal.Code code, PersonId who, Command command) {
        var before = Portrait.of(meeting);
        var refusal = assertInstanceOf(Decision.Refused.class, asked(who, command), command::toString).refusal();
        assertEquals(code, refusal.code());
        assertEquals(before, Portrait.of(meeting));
        return refusal;
    }

    public PersonId secretary() {
        return TestPackage.secretary(1);
    }

    public PersonId chair() {
        return TestPackage.chair(1);
    }

    public PersonId expert(int n) {
        return TestPackage.expert(1, n);
    }

    public ApplicantId applicant(int n) {
        return TestPackage.applicant(1, n);
    }

    public RoundId round() {
        return round(1);
    }

    public static RoundId round(int room) {
        return new RoundId("rnd_roundof" + room);
    }

    public TestMeeting sittingOpened(int room, Half half) {
        return sittingOpened(room, DAY, half);
    }

    public TestMeeting sittingOpened(int room, String day, Half half) {
        accepted(TestPackage.secretary(room), new OpenSitting(TestPackage.room(room),
                new SittingId("sit_" + day.replace("-", "") + half.ordinal() + room), day, half));
        return this;
    }

    public TestMeeting sittingClosed(int room) {
        accepted(TestPackage.secretary(room), new CloseSitting(TestPackage.room(room)));
        return this;
    }

    public TestMeeting signedIn(PersonId who) {
        accepted(who, signIn(who, "token-of-" + who.value()));
        return this;
    }

    public SignIn signIn(PersonId who, String token) {
        return new SignIn(who, token, now + HALF_DAY);
    }

    /** The morning begins and every expert of the room is there. */
    public TestMeeting gathered() {
        sittingOpened(1, Half.MORNING);
        for (var expert : meeting.intake().register().orElseThrow().expertsOf(TestPackage.room(1))) signedIn(expert);
        return this;
    }

    /** The room is gathered and its round is open. */
    public TestMeeting scoring() {
        gathered().accepted(secretary(), new OpenRound(TestPackage.room(1), round(), "chance"));
        return this;
    }

    public SubmitScore score(int applicant, int basedOn, String points) {
        return new SubmitScore(round(), applicant(applicant), basedOn, marks(points), Optional.empty());
    }

    /** The expert gives the applicant so many points, over whatever they gave before. */
    public TestMeeting given(int expert, int applicant, String points) {
        var last = meeting.floor().rounds().get(round()).orElseThrow().revision(applicant(applicant), expert(expert));
        var version = Optional.of(meeting.walk().register().version(applicant(applicant))).filter(one -> one > 1);
        accepted(expert(expert), new SubmitScore(round(), applicant(applicant), last, marks(points), Optional.empty(), version));
        return this;
    }

    public TestMeeting givenByAll(int applicant, String... points) {
        for (int expert = 1; expert <= points.length; expert++) given(expert, applicant, points[expert - 1]);
        return this;
    }

    /** Fills the sheet's indicators from the first on, until the points are spent. */
    public static SortedMap<String, String> marks(String points) {
        var marks = new TreeMap<String, String>();
        var left = new BigDecimal(points);
        for (var leaf : TestPackage.engineering().indicators().getFirst().children()) {
            var mark = left.min(leaf.max());
            marks.put(leaf.code(), mark.toPlainString());
            left = left.subtract(mark);
        }
        return marks;
    }

    public CloseRound closing() {
        return new CloseRound(round(), false, Optional.empty());
    }

    public TestMeeting closed() {
        accepted(secretary(), closing());
        return this;
    }

    public TestMeeting tallied() {
        accepted(secretary(), new ComputeTally(round()));
        return this;
    }

    public TestMeeting signedOff() {
        accepted(chair(), new SignOff(round()));
        return this;
    }

    public TestMeeting sealed() {
        accepted(secretary(), new SealMeeting());
        return this;
    }

    public Row row(int applicant) {
        return meeting.tallies().of().get(round()).orElseThrow().rows().stream()
                .filter(row -> row.applicant().equals(applicant(applicant))).findFirst().orElseThrow();
    }

    public List<Optional<Integer>> ranks() {
        return meeting.tallies().of().get(round()).orElseThrow().rows().stream().map(Row::rank).toList();
    }
}
