package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.ClosedBallot.Void;
import conclave.seal.BlindSigner;
import conclave.seal.RandomIds;
import conclave.seal.RoundKey;
import conclave.seal.SmallKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BallotBoxTest {

    private static final Paper TWO = new Paper(Paper.Form.APPROVE, 0, List.of("ap_1", "ap_2"));
    private static final List<BlindSigner> SIGNERS = List.of(SmallKeys.signer(), SmallKeys.signer());

    private final RoundKey round = SmallKeys.round();
    private final Election election = new Election(TWO, 11, 5, SIGNERS, round);
    private final BallotBox box = election.box;
    private final List<Election.Held> held = election.issue(6);

    @Test
    void whatWasThrownInIsCountedAndTheKeyIsGone() {
        box.open(6);
        int[][] marks = {{1, 2}, {1, 0}, {1, 2}, {2, 2}, {1, 1}, {0, 0}};
        for (int i = 0; i < 6; i++) {
            assertEquals(i == 6, box.complete());
            assertEquals(Answer.LIES_IN_THE_BOX, box.take(election.cast(held.get(i), marks[i])));
        }
        assertTrue(box.complete());
        var record = box.close();
        assertEquals(List.of(List.of(0, 1, 1, 1, 1, 2), List.of(0, 0, 1, 2, 2, 2)), record.columns());
        assertEquals(4, record.count(0, 1));
        assertEquals(List.of(6, 6, 6), List.of(record.issued(), record.returned(), record.valid()));
        assertEquals(Optional.empty(), record.voided());
        assertEquals(List.of(), record.flaws(election.announced));
        assertThrows(IllegalStateException.class, () -> round.open(new byte[round.sealedBytes()], new byte[0]));
        assertThrows(IllegalStateException.class, box::close);
    }

    @Test
    void whoSendsAgainIsAnsweredAlikeAndCountedOnce() {
        box.open(6);
        var paper = election.cast(held.getFirst(), 1, 1);
        for (int i = 0; i < 5; i++) assertEquals(Answer.LIES_IN_THE_BOX, box.take(paper.clone()));
        assertEquals(Answer.ANOTHER_LIES_THERE, box.take(election.cast(held.getFirst(), 2, 2)));
        for (var other : held.subList(1, 5)) box.take(election.cast(other, 2, 2));
        var record = box.close();
        assertEquals(5, record.returned());
        assertEquals(List.of(1, 2, 2, 2, 2), record.columns().getFirst());
    }

    @Test
    void noPaperIsTakenBeforeTheBarrierOrAfterTheClose() {
        var paper = election.cast(held.getFirst(), 1, 1);
        assertEquals(Answer.NOT_OPEN_YET, box.take(paper));
        assertThrows(IllegalStateException.class, box::close);
        assertThrows(IllegalArgumentException.class, () -> box.open(12));
        box.open(6);
        box.open(6);
        assertThrows(IllegalStateException.class, () -> box.open(7));
        box.close();
        assertEquals(Answer.CLOSED, box.take(paper));
    }

    @Test
    void everySignerMustHaveSignedThisTokenForThisBallot() {
        box.open(6);
        var mine = held.getFirst();
        var sealed = Arrays.copyOfRange(election.cast(mine, 1, 1), 65 + 256, 65 + 384);
        var strange = new Election(TWO, 11, 5, List.of(SIGNERS.getFirst(), SmallKeys.signer()), SmallKeys.round()).issue();
        for (var signatures : List.of(List.of(mine.signatures().getFirst(), new byte[128]), List.of(new byte[128], mine.signatures().getLast()),
                List.of(mine.signatures().getLast(), mine.signatures().getFirst()), held.get(1).signatures(), strange.signatures())) {
            assertEquals(Answer.NOT_SIGNED, box.take(election.body(new Election.Held(mine.token(), signatures, List.of()), sealed)));
        }
        assertEquals(Answer.NOT_SIGNED, box.take(election.cast(new Election.Held(RandomIds.bytes(32), mine.signatures(), List.of()), 1, 1)));
        var otherBallot = new Election(TWO, 11, 5, SIGNERS, SmallKeys.round());
        assertEquals(Answer.MALFORMED, box.take(otherBallot.cast(otherBallot.issue(), 1, 1)));
    }

    @Test
    void whatIsNoPaperIsMalformedAndNothingElse() {
        box.open(6);
        var paper = election.cast(held.getFirst(), 1, 1);
        var random = new Random(31);
        for (int i = 0; i < 2_000; i++) {
            var body = i % 2 == 0 ? new byte[random.nextInt(2 * paper.length)] : Arrays.copyOf(paper, random.nextInt(paper.length));
            if (i % 2 == 0) random.nextBytes(body);
            assertEquals(Answer.MALFORMED, box.take(body), "seed 31, " + i);
        }
        assertFalse(box.complete());
    }

    @Test
    void aCopyOfSomebodyElsesSealedChoiceIsSpoilt() {
        box.open(6);
        var watched = election.cast(held.getFirst(), 1, 1);
        box.take(watched);
        assertEquals(Answer.LIES_IN_THE_BOX, box.take(election.body(held.get(1), Arrays.copyOfRange(watched, watched.length - 128, watched.length))));
        for (var other : held.subList(2, 6)) box.take(election.cast(other, 0, 0));
        var record = box.close();
        assertEquals(6, record.returned());
        assertEquals(5, record.valid());
        assertEquals(1, record.count(0, 1));
    }

    @Test
    void spoiltPapersAreReturnedAndNotValidAndNobodyReadsWhatStoodOnThem() {
        var more = new ArrayList<>(held);
        more.addAll(election.issue(3));
        box.open(9);
        int[][] spoilt = {{3, 0}, {1}, {1, 1, 1}, {200, 200}};
        for (int i = 0; i < 4; i++) assertEquals(Answer.LIES_IN_THE_BOX, box.take(election.cast(more.get(i), spoilt[i])));
        for (var other : more.subList(4, 9)) box.take(election.cast(other, 1, 2));
        var record = box.close();
        assertEquals(List.of(9, 5), List.of(record.returned(), record.valid()));
        assertEquals(List.of(List.of(1, 1, 1, 1, 1), List.of(2, 2, 2, 2, 2)), record.columns());
    }

    @Test
    void moreThanWereIssuedIsVoidAndFewerThanFiveTellNothing() {
        box.open(5);
        for (var each : held) box.take(election.cast(each, 1, 1));
        var stuffed = box.close();
        assertEquals(Optional.of(Void.MORE_THAN_ISSUED), stuffed.voided());
        assertEquals(List.of(), stuffed.columns());
        assertEquals(List.of(), stuffed.flaws(election.announced));

        var small = new Election(TWO, 11, 5, SIGNERS, SmallKeys.round());
        small.box.open(6);
        for (var each : small.issue(4)) small.box.take(small.cast(each, 1, 2));
        small.box.take(small.cast(small.issue(), 9, 9));
        var few = small.box.close();
        assertEquals(Optional.of(Void.TOO_FEW), few.voided());
        assertEquals(List.of(5, 4), List.of(few.returned(), few.valid()));
        assertEquals(List.of(), few.columns());
        assertEquals(List.of(), few.flaws(small.announced));
    }

    @Test
    void twoCountersWhoGotThePapersInAnotherOrderSayTheSame() {
        var random = new Random(9);
        for (int run = 0; run < 20; run++) {
            var twins = SmallKeys.twins();
            var shared = new Election(TWO, 9, 5, SIGNERS.subList(0, 1), twins.getFirst());
            var papers = new ArrayList<byte[]>();
            for (var each : shared.issue(9)) papers.add(shared.cast(each, random.nextInt(3), random.nextInt(3)));
            var first = recordOf(shared.box, papers);
            Collections.shuffle(papers, random);
            assertEquals(first, recordOf(new BallotBox(shared.announced, twins.getLast()), papers), "seed 9, run " + run);
        }
    }

    private static ClosedBallot recordOf(BallotBox box, List<byte[]> papers) {
        box.open(papers.size());
        papers.forEach(paper -> assertEquals(Answer.LIES_IN_THE_BOX, box.take(paper)));
        return box.close();
    }

    @Test
    void aPaperThatIsForgottenIsOverwritten() {
        var body = election.cast(held.getFirst(), 1, 1);
        var cast = Cast.read(body, election.announced.digest(), List.of(128, 128), 128).orElseThrow();
        cast.wipe();
        for (var part : List.of(cast.token(), cast.sealed(), cast.signatures().getFirst(), cast.signatures().getLast())) {
            assertArrayEquals(new byte[part.length], part);
        }
    }

    @Test
    void aBallotThatIsGivenUpIsForgotten() {
        box.open(6);
        box.take(election.cast(held.getFirst(), 1, 1));
        box.forget();
        assertEquals(Answer.CLOSED, box.take(election.cast(held.getFirst(), 1, 1)));
        assertThrows(IllegalStateException.class, box::close);
        assertFalse(box.complete());
    }
}
