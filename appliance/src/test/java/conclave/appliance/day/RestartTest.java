package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Json;
import conclave.ledger.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pulls the plug of the server in the middle of a round; and another half-day begins. */
final class RestartTest {

    private static final List<String> FIRST = List.of("12.5", "13", "8.5");
    private static final List<String> SECOND = List.of("11", "9.5", "7");
    private static final List<String> HALF_FILLED = List.of("14");
    private static final String HALF_WAY_KEY = "sent-before-the-plug-was-pulled";

    @TempDir
    private Path folder;

    private Path data;
    private Venue venue;
    private Caller secretary;
    private List<Caller> experts;
    private String round;
    private String applicant;
    private byte[] key;

    @BeforeEach
    void aRoundIsOpen() throws Exception {
        data = folder.resolve("data");
        venue = Venue.open(data);
        secretary = Caller.signedIn(venue, venue.card("secretary"));
        Room.opensHalfDay(secretary, "morning");
        experts = new ArrayList<>();
        for (var card : venue.cards("expert")) experts.add(Caller.signedIn(venue, card));
        Room.opensRound(secretary);
        round = Room.round(experts.getFirst());
        applicant = Room.list(experts.getFirst()).get("A-001").text("id");
        key = Base64.getUrlDecoder().decode(secretary.get("/api/key").done().text("spki"));
    }

    @AfterEach
    void everybodyGoesHome() {
        if (experts != null) experts.forEach(Caller::close);
        if (secretary != null) secretary.close();
        if (venue != null) venue.close();
    }

    @Test
    void theServerIsPulledOutAndNothingThatWasSaidToBeSavedIsMissing() throws Exception {
        var receipts = List.of(submits(experts.get(0), HALF_WAY_KEY, FIRST).object("receipt"), submits(experts.get(1), "another-key", SECOND).object("receipt"));
        draws(experts.get(2), HALF_FILLED);
        var cards = venue.cards("expert");
        venue.killed();
        comesBack();

        assertEquals(cards, venue.cards("expert"), "the same codes and words on the same cards");
        assertEquals(key(), key64(), "the key that receipts were signed with");
        holds(experts.get(0), FIRST, receipts.get(0));
        holds(experts.get(1), SECOND, receipts.get(1));
        var third = experts.get(2).get(score()).done();
        assertEquals("14", third.object("draft").object("marks").text("A5.1"), "the draft");
        assertEquals(0, third.number("revision"));
        theAnswerThatWasLostOnTheWayIsTheSameAnswer(receipts.getFirst());
        theRoomStandsStillUntilTheSecretaryResumes();
        theSecretaryGoesOn();
    }

    /** A laptop that never heard the answer sends the same order again: one effect, and the same proof of it. */
    private void theAnswerThatWasLostOnTheWayIsTheSameAnswer(Json.Obj before) throws Exception {
        var again = submits(experts.getFirst(), HALF_WAY_KEY, FIRST);
        assertEquals(1, again.number("revision"));
        assertEquals(before.number("seq"), again.object("receipt").number("seq"));
    }

    /** The same room with everything in it; what is typed meanwhile is kept, and nothing is handed in. */
    private void theRoomStandsStillUntilTheSecretaryResumes() throws Exception {
        assertEquals("paused", Room.next(secretary));
        assertEquals("afterOutage", Room.page(secretary).object("sitting").object("paused").text("reason"));
        var refused = experts.get(2).send("POST", score(), "handed-in-too-early", Room.sheet(round, 0, SECOND));
        assertEquals(423, refused.status());
        assertEquals("ROOM_PAUSED", refused.refusal());
        draws(experts.get(2), SECOND);
        Room.resumes(secretary);
    }

    private void theSecretaryGoesOn() throws Exception {
        assertEquals("awaitScores", Room.next(secretary));
        assertEquals(2, Room.page(secretary).object("room").number("scoresGiven"));
        submits(experts.get(2), "a-third-key", SECOND);
        assertEquals(3, Room.page(secretary).object("room").number("scoresGiven"));
        secretary.post("/api/rounds/" + round + "/close", Json.object().with("acceptMissing", new Json.Bool(true)).with("reason", "停电")).done();
        assertEquals("computeTally", Room.next(secretary));
    }

    @Test
    void inTheAfternoonEverybodySignsInAnewAndGoesOnWhereTheyWere() throws Exception {
        submits(experts.get(0), "in-the-morning", FIRST);
        draws(experts.get(1), HALF_FILLED);
        Room.closesHalfDay(secretary);

        var turnedAway = experts.get(0).get("/api/desk");
        assertEquals(401, turnedAway.status());
        assertEquals("HALF_DAY_OVER", turnedAway.refusal());
        assertTrue(turnedAway.body().text("detail").contains("本半天的会议已经结束"), turnedAway.body().text("detail"));
        assertEquals("openSitting", Room.next(secretary));
        assertEquals(0, Room.page(secretary).object("room").number("present"));

        Room.opensHalfDay(secretary, "afternoon");
        for (int i = 0; i < experts.size(); i++) experts.get(i).signIn(venue.cards("expert").get(i));
        assertEquals(4, Room.page(secretary).object("room").number("present"));
        assertEquals(1, Room.page(secretary).object("room").number("scoresGiven"));
        assertEquals("submitted", Room.list(experts.get(0)).get("A-001").text("state"));
        assertEquals("14", experts.get(1).get(score()).done().object("draft").object("marks").text("A5.1"));
        submits(experts.get(1), "in-the-afternoon", SECOND);
        assertEquals(2, experts.get(0).send("POST", score(), "revised-in-the-afternoon", Room.sheet(round, 1, SECOND)).done().number("revision"));
    }

    private String score() {
        return "/api/applicants/" + applicant + "/score";
    }

    private Json.Obj submits(Caller expert, String order, List<String> marks) throws Exception {
        var answer = expert.send("POST", score(), order, Room.sheet(round, 0, marks)).done();
        assertTrue(Receipt.fromJson(answer.object("receipt")).verify(key), "the receipt holds");
        return answer;
    }

    private void draws(Caller expert, List<String> marks) throws Exception {
        expert.send("PUT", "/api/applicants/" + applicant + "/draft", "a-draft-of-" + marks.size(), Room.sheet(round, 0, marks)).done();
    }

    /** The same data, the same address, the same browsers with the cookies they have. */
    private void comesBack() throws Exception {
        venue = venue.openedAgain(data);
        secretary = moved(secretary);
        experts.replaceAll(this::moved);
    }

    private Caller moved(Caller before) {
        before.close();
        return before.at(venue);
    }

    private String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private String key64() throws Exception {
        return secretary.get("/api/key").done().text("spki");
    }

    private void holds(Caller expert, List<String> marks, Json.Obj receipt) throws Exception {
        var score = expert.get(score()).done();
        assertEquals(1, score.number("revision"));
        for (int i = 0; i < marks.size(); i++) assertEquals(marks.get(i), score.object("marks").text(Expert.INDICATORS.get(i)));
        assertTrue(Receipt.fromJson(receipt).verify(key), "what was handed out before still proves it");
        var now = score.object("receipt");
        assertTrue(Receipt.fromJson(now).verify(key), "and so does what is handed out now");
        assertEquals(receipt.text("line"), now.text("line"));
        assertEquals(receipt.text("short"), now.text("short"));
    }
}
