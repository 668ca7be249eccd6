package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.node.OtherMeetings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a swap or a recusal would do is said before, what it did is told afterwards; to those who may know, and without a point. */
class SeatDeskTest {

    private static final String RANKS = "A-12 2→1, A-13 3→2, A-11 1→3";

    @TempDir
    private Path folder;
    private TestSite site;
    private HeldRoom room;
    private String leaving;
    private String coming;
    private String applicant;

    @BeforeEach
    void theFirstExpertHasPutSomebodyFirstWhomTheOthersPutLast() throws Exception {
        site = new TestSite(folder, 2, MeetingFile.Policy.REAL_NAME, OtherMeetings::withAlternate);
        room = HeldRoom.opened(site, "R01", 4).opensRound();
        scores(0, "15", "5", "4");
        for (int e = 1; e < 4; e++) scores(e, "4", "7", "6");
        leaving = HeldRoom.objects(room.page(), "experts").getFirst().text("id");
        coming = HeldRoom.objects(room.page(), "alternates").getFirst().text("id");
        applicant = HeldRoom.objects(room.page(), "applicants").getFirst().text("id");
    }

    @AfterEach
    void closed() throws Exception {
        site.close();
    }

    private void scores(int expert, String... abilities) {
        var desk = HeldRoom.desk(room.experts.get(expert));
        var all = HeldRoom.candidates(desk);
        for (int a = 0; a < abilities.length; a++) {
            HeldRoom.ok(room.experts.get(expert).post("/api/applicants/" + all.get(a) + "/score",
                    OneRoomTest.sheet(desk.object("round").text("id"), 0, abilities[a])), 200);
        }
    }

    private String swapPreview() {
        return "/api/rooms/" + room.id + "/swap/preview?leaving=" + leaving + "&coming=" + coming;
    }

    private String recusalPreview() {
        return "/api/rooms/" + room.id + "/recusals/preview?expert=" + leaving + "&applicant=" + applicant;
    }

    private static String ranks(Json.Obj change) {
        return HeldRoom.objects(change, "ranks").stream().map(one -> one.text("code") + " " + one.number("before") + "→" + one.number("after"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatASwapWouldDoIsSaidBeforeAndWhatItDidIsToldAfterwards() {
        var recorded = site.hall.meeting().recorded();
        var answer = room.secretary.get(swapPreview());
        var change = TestSite.json(answer).object("change");
        assertEquals(RANKS, ranks(change));
        assertEquals("[\"A-11\",\"A-12\",\"A-13\"]", list(change, "voided"));
        assertFalse(answer.body().contains("total"), "what an expert takes along in points would say what that expert gave");
        assertEquals(recorded, site.hall.meeting().recorded(), "nothing is recorded by looking");
        assertEquals(List.of(), HeldRoom.objects(room.page(), "changes"));

        swapped();
        for (var told : List.of(HeldRoom.objects(room.page(), "changes"), HeldRoom.objects(room.results(), "changes"))) {
            assertEquals(1, told.size());
            assertEquals(RANKS, ranks(told.getFirst()));
            assertEquals("突发疾病", told.getFirst().text("reason"));
            assertEquals("候补一", told.getFirst().text("coming"));
        }
    }

    @Test
    void whatARecusalWouldDoIsSaidBeforeAndWhatItDidIsToldAfterwards() {
        var change = TestSite.json(room.secretary.get(recusalPreview())).object("change");
        assertEquals("[\"A-11\"]", list(change, "voided"));
        // Without the 15 the first stands at 4; the others keep theirs.
        assertEquals("A-12 2→1, A-13 3→2, A-11 1→3", ranks(change));
        HeldRoom.ok(room.secretary.post("/api/rooms/" + room.id + "/recusals",
                "{\"expert\":\"" + leaving + "\",\"applicant\":\"" + applicant + "\",\"ground\":\"sameUnit\"}"), 200);
        var told = HeldRoom.objects(room.results(), "changes").getFirst();
        assertEquals("recusal A-11 sameUnit", told.text("kind") + " " + told.text("code") + " " + told.text("ground"));
        assertEquals("A-12 2→1, A-13 3→2, A-11 1→3", ranks(told));
        assertEquals("ALREADY_RECUSED", TestSite.json(room.secretary.get(recusalPreview())).object("refused").text("code"));
    }

    /** An expert may recuse themselves; asking what it would do would tell them how the others have scored. */
    @Test
    void onlyWhoMayOrderItIsToldBefore() {
        var others = List.of(room.experts.get(0), room.experts.get(1), site.signedIn(Role.CHAIR, "R01", 0), site.signedIn(Role.SUPERVISOR, "", 0),
                site.signedIn(Role.REGISTRAR, "", 0), site.signedIn(Role.SECRETARY, "R02", 0));
        for (var other : others) {
            HeldRoom.ok(other.get(swapPreview()), 403);
            HeldRoom.ok(other.get(recusalPreview()), 403);
        }
        HeldRoom.ok(site.browser().get(swapPreview()), 401);
    }

    @Test
    void ranksAreToldAfterwardsToThoseWhoMaySeeThem() {
        swapped();
        for (var role : List.of(Role.CHAIR, Role.SUPERVISOR, Role.REGISTRAR)) {
            var told = HeldRoom.objects(TestSite.json(site.signedIn(role, role == Role.CHAIR ? "R01" : "", 0).get("/api/rooms/" + room.id)), "changes").getFirst();
            assertEquals(role == Role.REGISTRAR, told.fields().get("ranks") == Json.Null.NULL, role + " " + told);
        }
        HeldRoom.ok(room.experts.get(1).get("/api/rooms/" + room.id + "/results"), 403);
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        var refused = TestSite.json(room.secretary.get("/api/rooms/" + room.id + "/swap/preview?leaving=" + leaving + "&coming=" + leaving));
        assertEquals("NOT_AN_ALTERNATE", refused.object("refused").text("code"));
        assertEquals(Json.Null.NULL, refused.fields().get("change"));
        HeldRoom.ok(room.secretary.get("/api/rooms/" + room.id + "/swap/preview"), 400);
        HeldRoom.ok(room.secretary.get("/api/rooms/" + room.id + "/swap/preview?leaving=%3Cb%3E&coming=" + coming), 404);
        HeldRoom.ok(room.secretary.get("/api/rooms/" + room.id + "/recusals/preview?expert=" + leaving + "&applicant=apl_nobody00000000"), 404);
    }

    private void swapped() {
        HeldRoom.ok(room.secretary.post("/api/rooms/" + room.id + "/swap",
                "{\"leaving\":\"" + leaving + "\",\"coming\":\"" + coming + "\",\"reason\":\"突发疾病\"}"), 200);
    }

    private static String list(Json.Obj from, String name) {
        return CanonicalJson.text(new Json.Arr(from.list(name)));
    }
}
