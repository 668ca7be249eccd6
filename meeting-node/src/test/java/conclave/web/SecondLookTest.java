package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.config.Kit;
import conclave.config.Limits;
import conclave.config.Member;
import conclave.config.Place;
import conclave.config.Roster;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.LateLedgers;
import conclave.link.Link;
import conclave.link.NoAnswer;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.node.Company;
import conclave.node.FreshCard;
import conclave.node.Pass;
import conclave.node.Passes;
import conclave.node.TestHouse;
import conclave.seal.RandomIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is behind: what was done at the other one a moment ago is not refused here. */
class SecondLookTest {

    private static final List<String> KEEPERS = List.of("peer-a", "peer-b", "peer-w");

    @TempDir
    Path folder;

    private final LateLedgers late = new LateLedgers("peer-a", KEEPERS, (_, reason) -> {
        throw reason;
    });
    private volatile boolean leaderAnswers = true;
    private long sent;
    private TestSite site;
    private HeldRoom room;

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(new TestHouse(folder, late, Limits.DEFAULT, company()), house -> house.admit(1, Policy.REAL_NAME));
        room = HeldRoom.opened(site, "R01", 4);
    }

    @AfterEach
    void close() throws Exception {
        late.release();
        site.close();
    }

    @Test
    void whoSignedInAtTheOtherServerIsNotSentAway() {
        late.hold();
        var browser = signedInElsewhere();
        soon(late::release);
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    void aSheetForARoundThatWasJustOpenedElsewhereIsSaved() {
        late.hold();
        var round = roundOpenedElsewhere();
        soon(late::release);
        var saved = room.experts.getFirst().post("/api/applicants/" + applicant() + "/score", OneRoomTest.sheet(round, 0, "12"));
        assertEquals(200, saved.statusCode(), saved.body());
    }

    @Test
    void closingARoundThatWasJustOpenedElsewhereIsDone() {
        late.hold();
        var round = roundOpenedElsewhere();
        soon(late::release);
        var closed = room.secretary.post("/api/rounds/" + round + "/call", "{\"applicant\":\"" + applicant() + "\"}");
        assertEquals(200, closed.statusCode(), closed.body());
    }

    /** 登录卡遗失: a server that is behind lets a finder in, reads that the card was renewed, and has them out before they are answered. */
    @Test
    void aCardThatWasRenewedElsewhereAMomentAgoOpensNothing() {
        var expert = TestHouse.people(site.hall, Role.EXPERT, "R01").getLast();
        var lost = site.code(expert);
        late.hold();
        elsewhere(TestHouse.people(site.hall, Role.SECRETARY, "R01").getFirst().id(),
                FreshCard.order(site.hall, site.test.keys.codeBook(), expert.id(), Optional.empty()).orElseThrow());
        soon(late::release);
        var finder = site.browser();
        var answer = finder.post("/api/sign-in", "{\"code\":\"" + lost + "\"}");
        assertEquals("401 UNKNOWN_CODE", answer.statusCode() + " " + TestSite.json(answer).text("code"));
        assertEquals(401, finder.get("/api/me").statusCode());
    }

    @Test
    void whatIsRefusedByAllThatCountsIsRefused() {
        assertEquals(404, room.secretary.post("/api/rounds/rnd_" + RandomIds.next() + "/close", "{}").statusCode());
        assertEquals(409, room.secretary.post("/api/rooms/" + room.id + "/sitting", "{\"half\":\"morning\"}").statusCode());
    }

    @Test
    void whereNoLeaderCanBeAskedItIsNotNowAndNeverNo() {
        late.hold();
        leaderAnswers = false;
        var round = roundOpenedElsewhere();
        var answers = List.of(signedInElsewhere().get("/api/me"),
                room.experts.getFirst().post("/api/applicants/" + applicant() + "/score", OneRoomTest.sheet(round, 0, "12")),
                room.secretary.post("/api/rounds/" + round + "/close", "{}"));
        for (var answer : answers) {
            assertEquals(503, answer.statusCode(), answer.body());
            assertEquals("NOT_READY", TestSite.json(answer).text("code"));
        }
    }

    private TestSite.Browser signedInElsewhere() {
        var person = TestHouse.people(site.hall, Role.CHAIR, "R01").getFirst().id();
        var pass = new Pass(site.hall.id(), person, Passes.freshToken(), site.test.now.get() + 1_000_000);
        elsewhere(person, new SignIn(person, Passes.hash(pass.token()), pass.expiresAt()));
        var browser = site.browser();
        browser.cookie = "__Host-conclave=" + site.test.passes().cookie(pass);
        return browser;
    }

    private String roundOpenedElsewhere() {
        var round = new RoundId("rnd_" + RandomIds.next());
        elsewhere(TestHouse.people(site.hall, Role.SECRETARY, "R01").getFirst().id(), new OpenRound(new RoomId(room.id), round, "chance"));
        return round.value();
    }

    private void elsewhere(PersonId by, Command command) {
        var order = new Order("", "", by, site.test.now.incrementAndGet(), command);
        site.hall.chamber().ledger().append(Codec.entry("other", ++sent, List.of(Codec.bytes(order)))).join();
    }

    private String applicant() {
        return site.hall.register().orElseThrow().applicantsOf(new RoomId(room.id)).getFirst().value();
    }

    private static void soon(Runnable what) {
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(what);
    }

    private Company company() {
        var members = List.of(member("a", Member.Role.SERVER), member("b", Member.Role.SERVER), member("w", Member.Role.WITNESS));
        var kit = new Kit("kit", Optional.empty(), "", members);
        return Company.of(new Roster(new Place(folder.resolve("cluster.conf"), kit, members.getFirst())), new LeaderElsewhere());
    }

    private static Member member(String name, Member.Role role) {
        return new Member(name, role, "peer-" + name, "127.0.0.1", new Member.Ports(0, 0, 0, 0), "");
    }

    /** The other server leads, and knows all that is committed; about anything else it says nothing. */
    private final class LeaderElsewhere implements Link {
        @Override
        public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
            if (!about.equals("stand") || !peer.equals("peer-b") || !leaderAnswers) return CompletableFuture.failedFuture(new NoAnswer("not there", false, null));
            var said = new JsonFields().put("peer", peer).put("term", 1).put("leads", true)
                    .put("committed", site.hall.chamber().ledger().committed()).list("keepers", KEEPERS, Json::text).end();
            return CompletableFuture.completedFuture(CanonicalJson.bytes(said));
        }

        @Override
        public void answer(String about, Answering answering) {
            // Nobody asks this node.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
