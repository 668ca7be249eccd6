package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.ClosedBallot;
import conclave.ballot.SignedToken;
import conclave.codec.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret ballot on a running node, over HTTPS: who is given a token, what is thrown in, and what everybody finds at the end. */
class SecretBallotTest {

    @TempDir
    Path folder;

    @Test
    void nineExpertsVoteAndEachFindsTheirTokenAndNobodyElseKnowsWhose() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            assertEquals("blindToken", room.page(room.secretary).text("secrecy"));
            assertEquals("waiting", room.page(room.experts.getFirst()).text("state"));
            room.announce();
            var electors = room.issued();
            assertEquals("NOT_OPEN_YET", room.cast(electors.getFirst().paper(1, 1, 1)), "before everybody has a token");
            room.bar();
            for (int e : shuffled(9)) assertEquals("LIES_IN_THE_BOX", room.cast(electors.get(e).paper(e < 7 ? 1 : 2, e < 2 ? 1 : 2, 0)));
            assertEquals(404, room.experts.getFirst().get(room.path() + "/record").statusCode(), "no figure before the box is opened");
            room.open();
            var record = TestSite.json(SecretRoom.ok(room.experts.get(3).get(room.path() + "/record")));
            assertEquals(List.of(List.of(0, 7, 2), List.of(0, 2, 7), List.of(9, 0, 0)), columns(record));
            var tokens = tokens(record);
            for (var elector : electors) assertTrue(tokens.contains(elector.token()));
            assertEquals(List.of(), closed(room, record, tokens).flaws(SecretRoom.announcement(room.page(room.secretary).object("announcement"))));
            SecretRoom.ok(room.secretary.post("/api/rounds/" + room.round + "/tally", "{}"));
            var counted = room.site.hall.meeting().tallies().ballots().values().getFirst();
            assertEquals(List.of(7, 2, 0), counted.votes().stream().map(vote -> vote.yes()).toList());
            assertEquals("UNKNOWN_BALLOT", room.cast(electors.getFirst().paper(1, 1, 1)), "keys and box are gone");
        }
    }

    @Test
    void aLostAnswerIsFetchedAgainAndNobodyGetsASecondToken() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            assertTrue(room.experts.getFirst().post(room.path() + "/token", "{\"blinded\":[\"AAAA\"]}").body().contains("BALLOT_NOT_ANNOUNCED"));
            room.announce();
            var elector = room.elector(0);
            var first = TestSite.json(SecretRoom.ok(room.ask(0, elector))).list("signed");
            assertEquals(first, TestSite.json(SecretRoom.ok(room.ask(0, elector))).list("signed"));
            var second = room.ask(0, room.elector(0));
            assertEquals(409, second.statusCode());
            assertTrue(second.body().contains("TOKEN_ALREADY_ISSUED"), second.body());
            assertEquals(400, room.experts.get(1).post(room.path() + "/token", "{\"blinded\":[\"AAAA\"]}").statusCode(), "no number that our page makes");
            assertEquals(1, room.page(room.secretary).number("issued"));
            var tooSoon = room.secretary.post(room.path() + "/barrier", "{}");
            assertTrue(tooSoon.body().contains("TOKENS_MISSING"), tooSoon.body());
            SecretRoom.ok(room.secretary.post(room.path() + "/barrier", "{\"acceptMissing\":true}"));
            assertEquals(first, TestSite.json(SecretRoom.ok(room.ask(0, elector))).list("signed"), "also after the barrier");
            assertTrue(room.ask(1, room.elector(1)).body().contains("ISSUING_CLOSED"));
            assertEquals(403, room.secretary.post(room.path() + "/token", "{\"blinded\":" + elector.blinded() + "}").statusCode(), "no elector");
        }
    }

    @Test
    void whoCastsTwiceIsCountedOnceAndTheFirstPaperStays() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            room.announce();
            var electors = room.issued();
            room.bar();
            var paper = electors.getFirst().paper(1, 1, 1);
            assertEquals("LIES_IN_THE_BOX", room.cast(paper));
            assertEquals("LIES_IN_THE_BOX", room.cast(paper), "sent again, because the answer was lost");
            assertEquals("ANOTHER_LIES_THERE", room.cast(electors.getFirst().paper(2, 2, 2)));
            assertEquals("NOT_SIGNED", room.cast(withOtherToken(paper)));
            assertEquals("MALFORMED", room.cast(Arrays.copyOf(paper, 832)));
            assertEquals("MALFORMED", room.cast(new byte[200_000]));
            assertEquals("UNKNOWN_BALLOT", room.cast(new byte[833]));
            for (var elector : electors.subList(1, 8)) assertEquals("LIES_IN_THE_BOX", room.cast(elector.paper(2, 2, 2)));
            assertFalse(((Json.Bool) room.page(room.secretary).fields().get("complete")).value());
            assertTrue(room.secretary.post(room.path() + "/box", "{}").body().contains("PAPERS_STILL_OUT"));
            SecretRoom.ok(room.secretary.post(room.path() + "/box", "{\"acceptMissing\":true}"));
            var record = TestSite.json(room.secretary.get(room.path() + "/record"));
            assertEquals(8, record.number("returned"));
            assertEquals(List.of(List.of(0, 1, 7), List.of(0, 1, 7), List.of(0, 1, 7)), columns(record));
        }
    }

    @Test
    void aPaperThatBringsANameAlongIsTurnedAway() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            room.announce();
            var elector = room.issued().getFirst();
            room.bar();
            var paper = elector.paper(1, 1, 1);
            for (var named : List.of(List.of("Cookie", room.experts.getFirst().cookie), List.of("Referer", "https://localhost/ballot"),
                    List.of("X-CSRF-Token", room.experts.getFirst().csrf), List.of("Idempotency-Key", "0123456789"), List.of("Authorization", "x"))) {
                var answer = room.site.cast(paper, named.toArray(String[]::new));
                assertEquals("NAMES_SOMEBODY          ", answer.body(), named.getFirst());
                assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
            }
            SecretRoom.ok(room.secretary.post(room.path() + "/box", "{\"acceptMissing\":true}"));
            assertEquals(0, TestSite.json(room.secretary.get(room.path() + "/record")).number("returned"));
        }
    }

    @Test
    void whatIsToldToBeMalformedDoesNotLieInTheBox() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            room.announce();
            var electors = room.issued();
            room.bar();
            var paper = electors.getFirst().paper(1, 1, 1);
            assertEquals("MALFORMED", room.site.castInParts(new byte[20_000], paper).body().strip());
            SecretRoom.ok(room.secretary.post(room.path() + "/box", "{\"acceptMissing\":true}"));
            assertEquals(0, TestSite.json(room.secretary.get(room.path() + "/record")).number("returned"));
        }
    }

    /** The order was refused for its form, and the box was closed and counted by then. */
    @Test
    void anOrderWithoutAKeyOpensNoBox() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            room.announce();
            var electors = room.issued();
            room.bar();
            var order = room.secretary.request(room.path() + "/box").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"acceptMissing\":true}"));
            assertTrue(room.secretary.send(order).body().contains("KEY_MISSING"));
            assertEquals("LIES_IN_THE_BOX", room.cast(electors.getFirst().paper(1, 1, 1)));
        }
    }

    @Test
    void inAPausedRoomPapersWaitAtTheLaptopsAndTheBoxStaysShut() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            room.announce();
            var electors = room.issued();
            room.bar();
            assertEquals("LIES_IN_THE_BOX", room.cast(electors.getFirst().paper(1, 1, 1)));
            assertEquals("LIES_IN_THE_BOX", room.cast(electors.get(1).paper(1, 1, 1)));
            SecretRoom.ok(room.secretary.post("/api/rooms/" + room.room + "/pause", "{}"));
            assertEquals("NOT_NOW", room.cast(electors.get(2).paper(1, 1, 1)));
            assertTrue(room.secretary.post(room.path() + "/box", "{\"acceptMissing\":true}").body().contains("ROOM_PAUSED"));
            SecretRoom.ok(room.secretary.post("/api/rooms/" + room.room + "/resume", "{}"));
            for (var elector : electors.subList(2, 9)) assertEquals("LIES_IN_THE_BOX", room.cast(elector.paper(1, 1, 1)));
            room.open();
        }
    }

    @Test
    void aNodeRestartedInMidBallotHasLostItAndItIsHeldAgain() throws IOException {
        var room = new SecretRoom(folder, 9);
        try {
            room.announce();
            var electors = room.issued();
            room.bar();
            for (var elector : electors.subList(0, 4)) assertEquals("LIES_IN_THE_BOX", room.cast(elector.paper(1, 1, 1)));
            room = room.restarted();
            assertEquals("lost", room.page(room.experts.getFirst()).text("state"));
            assertEquals("UNKNOWN_BALLOT", room.cast(electors.get(5).paper(1, 1, 1)));
            assertTrue(room.secretary.post(room.path() + "/box", "{}").body().contains("BALLOT_LOST"));
            assertTrue(room.ask(0, electors.getFirst()).body().contains("BALLOT_LOST"));
            SecretRoom.ok(room.secretary.post("/api/rounds/" + room.round + "/close", "{\"acceptMissing\":true,\"reason\":\"服务器重新启动\"}"));
            SecretRoom.ok(room.secretary.post("/api/rounds/" + room.round + "/tally", "{}"));
            assertEquals("boxLost", room.page(room.experts.getFirst()).text("voided"));
            var before = room.round;
            room.openRound();
            assertNotEquals(before, room.round);
            room.announce();
            electors = room.issued();
            room.bar();
            for (var elector : electors) assertEquals("LIES_IN_THE_BOX", room.cast(elector.paper(1, 2, 0)));
            room.open();
            room = room.restarted();
            assertEquals(List.of(List.of(0, 9, 0), List.of(0, 0, 9), List.of(9, 0, 0)),
                    columns(TestSite.json(room.secretary.get(room.path() + "/record"))), "the record outlives the node");
        } finally {
            room.close();
        }
    }

    @Test
    void fewerThanNineVoteOnPaper() throws IOException {
        try (var room = new SecretRoom(folder, 8)) {
            assertEquals("paper", room.page(room.experts.getFirst()).text("secrecy"));
            var refused = room.secretary.post(room.path() + "/announcement", "{}");
            assertTrue(refused.body().contains("NOT_A_BALLOT"), refused.body());
        }
    }

    @Test
    void onlyTheSecretaryAnnouncesBarsAndOpens() throws IOException {
        try (var room = new SecretRoom(folder, 9)) {
            var expert = room.experts.getFirst();
            assertEquals(403, expert.post(room.path() + "/announcement", "{}").statusCode());
            room.announce();
            assertTrue(room.secretary.post(room.path() + "/announcement", "{}").body().contains("ALREADY_ANNOUNCED"));
            room.issued();
            assertEquals(403, expert.post(room.path() + "/barrier", "{}").statusCode());
            assertTrue(room.secretary.post(room.path() + "/box", "{\"acceptMissing\":true}").body().contains("ISSUING_NOT_CLOSED"));
            room.bar();
            assertEquals(403, expert.post(room.path() + "/box", "{\"acceptMissing\":true}").statusCode());
            assertFalse(expert.get(room.path()).body().contains("complete"), "who comes late is nobody's business");
        }
    }

    private static byte[] withOtherToken(byte[] paper) {
        var other = paper.clone();
        other[40] ^= 1;
        return other;
    }

    private static List<Integer> shuffled(int many) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < many; i++) order.add(i);
        Collections.shuffle(order, new Random(7));
        return order;
    }

    private static List<List<Integer>> columns(Json.Obj record) {
        return record.list("columns").stream().map(column -> ((Json.Obj) column).list("times").stream()
                .map(times -> (int) ((Json.Num) times).value()).toList()).toList();
    }

    private static List<SignedToken> tokens(Json.Obj record) {
        return record.list("tokens").stream().map(token -> new SignedToken(((Json.Obj) token).text("token"),
                SecretRoom.texts((Json.Obj) token, "signatures"))).toList();
    }

    /** The record as an auditor reads it. */
    private static ClosedBallot closed(SecretRoom room, Json.Obj record, List<SignedToken> tokens) {
        var marks = columns(record).stream().map(times -> {
            var each = new ArrayList<Integer>();
            for (int mark = 0; mark < times.size(); mark++) each.addAll(Collections.nCopies(times.get(mark), mark));
            return List.copyOf(each);
        }).toList();
        return new ClosedBallot(record.text("digest"), (int) record.number("issued"), (int) record.number("returned"), (int) record.number("valid"),
                Optional.empty(), tokens, marks);
    }
}
