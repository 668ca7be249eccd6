package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.BlindClient;
import conclave.seal.BlindSigner;
import conclave.seal.Digests;
import conclave.seal.SmallKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * R19. The attacker has the issue log in its order, knows from years of meetings who is quick and who is slow, and gets the whole
 * record and everything that was ever written. Also shown: what leaks would give away if there were any.
 */
class LinkAttackTest {

    private static final int ELECTIONS = 300;
    private static final int VOTERS = 9;
    private static final Paper PAPER = new Paper(Paper.Form.APPROVE, 0, List.of("ap_1"));

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final BlindSigner signer = SmallKeys.signer();

    /** One election as it happened; persons are numbers, in the order in which the log issued to them. */
    private record Seen(ClosedBallot record, List<String> tokens, List<Integer> marks, List<Integer> arrived, List<Integer> expected) {
        String token(int person) {
            return tokens.get(person);
        }
    }

    private Seen hold() {
        var election = new Election(PAPER, VOTERS, 5, List.of(signer), SmallKeys.round());
        var held = election.issue(VOTERS);
        var marks = random.ints(VOTERS, 0, 3).boxed().toList();
        var habit = IntStream.range(0, VOTERS).mapToObj(_ -> 5 + 55 * random.nextDouble()).toList();
        var today = habit.stream().map(seconds -> seconds + 4 * random.nextGaussian()).toList();
        var arrived = order(today);
        election.box.open(VOTERS);
        arrived.forEach(person -> election.box.take(election.cast(held.get(person), marks.get(person))));
        var record = election.box.close();
        assertEquals(List.of(), record.flaws(election.announced));
        return new Seen(record, held.stream().map(each -> Announcement.written(each.token())).toList(), marks, arrived, order(habit));
    }

    /** Persons, quickest first. */
    private static List<Integer> order(List<Double> seconds) {
        return IntStream.range(0, VOTERS).boxed().sorted(Comparator.comparing(seconds::get)).toList();
    }

    /** The n-th thing found is given to the n-th person of the order. */
    private static <T> List<T> dealt(List<T> found, List<Integer> order) {
        var guess = new ArrayList<>(Collections.nCopies(VOTERS, found.getFirst()));
        for (int i = 0; i < VOTERS; i++) guess.set(order.get(i), found.get(i));
        return guess;
    }

    @Test
    void theRecordTheLogAndPeoplesHabitsLinkNobody() {
        var bySpeed = new Attacker("tokens, by habitual speed");
        var byIssue = new Attacker("tokens, by the order of issuing");
        var choices = new Attacker("choices, by habitual speed");
        var choicesByToken = new Attacker("choices, by everybody's token");
        var bySight = new Attacker("tokens, by the true order of casts");
        var choicesBySight = new Attacker("choices, by the true order of casts");
        for (int i = 0; i < ELECTIONS; i++) {
            var seen = hold();
            var tokens = seen.record().tokens().stream().map(SignedToken::token).toList();
            var column = seen.record().columns().getFirst();
            bySpeed.says(seen.tokens(), dealt(tokens, seen.expected()));
            byIssue.says(seen.tokens(), tokens);
            choices.says(seen.marks(), dealt(column, seen.expected()));
            // Even who was told by all nine which token was theirs learns nothing about their choice.
            var owners = tokens.stream().map(token -> seen.tokens().indexOf(token)).toList();
            choicesByToken.says(seen.marks(), dealt(column, owners));
            // Nor does the Wi-Fi by itself: who saw each cast leave its laptop still has a record without order.
            bySight.says(seen.tokens(), dealt(tokens, seen.arrived()));
            choicesBySight.says(seen.marks(), dealt(column, seen.arrived()));
        }
        for (var attacker : List.of(bySpeed, byIssue, choices, choicesByToken, bySight, choicesBySight)) {
            System.out.println("> honest box, " + attacker);
            assertFalse(attacker.linksMoreThanChance(), "seed " + seed + ": " + attacker);
        }
    }

    /** Canaries: the same attacker, with what a careless box would have left lying about. */
    @Test
    void aRecordInTheOrderOfArrivalWouldBetrayThem() {
        var tokens = new Attacker("tokens unsorted, timed, or an image of the disk at each cast");
        var choices = new Attacker("choices in the order of arrival");
        var column = new Attacker("choices in the order of tokens");
        for (int i = 0; i < 100; i++) {
            var seen = hold();
            tokens.says(seen.tokens(), dealt(seen.arrived().stream().map(seen::token).toList(), seen.expected()));
            choices.says(seen.marks(), dealt(seen.arrived().stream().map(seen.marks()::get).toList(), seen.expected()));
            // Choices left in the order of their tokens, before somebody who knows whose token is whose.
            var owners = seen.record().tokens().stream().map(token -> seen.tokens().indexOf(token.token())).toList();
            column.says(seen.marks(), dealt(owners.stream().map(seen.marks()::get).toList(), owners));
        }
        for (var attacker : List.of(tokens, choices, column)) {
            System.out.println("> careless box, " + attacker);
            assertTrue(attacker.linksMoreThanChance(), "seed " + seed + ": " + attacker);
        }
    }

    @Test
    void everyTokenCouldHaveComeFromEveryIssue() {
        var election = new Election(PAPER, VOTERS, 5, List.of(signer), SmallKeys.round());
        var client = new BlindClient(signer.publicKey());
        var held = election.issue(VOTERS);
        for (var asked : held) {
            for (var returned : held) {
                // The blinding that would lead from this request to that token: it always exists, so the request says nothing.
                var signed = new BigInteger(1, signer.sign(asked.blinded().getFirst()).orElseThrow());
                var r = signed.multiply(new BigInteger(1, returned.signatures().getFirst()).modInverse(client.modulus())).mod(client.modulus());
                var encoded = client.encodedIn(returned.signatures().getFirst());
                var blinded = encoded.multiply(r.modPow(BigInteger.valueOf(65537), client.modulus())).mod(client.modulus());
                assertEquals(new BigInteger(1, asked.blinded().getFirst()), blinded);
            }
        }
    }

    @Test
    void nothingInTheRecordIsFoundInTheIssueLog() {
        var election = new Election(PAPER, VOTERS, 5, List.of(signer), SmallKeys.round());
        var signers = List.of(Announcement.written(signer.publicKey()));
        var held = election.issue(VOTERS);
        var log = held.stream().map(each -> IssueDesk.mark(signers, each.blinded()).orElseThrow()).toList();
        election.box.open(VOTERS);
        held.forEach(each -> election.box.take(election.cast(each, 1)));
        for (var token : election.box.close().tokens()) {
            for (var part : List.of(token.token(), token.signatures().getFirst())) {
                assertFalse(log.contains(Digests.hex(Digests.sha256(Announcement.read(part)))));
                assertFalse(log.contains(HexFormat.of().formatHex(Announcement.read(part))));
            }
        }
    }

    /** What the box could write to a disk, a log or a clock's face: it names none of them. */
    @Test
    void theRoomOfTheBoxHasNoPenAndNoClock() throws IOException {
        var pen = Pattern.compile("java\\.(io|net|sql|time|util\\.logging|nio\\.(?!charset\\.StandardCharsets)\\w+)|slf4j|\\bSystem\\s*\\.(?!arraycopy)|\\bInstant\\b|\\bClock\\b"
                + "|\\bnanoTime\\b|\\bLinkedHash|\\bHashMap\\b");
        assertTrue(pen.matcher("import java.nio.file.Files;").find() && pen.matcher("System.nanoTime()").find());
        try (var files = Files.list(Path.of("src/main/java/conclave/ballot"))) {
            for (var file : files.toList()) assertFalse(pen.matcher(Files.readString(file)).find(), file.toString());
        }
    }

    @Test
    void recordsOfEquallyManyPapersAreEquallyLong() {
        var lengths = IntStream.range(0, 20).mapToObj(_ -> hold().record()).map(record -> record.tokens().stream()
                .mapToInt(token -> token.token().length() + token.signatures().getFirst().length()).sum() + record.columns().getFirst().size()).distinct().toList();
        assertEquals(1, lengths.size(), lengths.toString());
    }
}
