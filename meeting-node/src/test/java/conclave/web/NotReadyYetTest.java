package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.config.Limits;
import conclave.ledger.LateLedgers;
import conclave.meeting.event.Id.PersonId;
import conclave.node.Company;
import conclave.node.Pass;
import conclave.node.Passes;
import conclave.node.TestHouse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has just been started again and still reads its log sends nobody away for what it does not know yet. */
class NotReadyYetTest {

    @TempDir
    Path folder;

    @Test
    void whileTheLogIsReadNobodyIsToldThatTheyAreUnknown() throws Exception {
        var late = new LateLedgers("peer-a", List.of("peer-a"), (_, reason) -> {
            throw reason;
        });
        late.hold();
        try (var site = new TestSite(new TestHouse(folder, late, Limits.DEFAULT, Company.NONE), house -> house.found(true))) {
            var browser = site.browser();
            var pass = new Pass(site.hall.id(), new PersonId("per_0000000000000000000000000a"), Passes.freshToken(), site.test.now.get() + 1_000_000);
            browser.cookie = "__Host-conclave=" + site.test.passes().cookie(pass);
            for (int i = 0; i < 30; i++) says(503, "NOT_READY", signIn(site));
            says(503, "NOT_READY", browser.get("/api/me"));
            late.release();
            site.hall.chamber().ready().join();
            says(503, "MEETING_NOT_IMPORTED", browser.get("/api/me"));
            says(401, "UNKNOWN_CODE", signIn(site));
        }
    }

    private static HttpResponse<String> signIn(TestSite site) {
        return site.browser().post("/api/sign-in", "{\"code\":\"0000-0000-0000\"}");
    }

    private static void says(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, TestSite.json(answer).text("code"));
    }
}
