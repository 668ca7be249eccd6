package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.prepare.FactKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over all routes that an expert has: nothing of the applicants before the round, nothing after it; and whose name is on the pages. */
class ReadingByRoundTest {

    @TempDir
    Path folder;

    @Test
    void beforeTheRoundAndAfterItNothingOfTheApplicantsComesOut() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME, asked(about -> about.with(MeetingFile.Reading.ROUNDS)))) {
            var room = HeldRoom.opened(site, "R01", 4);
            var expert = room.experts.getFirst();
            var applicants = applicants(site);
            var pages = pages(room.secretary, applicants.getFirst());
            assertEquals(List.of(), rows(expert));
            assertEquals("notBegun", HeldRoom.desk(expert).text("reading"));
            silent(site, expert, applicants, pages, "READING_NOT_BEGUN");
            room.opensRound();
            assertEquals(applicants.size(), rows(expert).size());
            HeldRoom.ok(expert.get("/api/applicants/" + applicants.getFirst()), 200);
            assertEquals(200, expert.bytes(address(applicants.getFirst(), pages.getFirst())).statusCode());
            for (int e = 0; e < 4; e++) {
                for (var applicant : applicants) HeldRoom.ok(room.experts.get(e).post("/api/applicants/" + applicant + "/score",
                        OneRoomTest.sheet(room.round(), 0, Integer.toString(8 + e))), 200);
            }
            openedByOne(site, room);
            room.closes();
            silent(site, expert, applicants, pages, "READING_OVER");
            var rows = rows(expert);
            assertEquals("over", HeldRoom.desk(expert).text("reading"));
            assertEquals(applicants.size(), rows.size(), "what they have written themselves is theirs to see");
            for (var row : rows) assertEquals("submitted", row.text("state"));
            var mine = expert.get("/api/applicants/" + applicants.getFirst() + "/score");
            HeldRoom.ok(mine, 200);
            assertTrue(mine.body().contains("\"receipt\""));
        }
    }

    /** 阅看情况: the one who looked is counted, what nobody looked at comes first. */
    private static void openedByOne(TestSite site, HeldRoom room) {
        var seen = TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/openings"));
        assertEquals(3, seen.list("applicants").size());
        for (var one : HeldRoom.objects(seen, "applicants")) assertEquals(4, one.number("of"));
        HeldRoom.ok(room.experts.getFirst().get("/api/rooms/" + room.id + "/openings"), 403);
    }

    private static void silent(TestSite site, TestSite.Browser expert, List<String> applicants, List<String> pages, String code) {
        var words = words(site);
        var asked = new ArrayList<String>(List.of("/api/me", "/api/desk", "/api/rooms", "/api/nodes", "/api/sheets", "/api/key"));
        for (var applicant : applicants) {
            asked.add("/api/applicants/" + applicant);
            asked.add("/api/applicants/" + applicant + "/score");
            asked.add("/api/applicants/" + applicant + "/openings");
            for (var page : pages) asked.addAll(List.of(address(applicant, page), address(applicant, page) + "?size=thumb", address(applicant, page) + "?size=zoom"));
        }
        for (var path : asked) {
            var answer = expert.bytes(path);
            var body = new String(answer.body(), StandardCharsets.UTF_8);
            for (var word : words) assertFalse(body.contains(word), path + " says " + word);
            assertFalse(answer.headers().firstValue("Content-Type").orElse("").startsWith("image/"), path);
            if (path.contains("/pages/") || applicants.stream().anyMatch(one -> path.endsWith("/" + one))) assertTrue(body.contains(code), path + " " + body);
        }
    }

    /** Names, units, titles of files. */
    private static List<String> words(TestSite site) {
        var words = new HashSet<String>();
        for (var applicant : site.hall.register().orElseThrow().applicants().values()) {
            var facts = site.hall.faces().application(applicant).facts();
            words.addAll(List.of(facts.get(FactKey.NAME), facts.get(FactKey.UNIT)));
            applicant.documents().forEach(document -> words.add(site.hall.faces().title(document)));
        }
        return List.copyOf(words);
    }

    @Test
    void inStrictMeetingsEveryReaderHasPicturesAndAddressesOfTheirOwn() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.SINGLE_BLIND, asked(about -> about.with(MeetingFile.Watermark.STRICT)))) {
            var room = HeldRoom.opened(site, "R01", 4).opensRound();
            var applicant = applicants(site).getFirst();
            var bare = room.secretary.bytes(address(applicant, pages(room.secretary, applicant).getFirst()));
            var one = room.experts.get(0);
            var other = room.experts.get(1);
            var ones = pages(one, applicant);
            var others = pages(other, applicant);
            assertNotEquals(ones, others);
            var first = one.bytes(address(applicant, ones.getFirst()));
            var second = other.bytes(address(applicant, others.getFirst()));
            for (var answer : List.of(bare, first, second)) assertEquals(200, answer.statusCode());
            assertFalse(Arrays.equals(first.body(), bare.body()), "a page that names nobody");
            assertFalse(Arrays.equals(first.body(), second.body()), "one picture for two");
            assertEquals(404, one.bytes(address(applicant, others.getFirst())).statusCode(), "another reader's address leads nowhere");
            assertEquals(404, one.bytes(address(applicant, pages(room.secretary, applicant).getFirst())).statusCode(), "nor does the bare one");
            for (var size : List.of("?size=thumb", "?size=zoom")) {
                var small = one.bytes(address(applicant, ones.getFirst()) + size);
                assertEquals(200, small.statusCode());
                assertFalse(Arrays.equals(small.body(), room.secretary.bytes(address(applicant, pages(room.secretary, applicant).getFirst()) + size).body()), size);
            }
        }
    }

    private static UnaryOperator<MeetingFile> asked(UnaryOperator<MeetingFile.Meeting> change) {
        return file -> new MeetingFile(change.apply(file.meeting()), file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    private static List<String> applicants(TestSite site) {
        return site.hall.register().orElseThrow().applicants().keys().stream().map(id -> id.value()).toList();
    }

    private static List<Json.Obj> rows(TestSite.Browser expert) {
        return HeldRoom.objects(HeldRoom.desk(expert), "applicants");
    }

    private static List<String> pages(TestSite.Browser reader, String applicant) {
        var dossier = reader.get("/api/applicants/" + applicant);
        HeldRoom.ok(dossier, 200);
        return HeldRoom.objects(TestSite.json(dossier), "documents").stream().flatMap(document -> HeldRoom.objects(document, "pages").stream())
                .map(page -> page.text("id")).toList();
    }

    private static String address(String applicant, String page) {
        return "/api/applicants/" + applicant + "/pages/" + page;
    }
}
