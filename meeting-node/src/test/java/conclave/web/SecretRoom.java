package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.ballot.Announcement;
import conclave.ballot.Elector;
import conclave.ballot.Paper;
import conclave.codec.Json;
import conclave.exchange.MeetingFile.Policy;
import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import conclave.config.Limits;
import conclave.meeting.event.Role;
import conclave.node.SecretMeeting;
import conclave.node.TestHouse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A room that votes secretly, with a real log on the disk, so that all that a node ever writes can be looked at. */
final class SecretRoom implements AutoCloseable {

    final TestSite site;
    final TestSite.Browser secretary;
    final List<TestSite.Browser> experts = new ArrayList<>();
    final String room;
    String round = "";

    /** Everybody is there, and the round is open. */
    SecretRoom(Path folder, int experts) throws IOException {
        this(new TestSite(house(folder), house -> house.admit(1, Policy.REAL_NAME, plain -> SecretMeeting.of(plain, experts))));
        ok(secretary.post("/api/rooms/" + room + "/sitting", "{\"half\":\"morning\"}"));
        for (int e = 0; e < experts; e++) this.experts.add(site.signedIn(Role.EXPERT, "R01", e));
        openRound();
    }

    private SecretRoom(TestSite site) {
        this.site = site;
        this.secretary = site.signedIn(Role.SECRETARY, "R01", 0);
        this.room = TestSite.json(secretary.get("/api/me")).object("person").object("room").text("id");
    }

    /** The node ends and begins again on the same disk; people's cookies are good still. */
    SecretRoom restarted() throws IOException {
        var folder = site.test.folder;
        var now = site.test.now.get();
        close();
        var house = house(folder);
        house.now.set(now + 60_000);
        var again = new SecretRoom(new TestSite(house, one -> one.house.halls().iterator().next()));
        for (var expert : experts) {
            var browser = again.site.browser();
            browser.cookie = expert.cookie;
            browser.csrf = expert.csrf;
            again.experts.add(browser);
        }
        again.round = round;
        // Nobody was at work meanwhile, so the room stands paused.
        again.secretary.post("/api/rooms/" + room + "/resume", "{}");
        return again;
    }

    private static TestHouse house(Path folder) throws IOException {
        var ledgers = new RatisLedgers(new RatisOptions(folder.resolve("log"), "peer-test", "127.0.0.1", 0, Optional.empty(),
                (id, reason) -> {
                    throw reason;
                }));
        return new TestHouse(folder, ledgers, Limits.DEFAULT);
    }

    void openRound() {
        ok(secretary.post("/api/rooms/" + room + "/rounds", "{}"));
        round = TestSite.json(secretary.get("/api/rooms/" + room)).object("round").text("id");
    }

    String path() {
        return "/api/rounds/" + round + "/ballot";
    }

    Json.Obj page(TestSite.Browser who) {
        return TestSite.json(ok(who.get(path())));
    }

    void announce() {
        ok(secretary.post(path() + "/announcement", "{}"));
    }

    /** A laptop with what it was told; it holds what it computes against what the server says. */
    Elector elector(int expert) {
        var page = page(experts.get(expert));
        var announced = announcement(page.object("announcement"));
        assertEquals(page.text("digest"), announced.hex());
        return new Elector(announced);
    }

    static Announcement announcement(Json.Obj it) {
        var paper = it.object("paper");
        return new Announcement(it.text("ballot"), it.text("voters"), (int) it.number("size"), (int) it.number("fewest"),
                new Paper(Paper.Form.valueOf(paper.text("form")), (int) paper.number("atMost"), texts(paper, "options")), texts(it, "signers"), it.text("round"));
    }

    static List<String> texts(Json.Obj json, String field) {
        return json.list(field).stream().map(one -> ((Json.Str) one).value()).toList();
    }

    HttpResponse<String> ask(int expert, Elector elector) {
        return experts.get(expert).post(path() + "/token", "{\"blinded\":" + elector.blinded() + "}");
    }

    List<Elector> issued() {
        var all = new ArrayList<Elector>();
        for (int e = 0; e < experts.size(); e++) {
            var elector = elector(e);
            elector.signedAs(texts(TestSite.json(ok(ask(e, elector))), "signed"));
            all.add(elector);
        }
        return all;
    }

    void bar() {
        ok(secretary.post(path() + "/barrier", "{}"));
    }

    String cast(byte[] paper) {
        var answer = site.cast(paper);
        assertEquals(200, answer.statusCode());
        assertEquals(BallotSlot.ANSWER, answer.body().length());
        return answer.body().strip();
    }

    void open() {
        ok(secretary.post(path() + "/box", "{}"));
    }

    static HttpResponse<String> ok(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return response;
    }

    @Override
    public void close() throws IOException {
        site.close();
    }
}
