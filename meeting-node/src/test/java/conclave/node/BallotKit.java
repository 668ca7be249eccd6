package conclave.node;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.Elector;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.link.Link;
import conclave.link.NoAnswer;
import conclave.meeting.SecretRounds;
import conclave.meeting.TestMeeting;
import conclave.meeting.event.Command;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.sitting.Round;
import conclave.seal.BlindSigner;
import conclave.seal.RoundKey;
import conclave.seal.SmallKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Two servers and a witness around one secret ballot, in one thread's hands: one record that all read, and wires that can be cut. */
final class BallotKit {

    static final List<String> SERVERS = List.of("a", "b");
    private static final List<String> ALL = List.of("a", "b", "w");

    final TestMeeting record;
    final int voters;
    final Map<String, Node> nodes = new HashMap<>();
    /** What went over the wires, as "a>b ballot-cast 1331/33". */
    final List<String> travelled = new ArrayList<>();
    private final List<Member> members = ALL.stream().map(BallotKit::member).toList();
    private final Set<Set<String>> cut = new HashSet<>();
    /** Nodes that do not hear from the majority. */
    final Set<String> behind = new HashSet<>();
    /** What a server whose program was changed makes of an answer: who, about what, and what it would have said. */
    interface Tampering {
        CompletableFuture<byte[]> of(String by, String about, CompletableFuture<byte[]> honest);
    }

    Tampering tampering = (_, _, honest) -> honest;
    private int keys;

    BallotKit(int voters) {
        this.voters = voters;
        this.record = SecretRounds.opened(voters);
        ALL.forEach(this::start);
    }

    private static Member member(String name) {
        return new Member(name, name.equals("w") ? Member.Role.WITNESS : Member.Role.SERVER, name, "127.0.0.1", new Member.Ports(0, 0, 0, 0), "");
    }

    /** One node's part, with an empty memory. */
    final class Node implements Link {
        final String name;
        final SecretBallots ballots;
        final BallotDoor door;
        private final Map<String, Answering> answers = new ConcurrentHashMap<>();

        Node(String name) {
            this.name = name;
            var self = members.stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow();
            var company = Company.of(new Roster(new Place(Path.of("cluster.conf"), new Kit("kit", Optional.empty(), "", members), self)), this);
            ballots = new SecretBallots(new BallotWire(company, TestMeeting.ID), pooled());
            door = new BallotDoor(company);
            door.show(TestMeeting.ID, new BallotDoor.Present(ballots, record::now, () -> CompletableFuture.completedFuture(!behind.contains(name))));
            door.answer();
        }

        @Override
        public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
            var other = nodes.get(peer);
            if (other == null || nodes.get(name) != this || cut.contains(Set.of(name, peer))) {
                return CompletableFuture.failedFuture(new NoAnswer(peer + " is not there", false, null));
            }
            return tampering.of(peer, about, other.answers.get(about).answer(name, question.clone())).whenComplete((said, no) -> {
                synchronized (travelled) {
                    travelled.add(name + ">" + peer + " " + about + " " + question.length + "/" + (no == null ? said.length : -1));
                }
            });
        }

        @Override
        public void answer(String about, Answering answering) {
            answers.put(about, answering);
        }

        @Override
        public void close() {
            nodes.remove(name, this);
        }
    }

    private BallotKeys pooled() {
        return new BallotKeys() {
            @Override
            public BlindSigner signer() {
                return SmallKeys.signer(next());
            }

            @Override
            public RoundKey round() {
                return SmallKeys.round(next());
            }
        };
    }

    private synchronized int next() {
        return keys++;
    }

    /** It reads the record again, and remembers nothing else. */
    void start(String name) {
        var node = new Node(name);
        nodes.put(name, node);
        node.ballots.happened(record.facts().stream().map(fact -> new Recorded(0, fact)).toList(), record.now());
    }

    void stop(String name) {
        nodes.remove(name).door.close();
    }

    void cut(String one, String other) {
        cut.add(Set.of(one, other));
    }

    void mend() {
        cut.clear();
    }

    SecretBallots at(String name) {
        return nodes.get(name).ballots;
    }

    Round round() {
        return record.now().floor().rounds().get(record.round()).orElseThrow();
    }

    /** Committed, and read by all who live. */
    List<Fact> ordered(PersonId who, Command command) {
        var before = record.facts().size();
        record.asked(who, command);
        var facts = record.facts().subList(before, record.facts().size());
        nodes.values().forEach(node -> node.ballots.happened(facts.stream().map(fact -> new Recorded(0, fact)).toList(), record.now()));
        return facts;
    }

    /** What each node does once a second. */
    void second() {
        List.copyOf(nodes.values()).stream().map(node -> node.door.look()).toList().forEach(CompletableFuture::join);
        // Other questions are answered on threads of their own.
        var asked = nodes.values().stream().flatMap(node -> SERVERS.stream().filter(peer -> !peer.equals(node.name))
                .map(peer -> node.ballots.wire().seen(peer, record.round()).handle((_, _) -> true))).toList();
        asked.forEach(CompletableFuture::join);
    }

    /** As long as the third node waits before it believes that somebody is gone. */
    void silence() {
        for (int i = 0; i < BallotNews.SILENT; i++) second();
    }

    /** What was asked in that second has been answered: another question of the same kind has. */
    void settled() {
        nodes.values().forEach(node -> node.ballots.held(round()).flatMap(HeldBallot::twin).ifPresent(twin ->
                node.ballots.wire().spare(twin, record.round()).handle((_, _) -> true).join()));
    }

    void announced(String at) throws InterruptedException {
        var order = at(at).prepare(record.now(), round()).orElseThrow();
        if (ordered(record.secretary(), order).isEmpty()) throw new AssertionError("not announced");
    }

    Elector elector(String at) {
        return new Elector(at(at).announcement(record.now(), round()).orElseThrow());
    }

    /** Whether both have signed; asked again it is the same. */
    boolean issued(int voter, Elector elector, String at) {
        var mark = at(at).mark(round(), elector.asked()).orElseThrow();
        ordered(record.expert(voter), new IssueToken(record.round(), mark));
        var signed = at(at).sign(round(), record.expert(voter), elector.asked()).join();
        signed.ifPresent(elector::signed);
        return signed.isPresent();
    }

    List<Elector> issued() {
        var electors = new ArrayList<Elector>();
        for (int voter = 1; voter <= voters; voter++) {
            var at = SERVERS.get(voter % 2);
            var elector = elector(at);
            if (!issued(voter, elector, at)) throw new AssertionError("not signed");
            electors.add(elector);
        }
        return electors;
    }

    void barred() {
        ordered(record.secretary(), new CloseIssuing(record.round(), true));
    }

    /** A paper as the page at this server throws it in. */
    Answer cast(byte[] paper, String at) {
        var body = at(at).cover(round()).map(cover -> Elector.covered(paper, cover)).orElse(paper);
        return at(at).cast(body).map(CompletableFuture::join).orElse(Answer.CLOSED);
    }

    Opened opened(String at, boolean acceptMissing) throws InterruptedException {
        return at(at).open(round(), acceptMissing);
    }

    OpenBox recorded(Opened opened) {
        var said = assertInstanceOf(Opened.Said.class, opened).order();
        if (ordered(record.secretary(), said).isEmpty()) throw new AssertionError("the record does not believe it");
        return said;
    }
}
