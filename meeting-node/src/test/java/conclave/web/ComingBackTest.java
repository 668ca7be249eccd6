package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.config.Limits;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.AwaitedLedgers;
import conclave.ledger.MemoryLedgers;
import conclave.meeting.event.Role;
import conclave.node.TestHouse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is just coming back does not know its meetings yet: it asks for patience and tells nobody "no". */
class ComingBackTest {

    @TempDir
    Path folder;

    @Test
    void whileTheLogIsBeingReadNobodyIsSignedOutOrToldThatACodeIsWrong() throws IOException {
        var ledgers = new MemoryLedgers((_, reason) -> {
            throw reason;
        });
        String code;
        String cookie;
        try (var site = new TestSite(new TestHouse(folder, ledgers, Limits.DEFAULT), house -> house.admit(1, Policy.REAL_NAME))) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            assertEquals(200, secretary.get("/api/me").statusCode());
            code = site.code(TestHouse.people(site.hall, Role.SECRETARY, "R01").getFirst());
            cookie = secretary.cookie;
        }
        var late = new AwaitedLedgers(ledgers.restarted((_, reason) -> {
            throw reason;
        }));
        try (var site = new TestSite(new TestHouse(folder, late, Limits.DEFAULT), house -> house.house.halls().iterator().next())) {
            var secretary = site.browser();
            secretary.cookie = cookie;
            assertEquals("503 NOT_READY", said(secretary.get("/api/me")));
            assertEquals("503 NOT_READY", said(site.browser().post("/api/sign-in", "{\"code\":\"" + code + "\"}")));
            late.arrive();
            site.hall.chamber().ready().join();
            assertEquals(200, secretary.get("/api/me").statusCode());
            site.browser().signedIn(code);
        }
    }

    /** Its meetings are closed before its door is. */
    @Test
    void whoStillReachesANodeThatStopsIsNotToldThatTheirMeetingIsAnothersEither() throws IOException {
        try (var site = new TestSite(folder, 1, Policy.REAL_NAME)) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            assertEquals(200, secretary.get("/api/me").statusCode());
            site.test.house.close();
            assertEquals("503 NOT_READY", said(secretary.get("/api/me")));
            assertEquals("503 NOT_READY", said(site.browser().post("/api/sign-in", "{\"code\":\"1234567\"}")));
        }
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " " + TestSite.json(answer).text("code");
    }
}
