package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.document.DocumentId;
import conclave.document.PdfFixtures;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.seal.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 现场变更单 with a file: sealed as it comes in, proposed, signed by two; and what somebody sends who is tired or means harm. */
class VenueFilesTest {

    @TempDir
    private Path folder;
    private TestSite site;
    private HeldRoom room;
    private String applicant;
    private byte[] pdf;

    @BeforeEach
    void aRoomThatScores() throws IOException {
        site = new TestSite(folder, 2, MeetingFile.Policy.REAL_NAME);
        room = HeldRoom.opened(site, "R01", 4).opensRound();
        applicant = HeldRoom.candidates(HeldRoom.desk(room.experts.getFirst())).getFirst();
        pdf = PdfFixtures.text(2);
    }

    @AfterEach
    void leave() throws IOException {
        site.close();
    }

    private HttpResponse<String> upload(TestSite.Browser who, HttpRequest.BodyPublisher body) {
        return who.send(who.request("/api/applicants/" + applicant + "/upload").version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/octet-stream").POST(body));
    }

    private HttpResponse<String> upload(TestSite.Browser who, byte[] bytes) {
        return upload(who, BodyPublishers.ofByteArray(bytes));
    }

    private HttpResponse<String> propose(TestSite.Browser who, String fields) {
        return who.post("/api/applicants/" + applicant + "/amendment", "{" + fields + ",\"reason\":\"材料放错\"}");
    }

    private static String file(byte[] bytes) {
        return "\"file\":\"" + sha256(bytes) + "\",\"title\":\"补交的证书\",\"kind\":\"certificate\"";
    }

    private static String sha256(byte[] bytes) {
        return Digests.hex(Digests.sha256(bytes));
    }

    private List<Json.Obj> documents() {
        return HeldRoom.objects(TestSite.json(room.secretary.get("/api/applicants/" + applicant)), "documents");
    }

    private void refused(HttpResponse<String> response, int status, String code) {
        HeldRoom.ok(response, status);
        assertEquals(code, TestSite.json(response).text("code"));
    }

    /** Nothing is half there, whatever was refused. */
    private void nothingLeft() throws IOException {
        try (var all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(path -> path.getFileName().toString().endsWith(".part")).toList());
        }
    }

    @Test
    void aFileTakesThePlaceOfAnotherWhenTwoHaveSigned() {
        var before = documents();
        var kept = upload(room.secretary, pdf);
        HeldRoom.ok(kept, 200);
        assertEquals(2, TestSite.json(kept).number("pages"));
        HeldRoom.ok(propose(room.secretary, "\"document\":\"" + before.getFirst().text("id") + "\"," + file(pdf)), 200);
        assertEquals(before.toString(), documents().toString(), "proposed, it has changed nothing");
        var open = HeldRoom.objects(room.page().object("amendments"), "open").getFirst();
        assertEquals("[Str[value=补交的证书]]", HeldRoom.objects(open, "changes").getFirst().list("files").toString());
        HeldRoom.ok(site.signedIn(Role.CHAIR, "R01", 0).post("/api/amendments/" + open.text("id") + "/signature", "{}"), 200);
        var after = documents();
        assertEquals(before.size(), after.size());
        assertEquals("补交的证书", after.getFirst().text("title"));
        assertEquals(2, after.getFirst().list("pages").size());
        refused(propose(room.secretary, file(pdf)), 409, "FILE_THERE_ALREADY");
        HeldRoom.ok(room.experts.getFirst().get("/api/applicants/" + applicant), 200);
    }

    @Test
    void theSameFileTwiceIsOneAndWhatNobodySentIsNone() {
        assertEquals(upload(room.secretary, pdf).body(), upload(room.secretary, pdf).body());
        refused(propose(room.secretary, file(new byte[] {1})), 404, "UPLOAD_UNKNOWN");
        refused(propose(room.secretary, "\"file\":\"../../key\",\"title\":\"t\",\"kind\":\"form\""), 404, "UPLOAD_UNKNOWN");
        refused(propose(room.secretary, "\"file\":\"" + sha256(pdf) + "\",\"title\":\" \",\"kind\":\"form\""), 422, "TITLE_MISSING");
        refused(propose(room.secretary, "\"file\":\"" + sha256(pdf) + "\",\"title\":\"t\",\"kind\":\"virus\""), 400, "WRONG_SHAPE");
        HeldRoom.ok(propose(room.secretary, file(pdf)), 200);
    }

    @Test
    void nobodyElseSendsAFileAndItIsSaidBeforeItComesIn() throws IOException {
        refused(upload(room.experts.getFirst(), pdf), 403, "FOREIGN_ROOM");
        refused(upload(site.signedIn(Role.SUPERVISOR, "", 0), pdf), 403, "NOT_PERMITTED");
        refused(upload(site.signedIn(Role.SECRETARY, "R02", 0), pdf), 403, "FOREIGN_ROOM");
        refused(upload(site.browser(), pdf), 401, "NOT_SIGNED_IN");
        var borrowed = site.browser();
        borrowed.cookie = room.secretary.cookie;
        refused(upload(borrowed, pdf), 403, "CSRF_MISSING");
        HeldRoom.ok(room.secretary.post("/api/applicants/" + applicant + "/upload", "{}"), 415);
        assertFalse(site.hall.originals().holds(new DocumentId(sha256(pdf))));
        nothingLeft();
    }

    @Test
    void whatIsNoDocumentIsNotKept() throws IOException {
        var gif = ("GIF89a" + new String(pdf, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        for (var bytes : List.of(new byte[0], "MZ\0\0 a program".getBytes(StandardCharsets.US_ASCII), gif)) {
            refused(upload(room.secretary, bytes), 422, "FILE_NOT_A_DOCUMENT");
            assertFalse(site.hall.originals().holds(new DocumentId(sha256(bytes))));
        }
        refused(upload(room.secretary, PdfFixtures.encrypted()), 422, "FILE_ENCRYPTED");
        var damaged = "%PDF-1.7\nand nothing behind it".getBytes(StandardCharsets.US_ASCII);
        refused(upload(room.secretary, damaged), 422, "FILE_DAMAGED");
        assertFalse(site.hall.originals().holds(new DocumentId(sha256(damaged))));
        refused(propose(room.secretary, file(damaged)), 404, "UPLOAD_UNKNOWN");
        nothingLeft();
    }

    /** Ten gigabytes that are announced are refused unread; half a file that comes is none. */
    @Test
    void aFloodAndHalfAFileLeaveNothing() throws Exception {
        var flood = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Endless(0)), 10L << 30);
        try {
            refused(upload(room.secretary, flood), 413, "FILE_TOO_LARGE");
        } catch (IllegalStateException cut) {
            // The line may be cut before the answer is read: then nothing was taken either.
            assertTrue(cut.getCause() instanceof IOException, cut.toString());
        }
        var half = BodyPublishers.ofInputStream(() -> new java.io.SequenceInputStream(new ByteArrayInputStream(pdf, 0, pdf.length / 2), new Endless(1)));
        assertThrows(IllegalStateException.class, () -> upload(room.secretary, half));
        // Let in one after the other: this one waits until the half one is given up.
        var patience = System.nanoTime() + 20_000_000_000L;
        while (upload(room.secretary, pdf).statusCode() != 200) assertTrue(System.nanoTime() < patience);
        assertFalse(site.hall.originals().holds(new DocumentId(sha256(java.util.Arrays.copyOf(pdf, pdf.length / 2)))));
        nothingLeft();
    }

    /** Zeros without end, or a line that breaks. */
    private static final class Endless extends InputStream {
        private final int broken;

        Endless(int broken) {
            this.broken = broken;
        }

        @Override
        public int read() throws IOException {
            if (broken > 0) throw new IOException("the line broke");
            return 0;
        }
    }
}
