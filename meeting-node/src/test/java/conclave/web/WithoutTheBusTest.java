package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.ledger.Receipt;
import conclave.meeting.event.Role;
import conclave.presence.LocalPresence;
import conclave.presence.LocalSignIns;
import conclave.presence.Visit;
import conclave.presence.hazelcast.SharedPresence;
import conclave.presence.hazelcast.SharedPresence.State;
import conclave.presence.hazelcast.Sharing;
import conclave.presence.hazelcast.Sharing.Seat;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazelcast is stopped altogether while experts score: only who is online elsewhere becomes unknown. */
class WithoutTheBusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final String cluster = UUID.randomUUID().toString();

    @Test
    void scoringAndReceiptsGoOnAndOnlyPresenceBecomesUnknown() throws Exception {
        var here = new Seat("here", freePort(), "127.9.0.1", "127.9.1.1");
        var there = new Seat("there", freePort(), "127.9.0.1", "127.9.1.1");
        try (var shared = presence(here, there); var other = presence(there, here);
             var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, shared)) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            var room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
            assertEquals(200, secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}").statusCode());
            var experts = List.of(site.signedIn(Role.EXPERT, "R01", 0), site.signedIn(Role.EXPERT, "R01", 1), site.signedIn(Role.EXPERT, "R01", 2));
            assertEquals(200, secretary.post("/api/rooms/" + room + "/rounds", "{}").statusCode());
            var far = experts(secretary, room).sequencedKeySet().getFirst();
            other.entered("c1", new Visit(far, room, Instant.now()));
            until("the other server is heard", () -> experts(secretary, room).get(far).equals(new Json.Bool(true)));
            assertEquals(Set.of(new Json.Bool(true), new Json.Bool(false)), Set.copyOf(experts(secretary, room).values()));
            var technician = site.signedIn(Role.TECHNICIAN, "", 0);
            assertEquals(new Json.Num(0), TestSite.json(technician.get("/api/nodes")).get("pages"));
            score(site, experts.get(0));

            Hazelcast.getAllHazelcastInstances().forEach(one -> one.getLifecycleService().terminate());

            score(site, experts.get(1));
            until("it is noticed", () -> shared.state() == State.ALONE);
            score(site, experts.get(2));
            assertEquals(Set.of(Json.Null.NULL), Set.copyOf(experts(secretary, room).values()), "unknown, and not away");
            assertEquals(Json.Null.NULL, TestSite.json(technician.get("/api/nodes")).get("pages"));
            site.signedIn(Role.EXPERT, "R01", 3);
            var wrong = site.browser().post("/api/sign-in", "{\"code\":\"AAAA-AAAA-AAAA\"}");
            assertTrue(wrong.statusCode() >= 400 && wrong.statusCode() < 500, "a wrong code is still refused: " + wrong.statusCode());
        }
    }

    /** Whether each expert is connected, as the secretary's page says. */
    private static TreeMap<String, Json> experts(TestSite.Browser secretary, String room) {
        var page = TestSite.json(secretary.get("/api/rooms/" + room));
        return page.list("experts").stream().map(Json.Obj.class::cast)
                .collect(Collectors.toMap(one -> one.text("id"), one -> one.get("online"), (one, _) -> one, TreeMap::new));
    }

    private static void score(TestSite site, TestSite.Browser expert) {
        var desk = TestSite.json(expert.get("/api/desk"));
        for (var line : desk.list("applicants")) {
            var answer = expert.post("/api/applicants/" + ((Json.Obj) line).text("id") + "/score", OneRoomTest.sheet(desk.object("round").text("id"), 0, "10"));
            assertEquals(200, answer.statusCode(), answer.body());
            var receipt = new TreeMap<>(TestSite.json(answer).object("receipt").fields());
            receipt.remove("short");
            assertTrue(Receipt.fromJson(new Json.Obj(receipt)).verify(site.test.signer.publicKey()));
        }
    }

    private SharedPresence presence(Seat self, Seat other) {
        var local = new LocalPresence(new LocalSignIns(10, 200, MINUTE, MINUTE), false);
        var presence = SharedPresence.prepared(local, new Sharing(cluster, self.name(), self, () -> List.of(other), () -> Set.of(other.name()),
                () -> () -> { }), InstantSource.system());
        presence.joinOthers();
        return presence;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain: " + what);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
