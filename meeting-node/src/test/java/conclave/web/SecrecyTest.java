package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody typed does not come to lie open in the log or the record, not even as something to try guesses on. */
class SecrecyTest {

    @TempDir
    private static Path folder;
    private static TestSite site;
    private static TestSite.Browser expert;
    private static String round;
    private static String applicant;

    @BeforeAll
    static void aRoundIsOpen() throws IOException {
        site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME);
        var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
        var room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
        secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}");
        for (int e = 1; e < 4; e++) site.signedIn(Role.EXPERT, "R01", e);
        expert = site.signedIn(Role.EXPERT, "R01", 0);
        secretary.post("/api/rooms/" + room + "/rounds", "{}");
        var desk = TestSite.json(expert.get("/api/desk"));
        round = desk.object("round").text("id");
        applicant = ((Json.Obj) desk.list("applicants").getFirst()).text("id");
    }

    @AfterAll
    static void closed() throws IOException {
        site.close();
    }

    @Test
    void aShortOpinionIsNotFoundByTryingWordsOnTheRecord() {
        var sheet = OneRoomTest.sheet(round, 0, "10");
        var path = "/api/applicants/" + applicant + "/score";
        var answer = expert.post(path, sheet);
        assertEquals(200, answer.statusCode(), answer.body());
        var line = CanonicalJson.readObject(TestSite.json(answer).object("receipt").text("line").getBytes(StandardCharsets.UTF_8));
        var guess = Digests.hex(Digests.sha256(("POST " + path + "\n" + sheet).getBytes(StandardCharsets.UTF_8)));
        assertEquals(32, line.text("request").length());
        assertNotEquals(guess.substring(0, 32), line.text("request"));
    }

    @Test
    void wordsInAMarkOfADraftDoNotReachTheLog() {
        var revision = TestSite.json(expert.get("/api/applicants/" + applicant + "/score")).number("revision");
        var answer = expert.send(expert.request("/api/applicants/" + applicant + "/draft").header("Content-Type", "application/json")
                .header("Idempotency-Key", RandomIds.next()).PUT(HttpRequest.BodyPublishers.ofString("{\"round\":\"" + round
                        + "\",\"basedOn\":" + revision + ",\"marks\":{\"A5.1\":\"于涛收了钱\",\"yu_tao\":\"1\"}}")));
        assertEquals(200, answer.statusCode(), answer.body());
        var draft = TestSite.json(expert.get("/api/applicants/" + applicant + "/score")).object("draft");
        assertTrue(draft.object("marks").fields().isEmpty(), draft.toString());
    }

    @Test
    void anAddressThatCannotBeDecodedIsAnUnknownOne() {
        // Java's own client refuses to send such an address.
        var vertx = Vertx.vertx();
        try {
            var client = vertx.createHttpClient(new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false));
            var answer = client.request(HttpMethod.GET, site.port, "localhost", "/api/%zz").compose(HttpClientRequest::send)
                    .compose(response -> response.body().map(body -> response.statusCode() + " " + body))
                    .toCompletionStage().toCompletableFuture().join();
            assertTrue(answer.startsWith("404 ") && answer.contains("UNKNOWN_PATH"), answer);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
