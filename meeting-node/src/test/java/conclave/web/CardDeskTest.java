package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.node.OtherMeetings;
import conclave.node.TestHouse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 登录卡遗失: what somebody found opens nothing from the same moment, and no page says what opens instead. */
class CardDeskTest {

    @TempDir
    private Path folder;
    private TestSite site;
    private HeldRoom room;

    @BeforeEach
    void aRoomIsScoring() throws Exception {
        site = new TestSite(folder, 2, MeetingFile.Policy.REAL_NAME, OtherMeetings::withAlternate);
        room = HeldRoom.opened(site, "R01", 4).opensRound();
    }

    @AfterEach
    void closed() throws Exception {
        site.close();
    }

    private Item.Person person(Role role, String code) {
        return TestHouse.people(site.hall, role, code).getFirst();
    }

    private HttpResponse<String> renew(TestSite.Browser browser, Item.Person whose) {
        return browser.post("/api/rooms/" + room.id + "/cards", "{\"person\":\"" + whose.id().value() + "\"}");
    }

    private HttpResponse<String> enter(String code) {
        return site.browser().post("/api/sign-in", "{\"code\":\"" + code + "\"}");
    }

    @Test
    void theOldCodeAndTheLaptopThatUsedItAreOutAndTheNewOneGoesOnWithWhatWasDone() {
        var desk = HeldRoom.desk(room.experts.getFirst());
        HeldRoom.ok(room.experts.getFirst().post("/api/applicants/" + HeldRoom.candidates(desk).getFirst() + "/score",
                OneRoomTest.sheet(desk.object("round").text("id"), 0, "9")), 200);
        var lost = site.code(person(Role.EXPERT, "R01"));
        var answer = renew(room.secretary, person(Role.EXPERT, "R01"));
        HeldRoom.ok(answer, 200);
        assertEquals(401, room.experts.getFirst().get("/api/desk").statusCode());
        assertEquals(401, enter(lost).statusCode());
        HeldRoom.ok(room.experts.get(1).get("/api/desk"), 200);
        var fresh = site.code(person(Role.EXPERT, "R01"));
        assertNotEquals(lost, fresh);
        assertFalse(answer.body().contains(fresh) || room.secretary.get("/api/rooms/" + room.id).body().contains(fresh));
        var back = HeldRoom.desk(site.browser().signedIn(fresh));
        assertEquals(1, HeldRoom.objects(back, "applicants").stream().filter(one -> one.text("state").equals("submitted")).count(), back::toString);
    }

    @Test
    void nobodyElseOrdersItAndNobodyOfAnotherRoomIsReached() {
        assertEquals(403, renew(room.experts.getFirst(), person(Role.EXPERT, "R01")).statusCode());
        assertEquals(403, renew(site.signedIn(Role.SUPERVISOR, "", 0), person(Role.EXPERT, "R01")).statusCode());
        assertEquals(403, renew(site.signedIn(Role.SECRETARY, "R02", 0), person(Role.EXPERT, "R01")).statusCode());
        assertEquals(404, renew(room.secretary, person(Role.EXPERT, "R02")).statusCode());
        assertEquals(404, room.secretary.post("/api/rooms/" + room.id + "/cards", "{\"person\":\"per_nobodyknown\"}").statusCode());
        assertEquals(400, room.secretary.post("/api/rooms/" + room.id + "/cards", "{\"person\":7}").statusCode());
        HeldRoom.ok(room.experts.getFirst().get("/api/desk"), 200);
    }
}
