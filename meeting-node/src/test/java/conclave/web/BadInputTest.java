package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.node.TestHouse;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tired person, a broken laptop or an attacker sends: a status, a code, a sentence, and nothing has changed. */
class BadInputTest {

    @TempDir
    static Path folder;
    private static TestSite site;
    private static TestSite.Browser secretary;
    private static TestSite.Browser expert;
    private static String room;
    private static String otherRoom;
    private static String round;
    private static String applicant;
    private static String foreignApplicant;

    @BeforeAll
    static void aRoundIsOpen() throws IOException {
        site = new TestSite(folder, 2, MeetingFile.Policy.REAL_NAME);
        secretary = site.signedIn(Role.SECRETARY, "R01", 0);
        room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
        var other = site.signedIn(Role.SECRETARY, "R02", 0);
        otherRoom = TestSite.json(other.get("/api/me")).object("person").object("room").text("id");
        secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}");
        for (int e = 1; e < 4; e++) site.signedIn(Role.EXPERT, "R01", e);
        expert = site.signedIn(Role.EXPERT, "R01", 0);
        secretary.post("/api/rooms/" + room + "/rounds", "{}");
        var desk = TestSite.json(expert.get("/api/desk"));
        round = desk.object("round").text("id");
        applicant = ((Json.Obj) desk.list("applicants").getFirst()).text("id");
        var register = site.hall.register().orElseThrow();
        foreignApplicant = register.applicants().values().stream().filter(a -> a.room().value().equals(otherRoom)).findFirst().orElseThrow().id().value();
    }

    @AfterAll
    static void closed() throws IOException {
        site.close();
    }

    @Test
    void aCodeThatNobodyHas() {
        refused(401, "UNKNOWN_CODE", site.browser().post("/api/sign-in", "{\"code\":\"0000-0000-0000\"}"));
    }

    @Test
    void aCodeWithTheWrongFormOfField() {
        refused(400, "WRONG_SHAPE", site.browser().post("/api/sign-in", "{\"code\":12}"));
        refused(400, "WRONG_SHAPE", site.browser().post("/api/sign-in", "{}"));
    }

    @Test
    void nobodyIsSignedIn() {
        refused(401, "NOT_SIGNED_IN", site.browser().get("/api/desk"));
    }

    @Test
    void aCookieThatWasMeddledWith() {
        var thief = site.browser();
        thief.cookie = expert.cookie.substring(0, expert.cookie.length() - 2) + "AA";
        refused(401, "NOT_SIGNED_IN", thief.get("/api/desk"));
    }

    @Test
    void aSessionThatHasExpired() throws IOException {
        var late = site.signedIn(Role.TECHNICIAN, "", 0);
        var before = site.test.now.getAndAdd(11 * 3_600_000L);
        try {
            refused(401, "SESSION_EXPIRED", late.get("/api/me"));
        } finally {
            site.test.now.set(before);
        }
    }

    @Test
    void anotherLaptopSignedInWithTheSameCode() {
        var first = site.signedIn(Role.SUPERVISOR, "", 0);
        site.signedIn(Role.SUPERVISOR, "", 0);
        refused(401, "SIGNED_IN_ELSEWHERE", first.get("/api/me"));
    }

    @Test
    void aPageOfAnotherOriginBorrowsTheCookie() {
        var forged = site.browser();
        forged.cookie = expert.cookie;
        refused(403, "CSRF_MISSING", forged.post("/api/applicants/" + applicant + "/score", OneRoomTest.sheet(round, 0, "10")));
    }

    @Test
    void aForeignRoomAndAForeignApplicant() {
        refused(403, "FOREIGN_ROOM", secretary.get("/api/rooms/" + otherRoom));
        refused(403, "FOREIGN_ROOM", secretary.post("/api/rooms/" + otherRoom + "/rounds", "{}"));
        refused(403, "FOREIGN_APPLICANT", expert.get("/api/applicants/" + foreignApplicant));
        refused(403, "FOREIGN_APPLICANT", expert.post("/api/applicants/" + foreignApplicant + "/score", OneRoomTest.sheet(round, 0, "10")));
    }

    @Test
    void anExpertWantsToRunTheRoom() {
        refused(403, "NOT_PERMITTED", expert.post("/api/rooms/" + room + "/rounds", "{}"));
        refused(403, "FOREIGN_ROOM", expert.get("/api/rooms/" + room));
    }

    @Test
    void idsOfNothing() {
        refused(404, "UNKNOWN_APPLICANT", expert.get("/api/applicants/apl_00000000"));
        refused(404, "UNKNOWN_APPLICANT", expert.get("/api/applicants/..%2f..%2fetc"));
        refused(404, "UNKNOWN_ROUND", secretary.post("/api/rounds/rnd_00000000/close", "{}"));
        refused(404, "UNKNOWN_ROOM", secretary.get("/api/rooms/rm_00000000"));
        refused(404, "UNKNOWN_PAGE", expert.get("/api/applicants/" + applicant + "/pages/nothing"));
    }

    @Test
    void marksOutsideTheSheet() {
        refused(422, "MARK_OUT_OF_RANGE", submit("15.5"));
        refused(422, "MARK_OFF_STEP", submit("12.3"));
        refused(422, "MARK_NOT_A_NUMBER", submit("十二"));
        refused(422, "MARK_NOT_A_NUMBER", submit("1e9"));
        refused(422, "MARK_MISSING", submit(""));
        refused(422, "MARK_OUT_OF_RANGE", submit("-1"));
        refused(422, "MARK_UNKNOWN", expert.post(score(), "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{\"A5.1\":\"1\",\"A5.2\":\"1\",\"A5.3\":\"1\",\"X\":\"1\"}}"));
    }

    @Test
    void aRevisionThatIsNotTheLatest() {
        refused(409, "STALE_REVISION", expert.post(score(), OneRoomTest.sheet(round, 7, "10")));
    }

    @Test
    void theSameKeyForSomethingElse() {
        var key = RandomIds.next();
        var me = site.browser();
        me.cookie = expert.cookie;
        me.csrf = expert.csrf;
        var first = withKey(me, key, "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{}}", "/api/applicants/" + foreignApplicant + "/draft");
        assertNotEquals(200, first.statusCode());
        refused(400, "KEY_MISSING", withKey(me, "short", OneRoomTest.sheet(round, 0, "10"), score()));
    }

    @Test
    void whatIsNoJson() {
        refused(400, "MALFORMED_JSON", expert.post(score(), "{\"round\":"));
        refused(400, "MALFORMED_JSON", expert.post(score(), "[1,2]"));
        refused(400, "MALFORMED_JSON", expert.post(score(), "{\"basedOn\":1.5}"));
        refused(400, "MALFORMED_JSON", expert.post(score(), "[".repeat(5000)));
        refused(400, "MALFORMED_JSON", expert.post(score(), "{\"a\":1,\"a\":2}"));
        refused(400, "WRONG_SHAPE", expert.post(score(), "{\"round\":\"" + round + "\",\"basedOn\":\"x\",\"marks\":{}}"));
    }

    @Test
    void tooMuchOfEverything() {
        refused(413, "BODY_TOO_LARGE", expert.post(score(), "{\"opinion\":\"" + "字".repeat(40_000) + "\"}"));
        refused(400, "WRONG_SHAPE", expert.post(score(), "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{},\"opinion\":\"" + "字".repeat(2001) + "\"}"));
    }

    /** Signs that turn a line round, hide in it or stand for nothing come from no keyboard; what joins and directs Uyghur letters does. */
    @Test
    void anOpinionIsTextAndNothingElse() {
        var sent = "好\\u202e\\u0085\\u200b\\u2066\\ufeff\\uffff\\udb40\\udc41\\u0007\\u2028，ئا\\u200c\\u200f。";
        var draft = "{\"round\":\"" + round + "\",\"basedOn\":0,\"marks\":{},\"opinion\":\"" + sent + "\"}";
        var path = "/api/applicants/" + applicant;
        assertEquals(200, withKey(expert, RandomIds.next(), draft, path + "/draft").statusCode());
        assertEquals("好，ئا\u200c\u200f。", TestSite.json(expert.get(path + "/score")).object("draft").text("opinion"));
    }

    /** Whoever may not propose is told so, and the sheet is not even looked at. */
    @Test
    void anExpertProposesASheet() {
        refused(403, "NOT_PERMITTED", expert.post("/api/sheets/proposal", "{\"sheet\":\"{}\",\"reason\":\"x\"}"));
    }

    @Test
    void aFormInsteadOfJson() {
        var request = expert.request(score()).header("Content-Type", "application/x-www-form-urlencoded").header("Idempotency-Key", RandomIds.next());
        refused(415, "WRONG_CONTENT_TYPE", expert.send(request.POST(HttpRequest.BodyPublishers.ofString("a=b"))));
    }

    @Test
    void anUnknownPathAndAWrongMethod() {
        refused(404, "UNKNOWN_PATH", expert.get("/api/nothing"));
        refused(404, "UNKNOWN_PATH", expert.get("/assets/../openapi.yaml.js"));
        refused(405, "METHOD_NOT_ALLOWED", expert.send(expert.request("/api/desk").DELETE()));
    }

    @Test
    void theSentenceIsInTheReadersLanguage() {
        var chinese = site.browser().post("/api/sign-in", "{\"code\":\"0000-0000-0001\"}");
        var reader = site.browser();
        reader.language = "en-GB,en;q=0.8";
        var english = reader.post("/api/sign-in", "{\"code\":\"0000-0000-0001\"}");
        assertTrue(TestSite.json(chinese).text("detail").codePoints().anyMatch(c -> c >= 0x4e00), chinese.body());
        assertFalse(TestSite.json(english).text("detail").codePoints().anyMatch(c -> c >= 0x4e00), english.body());
    }

    @Test
    void guessingIsSlowedDownAndSigningInIsNot() throws IOException {
        try (var own = new TestSite(folder.resolve("guessing"), 1, MeetingFile.Policy.REAL_NAME)) {
            HttpResponse<String> last = null;
            for (int i = 0; i < 40; i++) last = own.browser().post("/api/sign-in", "{\"code\":\"0000-0000-" + (1000 + i) + "\"}");
            refused(429, "TOO_MANY_ATTEMPTS", last);
        }
    }

    @Test
    void headersThatKeepThePageToItself() {
        var headers = site.browser().get("/api/me").headers();
        assertTrue(headers.firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'; script-src 'self'"));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
        var cookie = site.browser().post("/api/sign-in", "{\"code\":\"" + site.code(TestHouse.people(site.hall, Role.CHAIR, "R01").getFirst()) + "\"}")
                .headers().firstValue("Set-Cookie").orElseThrow();
        for (var flag : new String[] {"httponly", "secure", "samesite=strict", "path=/"}) assertTrue(cookie.toLowerCase(Locale.ROOT).contains(flag), cookie);
    }

    private static String score() {
        return "/api/applicants/" + applicant + "/score";
    }

    private static HttpResponse<String> submit(String ability) {
        return expert.post(score(), OneRoomTest.sheet(round, 0, ability));
    }

    private static HttpResponse<String> withKey(TestSite.Browser browser, String key, String body, String path) {
        var request = browser.request(path).header("Content-Type", "application/json").header("Idempotency-Key", key);
        var send = HttpRequest.BodyPublishers.ofString(body);
        return browser.send(path.endsWith("/draft") ? request.PUT(send) : request.POST(send));
    }

    /** Refused as it should be, in words, with the record and the meeting's scores as they were. */
    private static void refused(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        var json = TestSite.json(response);
        assertEquals(code, json.text("code"));
        assertNotEquals("refusal." + code, json.text("detail"), "the refusal has no words");
        assertNotEquals("refusal." + code + ".title", json.text("title"), "the refusal has no title");
        assertFalse(json.text("detail").contains("{"), "a fact is missing in: " + json.text("detail"));
        var scores = site.hall.meeting().floor().rounds().values().stream().mapToInt(r -> r.sheets().scores().size()).sum();
        assertEquals(0, scores, "a refusal has left a score");
    }
}
