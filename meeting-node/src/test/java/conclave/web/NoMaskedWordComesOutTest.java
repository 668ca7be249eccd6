package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.document.text.HidingFixtures;
import conclave.document.text.Paper;
import conclave.exchange.MeetingFile;
import conclave.exchange.PayloadFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.PrepareEvent.DocumentScreened;
import conclave.meeting.event.Role;
import conclave.node.Admission;
import conclave.node.Hall;
import conclave.node.SmallMeeting;
import conclave.node.TestHouse;
import conclave.seal.Digests;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R17: somebody's name and numbers stand on the page and in every place where a file can hide them; what the meeting asks to be masked
 * is in no byte of anything that an expert can ask for. Before the release there is nothing to ask for.
 */
class NoMaskedWordComesOutTest {

    private static final List<String> NAMES = List.of("欧阳建国", "司马相文", "诸葛明远");
    private static final List<String> NUMBERS = List.of("659001198503126619", "650102197811230014", "652901198007150028");
    private static final String PHONE = "13999017653";
    private static final List<String> SIZES = List.of("", "?size=thumb", "?size=zoom");
    private static final Path TESSERACT = Path.of("/usr/bin/tesseract");

    @TempDir
    private Path folder;
    private final BlockingQueue<String> screened = new LinkedBlockingQueue<>();

    @Test
    void whatIsMaskedIsInNothingThatAnExpertCanAskFor() throws Exception {
        var canaries = canaries();
        try (var site = new TestSite(TestHouse.screening(folder), this::meeting)) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var expert = room.experts.getFirst();
            for (int i = 0; i < NAMES.size(); i++) assertTrue(screened.poll(60, TimeUnit.SECONDS) != null, "a document was not screened");
            var applicants = HeldRoom.candidates(HeldRoom.desk(expert));
            nothingBefore(room, expert, applicants);
            release(site, room, applicants);
            var asked = crawl(site, room, expert, applicants);
            for (var answer : asked) assertEquals(List.of(), canaries.in(whole(answer)), answer.uri().toString());
            assertTrue(asked.size() > 40, "too little was asked for: " + asked.size());
            assertTrue(asked.stream().filter(NoMaskedWordComesOutTest::picture).count() >= (long) SIZES.size() * NAMES.size(), "pictures were not seen");
            assertFalse(canaries.in(whole(room.secretary.bytes("/api/rooms/" + room.id + "/release?whole=true"))).isEmpty(), "the search finds nothing at all");
            painted(room, expert, applicants.getFirst());
            changed(site, room, expert, applicants.getFirst());
        }
    }

    @Test
    void theSearchFindsAWordInEveryCoding() throws IOException {
        var canaries = canaries();
        var name = NAMES.getFirst();
        var word = name.getBytes(StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(word);
        }
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(word);
        }
        for (var bytes : List.of(word, name.getBytes(StandardCharsets.UTF_16LE), name.getBytes(Charset.forName("GBK")), packed.toByteArray(), zipped.toByteArray(),
                HexFormat.of().formatHex(word).getBytes(StandardCharsets.US_ASCII), Base64.getEncoder().encode(word),
                Base64.getEncoder().encode(("x" + name + "yz").getBytes(StandardCharsets.UTF_8)), "%E6%AC%A7%E9%98%B3%E5%BB%BA%E5%9B%BD".getBytes(StandardCharsets.US_ASCII))) {
            assertFalse(canaries.in(bytes).isEmpty(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertEquals(List.of(), canaries.in("申报表".getBytes(StandardCharsets.UTF_8)));
    }

    private static Canaries canaries() {
        var words = new ArrayList<>(NAMES);
        words.addAll(NUMBERS);
        words.add(PHONE);
        return new Canaries(words);
    }

    private void nothingBefore(HeldRoom room, TestSite.Browser expert, List<String> applicants) {
        for (var applicant : applicants) {
            for (var page : pages(room.secretary, applicant)) {
                for (var size : SIZES) {
                    assertEquals(200, room.secretary.bytes("/api/applicants/" + applicant + "/pages/" + page).statusCode());
                    var closed = expert.get("/api/applicants/" + applicant + "/pages/" + page + size);
                    var unknown = expert.get("/api/applicants/" + applicant + "/pages/" + "x".repeat(page.length()) + size);
                    assertEquals(404, closed.statusCode());
                    assertEquals(without(unknown.body()), without(closed.body()));
                }
            }
            assertEquals(List.of(), pages(expert, applicant));
        }
    }

    private static String without(String body) {
        return body.replaceAll("\"request\":\"[^\"]*\"", "");
    }

    /** Released by one, confirmed by another. */
    private static void release(TestSite site, HeldRoom room, List<String> applicants) {
        var all = new ArrayList<String>();
        var face = TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/release?whole=true"));
        for (var applicant : HeldRoom.objects(face, "applicants")) {
            for (var document : HeldRoom.objects(applicant, "documents")) {
                assertFalse(document.list("marks").isEmpty(), "what identifies was found");
                all.add("{\"applicant\":\"" + applicant.text("id") + "\",\"document\":\"" + document.text("id") + "\",\"plan\":\"" + document.text("plan") + "\"}");
            }
        }
        assertEquals(applicants.size(), all.size());
        var body = "{\"documents\":[" + String.join(",", all) + "]}";
        HeldRoom.ok(room.secretary.post("/api/release", body), 200);
        HeldRoom.ok(site.signedIn(Role.REGISTRAR, "", 0).post("/api/release/confirmation", body), 200);
    }

    /** Every address that the router has for getting something, with everything that can stand in it, known or foreign. */
    private static List<HttpResponse<byte[]>> crawl(TestSite site, HeldRoom room, TestSite.Browser expert, List<String> applicants) {
        var paths = new TreeSet<String>();
        for (var route : site.server.routes()) {
            if (route.method() != HttpMethod.GET || !route.named() || route.path().equals("/api/events")) continue;
            for (var applicant : with(applicants, "apl_unknown")) {
                var path = route.path().replace("{applicant}", applicant).replace("{round}", room.round()).replace("{room}", room.id)
                        .replace("{sheet}", "A").replace("{amendment}", "amd_unknown").replace("{document}", document(site, applicant));
                if (!path.contains("{page}")) paths.add(path);
                else for (var page : with(applicants.contains(applicant) ? both(room, expert, applicant) : List.of(), "unknown")) {
                    for (var size : SIZES) paths.add(path.replace("{page}", page) + size);
                }
            }
        }
        return paths.stream().map(path -> patiently(expert, path)).toList();
    }

    private static String document(TestSite site, String applicant) {
        if (applicant.equals("apl_unknown")) return "doc_unknown";
        return site.hall.register().orElseThrow().applicants().get(new ApplicantId(applicant)).orElseThrow().documents().getFirst().id().value();
    }

    /** Also the addresses under which the secretariat sees the page itself. */
    private static List<String> both(HeldRoom room, TestSite.Browser expert, String applicant) {
        var both = new ArrayList<>(pages(expert, applicant));
        both.addAll(pages(room.secretary, applicant));
        return both;
    }

    private static List<String> with(List<String> known, String foreign) {
        var all = new ArrayList<>(known);
        all.add(foreign);
        return all;
    }

    private static HttpResponse<byte[]> patiently(TestSite.Browser expert, String path) {
        var answer = expert.bytes(path);
        for (int i = 0; i < 10 && answer.statusCode() == 503; i++) answer = expert.bytes(path);
        return answer;
    }

    private static byte[] whole(HttpResponse<byte[]> answer) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(answer.headers().map().toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(answer.uri().toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(answer.body());
        return all.toByteArray();
    }

    private static boolean picture(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200 && answer.headers().firstValue("Content-Type").orElse("").startsWith("image/");
    }

    /** What no search of bytes would see: the picture is another one, and where this machine can read pictures nobody is on it. */
    private void painted(HeldRoom room, TestSite.Browser expert, String applicant) throws Exception {
        var base = "/api/applicants/" + applicant + "/pages/";
        var masked = patiently(expert, base + pages(expert, applicant).getFirst()).body();
        var bare = patiently(room.secretary, base + pages(room.secretary, applicant).getFirst()).body();
        assertFalse(Arrays.equals(masked, bare), "nothing was painted over");
        if (!Files.isExecutable(TESSERACT)) return;
        assertTrue(read(bare).contains(NUMBERS.getFirst()), "the search would see nothing on a picture");
        var said = read(masked);
        for (var number : NUMBERS) assertFalse(said.contains(number), said);
    }

    /** Who covers more closes it for everybody, and nobody else covers anything. */
    private static void changed(TestSite site, HeldRoom room, TestSite.Browser expert, String applicant) {
        var path = "/api/applicants/" + applicant + "/documents/" + document(site, applicant) + "/plan";
        assertEquals(403, expert.get(path).statusCode());
        var plan = TestSite.json(room.secretary.get(path));
        assertTrue(HeldRoom.objects(HeldRoom.objects(plan, "pages").getFirst(), "boxes").size() > 1, plan.list("pages").toString());
        var body = "{\"seen\":\"" + plan.text("plan") + "\",\"page\":1,\"boxes\":[{\"kind\":\"name\",\"left\":0,\"top\":0,\"right\":10000,\"bottom\":5000}]}";
        HeldRoom.ok(expert.post(path, body), 403);
        HeldRoom.ok(room.secretary.post(path, body.replace("10000", "10001")), 400);
        HeldRoom.ok(room.secretary.post(path, body.replace("\"page\":1", "\"page\":2")), 400);
        HeldRoom.ok(room.secretary.post(path, body), 200);
        assertEquals(List.of(), pages(expert, applicant));
        assertFalse(TestSite.json(room.secretary.get(path)).text("plan").equals(plan.text("plan")));
        HeldRoom.ok(room.secretary.post(path, body), 409);
    }

    private String read(byte[] picture) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("picture"), picture);
        var process = new ProcessBuilder(TESSERACT.toString(), file.toString(), "-", "--psm", "6").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replace(" ", "");
    }

    private static List<String> pages(TestSite.Browser reader, String applicant) {
        return HeldRoom.objects(TestSite.json(reader.get("/api/applicants/" + applicant)), "documents").stream()
                .flatMap(document -> HeldRoom.objects(document, "pages").stream()).map(page -> page.text("id")).toList();
    }

    /** The small meeting, with somebody in every place of everybody's file, and in its title. */
    private Hall meeting(TestHouse test) throws IOException {
        test.watchers.add((_, facts, _) -> facts.forEach(fact -> {
            if (fact.fact().event() instanceof DocumentScreened e) screened.add(e.document().value());
        }));
        var source = Files.createTempDirectory(folder, "package");
        var file = SmallMeeting.in(source, 1, MeetingFile.Policy.SINGLE_BLIND);
        var files = new TreeMap<String, PayloadFile>();
        var applicants = new ArrayList<MeetingFile.Applicant>();
        for (int i = 0; i < NAMES.size(); i++) {
            var path = "data/documents/00000" + (i + 2) + ".pdf";
            var pdf = i == 0 ? shown(NAMES.get(i), NUMBERS.get(i)) : everywhere(NAMES.get(i), NUMBERS.get(i));
            Files.write(source.resolve(path), pdf);
            files.put(path, new PayloadFile(path, pdf.length, Digests.hex(Digests.sha256(pdf))));
            applicants.add(named(file.applicants().get(i), NAMES.get(i), NUMBERS.get(i), path));
        }
        return new Admission(test.house).admit(new MeetingFile(file.meeting().with(MeetingFile.Screening.REQUIRED), file.people(), applicants, file.sheet(),
                file.mode(), file.rules(), file.recusals(), files), source);
    }

    /** Where nothing hides each word is covered by itself, and the rest of the page is there. */
    private static byte[] shown(String name, String number) throws IOException {
        try (var paper = new Paper()) {
            paper.page(Paper.chinese(name, 100, 760, 14, "H") + Paper.words("No " + number, 100, 730, 14) + Paper.words("Tel " + PHONE, 100, 450, 14));
            return paper.saved();
        }
    }

    private static byte[] everywhere(String name, String number) throws IOException {
        return HidingFixtures.file(place -> place.chars().allMatch(c -> c < 128) ? number : name, Paper.chinese(name, 100, 760, 14, "H"),
                Paper.words("No " + number, 100, 730, 14), Paper.words("Tel " + PHONE, 100, 450, 14));
    }

    private static MeetingFile.Applicant named(MeetingFile.Applicant a, String name, String number, String path) {
        return new MeetingFile.Applicant(a.code(), name, a.sex(), a.birth(), a.ethnicity(), number, PHONE, a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(),
                List.of(new MeetingFile.Document(path, name + "的申报表", MeetingFile.DocumentKind.FORM, 1)));
    }
}
