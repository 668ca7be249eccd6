package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of pages on their way to laptops: kept there, taken slowly, taken back, and not to be read from the disk. */
class PagePicturesTest {

    @TempDir
    private Path folder;
    private TestSite site;
    private HeldRoom room;
    private TestSite.Browser expert;
    private String applicant;
    private String address;

    @BeforeEach
    void open() throws IOException {
        site = new TestSite(folder, 1, MeetingFile.Policy.SINGLE_BLIND);
        room = HeldRoom.opened(site, "R01", 4).opensRound();
        expert = room.experts.getFirst();
        applicant = HeldRoom.candidates(HeldRoom.desk(expert)).getFirst();
        var document = HeldRoom.objects(TestSite.json(expert.get("/api/applicants/" + applicant)), "documents").getFirst();
        address = "/api/applicants/" + applicant + "/pages/" + HeldRoom.objects(document, "pages").getFirst().text("id");
        await(() -> expert.bytes(address).statusCode() == 200);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private HttpResponse<String> askAgain(String address, String tag) {
        return expert.send(expert.request(address).header("If-None-Match", tag).GET());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void takeBack() {
        var document = HeldRoom.objects(TestSite.json(room.secretary.get("/api/applicants/" + applicant)), "documents").getFirst().text("id");
        HeldRoom.ok(room.secretary.post("/api/applicants/" + applicant + "/withdrawal",
                "{\"document\":\"" + document + "\",\"page\":1,\"reason\":\"第一页有姓名\"}"), 200);
    }

    private static void await(BooleanSupplier moment) {
        long began = System.nanoTime();
        while (!moment.getAsBoolean()) {
            if (System.nanoTime() - began > Duration.ofSeconds(60).toNanos()) throw new AssertionError("it did not come to that");
            Thread.onSpinWait();
        }
    }

    @Test
    void whatALaptopHasKeptIsNotSentTwice() {
        var first = expert.bytes(address);
        assertEquals(first.body().length, Integer.parseInt(first.headers().firstValue("Content-Length").orElseThrow()));
        var again = askAgain(address, tag(first));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals("private, max-age=86400, immutable", again.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(200, askAgain(address + "?size=thumb", tag(first)).statusCode(), "another size is another picture");
        assertEquals(200, askAgain(address, "\"something else\"").statusCode());
    }

    /** That a laptop has a picture is no reason to say that it may be looked at. */
    @Test
    void whatWasTakenBackIsGoneForWhoHasKeptItToo() {
        var tag = tag(expert.get(address));
        takeBack();
        var gone = askAgain(address, tag);
        assertEquals(404, gone.statusCode());
        assertEquals("no-store", gone.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(gone.headers().firstValue("ETag").isEmpty());
        assertEquals(401, site.browser().send(site.browser().request(address).header("If-None-Match", tag).GET()).statusCode());
    }

    @Test
    void whatWasTakenBackDoesNotStayInTheServersMemoryEither() {
        HeldRoom.ok(expert.get(address), 200);
        assertTrue(site.hall.rendering().bytesInMemory() > 0);
        takeBack();
        assertEquals(0, site.hall.rendering().bytesInMemory());
    }

    @Test
    void whereTheDiskDoesNotGiveAPageItIsSaidWhatToDo() throws IOException {
        HeldRoom.ok(expert.get(address), 200);
        takeNothingFromTheDisk();
        for (var language : new String[] {"zh-CN", "en"}) {
            expert.language = language;
            var answer = expert.get(address);
            assertEquals(503, answer.statusCode());
            assertEquals("PAGE_UNREADABLE", TestSite.json(answer).text("code"));
            var said = TestSite.json(answer).text("detail");
            assertTrue(said.contains(TestSite.json(answer).text("request")), said);
        }
        await(() -> site.server.outflow().lent() == 0);
    }

    /** Every file below it becomes a folder: whoever wants to read one is told that it cannot be read. */
    private void takeNothingFromTheDisk() throws IOException {
        site.hall.rendering().forget(new conclave.document.DocumentId(site.hall.register().orElseThrow().applicants()
                .get(new conclave.meeting.event.Id.ApplicantId(applicant)).orElseThrow().documents().getFirst().sha256()));
        try (var files = Files.walk(site.test.data.store().resolve(site.hall.id().value()))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // What is being drawn at this moment comes and goes by itself.
                if (Files.deleteIfExists(file)) Files.createDirectories(file.resolve("in the way"));
            }
        }
    }

    /** Hundreds of questions and not one answer taken: what waits is one picture, and when the laptop is gone nothing. */
    @Test
    void aLaptopThatTakesNothingHoldsOnePictureAndLeavesNothingBehind() throws IOException {
        var question = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + expert.cookie + "\r\n\r\n";
        int size = expert.bytes(address).body().length;
        int more = (16 << 20) / size;
        try (var line = site.line()) {
            line.setReceiveBufferSize(4 << 10);
            line.getOutputStream().write(question.repeat(more).getBytes(StandardCharsets.US_ASCII));
            await(() -> site.server.outflow().lent() > 0);
            assertEquals(200, room.experts.get(1).get(address).statusCode(), "others are served meanwhile");
            // The one that waits, the next that was just asked for, and the other person's that is just being given back.
            assertTrue(site.server.outflow().lent() <= 3 * 16, "pictures wait in the server");
        }
        await(() -> site.server.outflow().lent() == 0);
    }
}
