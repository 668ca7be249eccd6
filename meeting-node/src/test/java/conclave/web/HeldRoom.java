package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.codec.Json;
import conclave.meeting.event.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** One room of a site with its secretary and its experts before their laptops. */
final class HeldRoom {

    final TestSite.Browser secretary;
    final List<TestSite.Browser> experts = new ArrayList<>();
    final String id;
    private final TestSite site;
    private final String code;

    private HeldRoom(TestSite site, String code) {
        this.site = site;
        this.code = code;
        secretary = site.signedIn(Role.SECRETARY, code, 0);
        id = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
    }

    /** The half-day is open and so many experts have signed in. */
    static HeldRoom opened(TestSite site, String code, int experts) {
        var room = new HeldRoom(site, code);
        room.does("/api/rooms/" + room.id + "/sitting", "{\"half\":\"morning\"}");
        for (int e = 0; e < experts; e++) room.experts.add(site.signedIn(Role.EXPERT, code, e));
        return room;
    }

    HeldRoom opensRound() {
        does("/api/rooms/" + id + "/rounds", "{}");
        return this;
    }

    void closes() {
        does("/api/rounds/" + round() + "/close", "{}");
    }

    void counts() {
        does("/api/rounds/" + round() + "/tally", "{}");
    }

    void signs() {
        ok(site.signedIn(Role.CHAIR, code, 0).post("/api/rounds/" + round() + "/sign-off", "{}"), 200);
    }

    private void does(String path, String body) {
        ok(secretary.post(path, body), 200);
    }

    Json.Obj page() {
        return TestSite.json(secretary.get("/api/rooms/" + id));
    }

    String round() {
        return page().object("round").text("id");
    }

    Json.Obj results() {
        return TestSite.json(secretary.get("/api/rooms/" + id + "/results"));
    }

    List<Json.Obj> parts() {
        return objects(results(), "parts");
    }

    static Json.Obj desk(TestSite.Browser expert) {
        var desk = expert.get("/api/desk");
        ok(desk, 200);
        return TestSite.json(desk);
    }

    static List<String> candidates(Json.Obj desk) {
        return objects(desk, "applicants").stream().filter(one -> !one.text("state").equals("recused")).map(one -> one.text("id")).toList();
    }

    static List<Json.Obj> objects(Json.Obj from, String list) {
        return from.list(list).stream().map(Json.Obj.class::cast).toList();
    }

    /** A paper on which each candidate gets the word, the first another one. */
    static String paper(List<String> candidates, String first, String others) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < candidates.size(); i++) lines.add("\"" + candidates.get(i) + "\":\"" + (i == 0 ? first : others) + "\"");
        return "{\"paper\":{" + String.join(",", lines) + "}}";
    }

    static void ok(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
    }
}
