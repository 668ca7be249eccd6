package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.appliance.Conclave;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.meeting.event.Command;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.Stage;
import conclave.node.Admission;
import conclave.node.Hall;
import conclave.node.Reply;
import conclave.node.SeatCard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/** The small meeting with other stages, on a node in this very process: those who are not looked at act without a browser. */
final class Premises implements AutoCloseable {

    private static final int HOURS = 4 * 3_600_000;

    private final ConclaveNode node;
    private final Hall hall;
    private final Trust trust;
    private final List<PersonId> experts;

    private Premises(ConclaveNode node, Hall hall) throws Exception {
        this.node = node;
        this.hall = hall;
        this.trust = Trust.in(node.trusted());
        this.experts = hall.register().orElseThrow().expertsOf(room());
    }

    static Premises open(Path folder, UnaryOperator<MeetingFile> changed) throws Exception {
        return open(folder, changed, "--applicants", "4");
    }

    /** Pages wait until they are released; of each dossier the form and one more, so that nobody waits for the machine for long. */
    static Premises screening(Path folder) throws Exception {
        return open(folder, Premises::withTwoDocumentsEach, "--applicants", "2", "--screening");
    }

    private static Premises open(Path folder, UnaryOperator<MeetingFile> changed, String... wishes) throws Exception {
        var source = folder.resolve("source");
        var words = new ArrayList<>(List.of("package", "sample", "--out", source.toString(), "--rooms", "1", "--experts", "4", "--seed", "7"));
        words.addAll(List.of(wishes));
        assertEquals(0, new CommandLine(new Conclave()).execute(words.toArray(String[]::new)));
        var config = NodeConfig.read(Optional.empty(), Map.of("data", folder.resolve("data").toString(), "port", "0")).value().orElseThrow();
        var node = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow();
        var hall = new Admission(node.house()).admit(changed.apply(MeetingFolder.read(source).meeting().orElseThrow()), source);
        node.ready();
        return new Premises(node, hall);
    }

    static MeetingFile through(MeetingFile file, Stage... stages) {
        var all = new ArrayList<Stage>(List.of(new Stage.AutoScore("auto", "自动量化赋分")));
        all.addAll(List.of(stages));
        all.add(new Stage.SignOff("sign", "签字确认"));
        var mode = new Mode("these-stages", 1, "专业组评审", "Panel review", 2, all);
        return new MeetingFile(file.meeting(), file.people(), file.applicants(), file.sheet(), mode, file.rules(), file.recusals(), file.files());
    }

    static MeetingFile withAlternate(MeetingFile file) {
        var people = new ArrayList<>(file.people());
        people.add(new MeetingFile.Person("X1", "候补一", "某设计院", Optional.of("1-09"), List.of(MeetingFile.Role.ALTERNATE),
                Optional.of(file.meeting().rooms().getFirst().code()), Optional.empty(), Optional.empty()));
        return new MeetingFile(file.meeting(), people, file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    private static MeetingFile withTwoDocumentsEach(MeetingFile file) {
        var applicants = file.applicants().stream().map(one -> one.with(one.documents().subList(0, 2))).toList();
        return new MeetingFile(file.meeting(), file.people(), applicants, file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    /** Of how many applicants the dossier is open to the experts. */
    long open() {
        var register = hall.register().orElseThrow();
        return register.applicants().values().stream().filter(one -> hall.meeting().clearance().open(register, one.id())).count();
    }

    /** Whose dossier two have opened before it was released. */
    Item.Applicant overridden() {
        var register = hall.register().orElseThrow();
        return register.applicants().values().stream().filter(one -> hall.meeting().clearance().opened(register, one.id()).isPresent()).findFirst().orElseThrow();
    }

    /** As they sat there when the doors opened. */
    List<PersonId> experts() {
        return experts;
    }

    PersonId secretary() {
        return holder(Role.SECRETARY);
    }

    PersonId holder(Role role) {
        return hall.register().orElseThrow().people().values().stream()
                .filter(one -> one.grants().stream().anyMatch(grant -> grant.role() == role)).map(Item.Person::id).findFirst().orElseThrow();
    }

    PersonId inSeat(int seat) {
        return hall.register().orElseThrow().expertsOf(room()).get(seat);
    }

    RoomId room() {
        return hall.register().orElseThrow().rooms().values().getFirst().id();
    }

    Laptop laptop(String owner, Path profiles) throws Exception {
        return Laptop.of(owner, profiles, URI.create(node.origin().toString()), trust);
    }

    void signIn(Laptop laptop, PersonId person) throws Exception {
        var seat = SeatCard.of(hall, hall.register().orElseThrow().people().get(person).orElseThrow());
        Visitor.signsIn(laptop, new Card("", seat.name(), seat.seat(), seat.code(), seat.words()), seat.code());
    }

    /** The morning begins: whoever sits there may read. */
    void opens() {
        var day = Instant.ofEpochMilli(System.currentTimeMillis()).atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString();
        does(secretary(), new OpenSitting(room(), new SittingId("sit_thisday01"), day, Half.MORNING));
    }

    void arrives(PersonId person) {
        does(person, new SignIn(person, "arrived", hall.meeting().clock() + HOURS));
    }

    /** Where somebody stands before anybody has marked them: the codes of the applicants, the best first. */
    List<String> byAutomaticPoints() {
        var meeting = hall.meeting();
        return meeting.walk().candidates(room()).stream().sorted(Comparator.comparing((ApplicantId id) -> meeting.book().countedOf(id).automatic()).reversed())
                .map(this::code).toList();
    }

    private String code(ApplicantId id) {
        return hall.register().orElseThrow().applicants().get(id).orElseThrow().code();
    }

    /** So many points for the one named, and so many for everybody else. */
    void scores(PersonId expert, String named, int points, int others) {
        var round = hall.meeting().floor().round(room()).orElseThrow();
        for (var id : round.candidates()) {
            var left = code(id).equals(named) ? points : others;
            var marks = new TreeMap<String, String>();
            for (var leaf : List.of("A5.1", "A5.2", "A5.3")) {
                var mark = Math.min(left, leaf.equals("A5.3") ? 10 : 15);
                marks.put(leaf, Integer.toString(mark));
                left -= mark;
            }
            does(expert, new SubmitScore(round.id(), id, 0, marks, Optional.empty()));
        }
    }

    private void does(PersonId person, Command command) {
        assertInstanceOf(Reply.Done.class, hall.chamber().submit(new Order("", "", person, System.currentTimeMillis(), command)).join());
    }

    @Override
    public void close() {
        node.close();
    }
}
