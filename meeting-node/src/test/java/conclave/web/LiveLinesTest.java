package conclave.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages hear that something has changed, each only what concerns it. */
class LiveLinesTest {

    @TempDir
    Path folder;

    @Test
    void theSecretaryHearsOfASubmissionAndAColleagueDoesNot() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            var secretary = site.signedIn(Role.SECRETARY, "R01", 0);
            var room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
            secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}");
            var experts = IntStream.range(0, 4).mapToObj(e -> site.signedIn(Role.EXPERT, "R01", e)).toList();
            secretary.post("/api/rooms/" + room + "/rounds", "{}");
            var atDesk = site.listen(secretary);
            var colleague = site.listen(experts.get(1));
            var own = site.listen(experts.get(0));
            heard(atDesk, "hello");
            heard(colleague, "hello");
            heard(own, "hello");
            drain(atDesk, colleague, own);
            var desk = TestSite.json(experts.get(0).get("/api/desk"));
            var applicant = ((Json.Obj) desk.list("applicants").getFirst()).text("id");
            experts.get(0).post("/api/applicants/" + applicant + "/score", OneRoomTest.sheet(desk.object("round").text("id"), 0, "9"));
            heard(atDesk, "\"what\":\"room\"");
            heard(own, "\"what\":\"desk\"");
            // A signal that the colleague must hear as well: what came before it, if anything, has arrived by then.
            secretary.post("/api/rooms/" + room + "/sitting/close", "{}");
            var first = next(colleague);
            assertTrue(first.contains("signedOut"), "a colleague's page was told of somebody else's score: " + first);
        }
    }

    private static void heard(BlockingQueue<String> lines, String what) throws InterruptedException {
        for (var line = next(lines); !line.contains(what); line = next(lines)) {
            assertTrue(line.length() < 10_000, line);
        }
    }

    private static String next(BlockingQueue<String> lines) throws InterruptedException {
        while (true) {
            var line = lines.poll(10, TimeUnit.SECONDS);
            if (line == null) throw new AssertionError("nothing was heard for ten seconds");
            if (!line.isBlank() && !line.startsWith(":")) return line;
        }
    }

    /** What was said on connecting is over once a moment has passed without a word. */
    @SafeVarargs
    private static void drain(BlockingQueue<String>... all) throws InterruptedException {
        for (var lines : all) {
            while (lines.poll(3 * LiveLines.MOMENT, TimeUnit.MILLISECONDS) != null) {
                assertTrue(lines.size() < 1000);
            }
        }
    }

    /** Reads a stream line by line on a thread of its own. */
    static BlockingQueue<String> lines(HttpClient client, HttpRequest request) {
        var heard = new LinkedBlockingQueue<String>();
        client.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).thenAccept(response -> Thread.ofVirtual()
                .start(() -> response.body().forEach(heard::add)));
        return heard;
    }
}
