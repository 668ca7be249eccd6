package conclave.appliance.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.appliance.Tried;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.ledger.Evidence;
import conclave.ledger.Notary;
import conclave.main.ConclaveNode;
import conclave.meeting.Meeting;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Command;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.OpenSitting;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.node.Admission;
import conclave.seal.NodeKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A small meeting in a data folder: a node takes its package in, and what people do afterwards is decided by the rules and written as
 * the node would write it, so that nobody need be served for it.
 */
final class HeldMeeting implements AutoCloseable {

    private static final long HOUR_MS = 3_600_000;

    final Path data;
    final String id;
    private Meeting meeting = Meeting.NOT_FOUNDED;
    private long now;
    private int count;

    private final Evidence evidence;

    private HeldMeeting(Path data, String id) {
        this.data = data;
        this.id = id;
        this.evidence = Evidence.open(folder().resolve("evidence.jsonl"), id);
    }

    static HeldMeeting in(Path temp) throws Exception {
        var sample = temp.resolve("sample");
        assertEquals(0, Tried.of("package sample --out " + sample + " --rooms 1 --experts 3 --applicants 2 --seed 5 --kind real").code());
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.resolve("data").toString(), "port", "0")).value().orElseThrow();
        try (var node = ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            new Admission(node.house()).admit(MeetingFolder.read(sample).meeting().orElseThrow(), sample);
        }
        try (var all = Files.list(temp.resolve("data/meetings"))) {
            return new HeldMeeting(temp.resolve("data"), all.findFirst().orElseThrow().getFileName().toString()).read();
        }
    }

    Path folder() {
        return data.resolve("meetings").resolve(id);
    }

    private HeldMeeting read() throws Exception {
        for (var line : Files.readAllLines(folder().resolve("evidence.jsonl"))) {
            write(Codec.fact(CanonicalJson.readObject(line.getBytes(StandardCharsets.UTF_8))));
        }
        evidence.caughtUp();
        now = meeting.clock();
        return this;
    }

    private RoomId room() {
        return meeting.intake().register().orElseThrow().rooms().values().iterator().next().id();
    }

    PersonId any(Role role) {
        var register = meeting.intake().register().orElseThrow();
        return register.people().values().stream().filter(one -> register.holdsAnywhere(one.id(), role)).findFirst().orElseThrow().id();
    }

    /** The room comes together, nobody hands anything in, and the chair signs for that. */
    HeldMeeting sealed() throws Exception {
        var secretary = any(Role.SECRETARY);
        var round = new RoundId("rnd_held0001");
        var day = meeting.intake().register().orElseThrow().description().orElseThrow().opens();
        ask(secretary, new OpenSitting(room(), new SittingId("sit_held0001"), day, Half.MORNING));
        for (var expert : meeting.intake().register().orElseThrow().expertsOf(room())) ask(expert, new SignIn(expert, "token", now + HOUR_MS));
        ask(secretary, new OpenRound(room(), round, "chance"));
        ask(secretary, new CloseRound(round, true, Optional.of(new Ciphertext("nobody could read"))));
        ask(secretary, new ComputeTally(round));
        return signedAndSealed();
    }

    HeldMeeting signedAndSealed() throws Exception {
        ask(any(Role.CHAIR), new SignOff(meeting.floor().round(room()).orElseThrow().id()));
        return ask(any(Role.SECRETARY), new SealMeeting());
    }

    HeldMeeting reopened() throws Exception {
        ask(any(Role.SECRETARY), new AskReopening(room(), new Ciphertext("a name was wrong")));
        return ask(any(Role.CHAIR), new ReopenRoom(room()));
    }

    private void write(Fact fact) {
        meeting = Meeting.evolve(meeting, fact);
        if (fact.event().evidence()) evidence.write(Codec.body(new MeetingId(id), fact));
    }

    @Override
    public void close() {
        evidence.close();
    }

    private HeldMeeting ask(PersonId who, Command command) throws Exception {
        count++;
        now += 1000;
        var decision = Meeting.decide(meeting, new Order("key" + count, "request" + count, who, now, command));
        if (!(decision instanceof Decision.Accepted yes)) throw new AssertionError(command + ": " + decision);
        yes.facts().forEach(this::write);
        evidence.flush();
        try (var notary = Notary.open(folder().resolve("roots.jsonl"), id, evidence, NodeKeys.at(data.resolve("node"), false).signing().signer(), () -> now, alarm -> {
                    throw alarm;
                })) {
            notary.receipt(evidence.size()).get();
        }
        return this;
    }
}
