package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.BlindSigner;
import conclave.seal.CoverKey;
import conclave.seal.SmallKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * R19 where there are two servers. The attacker is one of them and writes down all that passes: of its own laptops the addresses and the
 * covers in their order, of the other's the papers in theirs; it has the round key, the record and people's habits. What it may learn about
 * those who sit at it is nothing; what it learns about the others is what any counter that keeps the order learns, and is printed.
 */
class TwoServersAttackTest {

    private static final int ELECTIONS = 100;
    /** At each of the two servers. */
    private static final int VOTERS = 6;
    private static final Paper PAPER = new Paper(Paper.Form.APPROVE, 0, List.of("ap_1"));

    private final long seed = Long.getLong("conclave.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final BlindSigner signer = SmallKeys.signer(1);
    private final Attacker own = new Attacker("choices of its own laptops, by their order");
    private final Attacker ownByToken = new Attacker("choices of its own laptops, by what the other hands over");
    private final Attacker others = new Attacker("choices of the other's laptops, by the order of papers and habits");
    private final Attacker bare = new Attacker("careless server, papers of its own laptops without a cover");

    @Test
    void aServerThatWritesEverythingDownLinksNobodyWhoSitsAtIt() {
        for (int i = 0; i < ELECTIONS; i++) hold();
        for (var attacker : List.of(own, ownByToken, others, bare)) System.out.println("> two servers, " + attacker);
        assertFalse(own.linksMoreThanChance(), "seed " + seed + ": " + own);
        assertFalse(ownByToken.linksMoreThanChance(), "seed " + seed + ": " + ownByToken);
        assertTrue(bare.linksMoreThanChance(), "seed " + seed + ": this proves nothing, " + bare);
    }

    private void hold() {
        var election = new Election(PAPER, 2 * VOTERS, 5, List.of(signer), SmallKeys.round(2));
        var held = election.issue(2 * VOTERS);
        var cover = CoverKey.fresh();
        var marks = random.ints(2 * VOTERS, 0, 3).boxed().toList();
        var papers = IntStream.range(0, 2 * VOTERS).mapToObj(p -> election.cast(held.get(p), marks.get(p))).toList();
        var habit = IntStream.range(0, 2 * VOTERS).mapToObj(_ -> 5 + 55 * random.nextDouble()).toList();
        var arrived = order(habit.stream().map(seconds -> seconds + 4 * random.nextGaussian()).toList());
        var here = arrived.stream().filter(p -> p < VOTERS).toList();
        var there = arrived.stream().filter(p -> p >= VOTERS).toList();
        election.box.open(2 * VOTERS);
        var covers = here.stream().map(p -> Elector.covered(papers.get(p), cover.publicKey())).toList();
        // The other one opens covers and keeps what lies in them; of that nothing comes back before the box is opened.
        covers.forEach(body -> election.box.take(cover.open(Covered.cover(body), Covered.label(body)).orElseThrow()));
        var handedOver = election.box.papers().stream().map(paper -> mark(paper, papers, marks)).flatMap(Optional::stream).toList();
        there.forEach(p -> election.box.take(papers.get(p)));
        var truth = marks.subList(0, VOTERS);
        own.says(truth, dealt(covers.stream().map(body -> guessed(body, papers, marks)).toList(), here));
        ownByToken.says(truth, dealt(handedOver, here));
        others.says(marks.subList(VOTERS, 2 * VOTERS), dealt(there.stream().map(marks::get).toList(),
                order(habit).stream().filter(p -> p >= VOTERS).map(p -> p - VOTERS).toList()));
        bare.says(truth, dealt(here.stream().map(p -> mark(papers.get(p), papers, marks).orElseThrow()).toList(), here));
        election.box.close();
    }

    /** Whatever can be seen of a cover: its bytes are as good as drawn, so the last of them decides, or the paper where it shows through. */
    private static int guessed(byte[] body, List<byte[]> papers, List<Integer> marks) {
        return mark(Covered.cover(body), papers, marks).orElse(Math.floorMod(body[body.length - 1], 3));
    }

    /** With the round key a bare paper is read. */
    private static Optional<Integer> mark(byte[] paper, List<byte[]> papers, List<Integer> marks) {
        return IntStream.range(0, papers.size()).filter(p -> java.util.Arrays.equals(papers.get(p), paper)).mapToObj(marks::get).findFirst();
    }

    private static List<Integer> order(List<Double> seconds) {
        return IntStream.range(0, seconds.size()).boxed().sorted(Comparator.comparing(seconds::get)).toList();
    }

    private static <T> List<T> dealt(List<T> found, List<Integer> order) {
        var guess = new ArrayList<>(Collections.nCopies(order.size(), found.getFirst()));
        for (int i = 0; i < order.size(); i++) guess.set(order.get(i), found.get(i));
        return guess;
    }
}
