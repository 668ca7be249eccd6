package conclave.meeting.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** How much of each dossier each judge reads: first in fractions under a ceiling, then in whole dossiers. */
final class ReadingShares {

    private final int[] weight;
    private final List<List<Integer>> able;
    private final int judges;
    private final int each;
    private long ceiling;
    /** For each dossier, beside {@code able}: the fraction read, in parts of its weight. */
    private long[][] read;

    ReadingShares(int[] weight, List<List<Integer>> able, int judges, int each) {
        this.weight = weight;
        this.able = able;
        this.judges = judges;
        this.each = each;
    }

    long ceiling() {
        return ceiling;
    }

    /** The judges of each dossier, in their order. */
    List<TreeSet<Integer>> whole() {
        lowest();
        var given = rounded();
        smooth(given);
        return given;
    }

    private void lowest() {
        long all = 0;
        for (int w : weight) all += (long) w * each;
        long low = 0;
        long high = all;
        while (low < high) {
            long middle = (low + high) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }
        ceiling = high;
        holds(ceiling);
    }

    /** Whether nobody needs to read more than this, if dossiers could be cut; keeps the fractions. */
    private boolean holds(long most) {
        var flow = new Flow(2 + weight.length + judges);
        var pipes = new int[weight.length][];
        long all = 0;
        for (int i = 0; i < weight.length; i++) {
            flow.pipe(0, 2 + i, (long) weight[i] * each);
            all += (long) weight[i] * each;
            pipes[i] = new int[able.get(i).size()];
            for (int k = 0; k < pipes[i].length; k++) pipes[i][k] = flow.pipe(2 + i, 2 + weight.length + able.get(i).get(k), weight[i]);
        }
        for (int judge = 0; judge < judges; judge++) flow.pipe(2 + weight.length + judge, 1, most);
        if (flow.most(0, 1) < all) return false;
        read = new long[weight.length][];
        for (int i = 0; i < weight.length; i++) {
            read[i] = new long[pipes[i].length];
            for (int k = 0; k < pipes[i].length; k++) read[i][k] = flow.through(pipes[i][k]);
        }
        return true;
    }

    private record Piece(int dossier, int position) {
    }

    /**
     * Each judge has as many places as whole dossiers fit the fractions; the fractions, largest dossiers first, fill one place after the
     * other. A dossier may take any place that holds a piece of it, but one place of a judge only. What is full in fractions
     * can be full in whole dossiers, and a place then holds no more than the least of the place before: hence the bound.
     */
    private List<TreeSet<Integer>> rounded() {
        var flow = new Flow(2 + weight.length);
        var once = new int[weight.length][];
        for (int i = 0; i < weight.length; i++) {
            flow.pipe(0, 2 + i, each);
            once[i] = new int[read[i].length];
        }
        for (int judge = 0; judge < judges; judge++) {
            var filling = new Filling(flow);
            for (var piece : pieces(judge)) {
                int i = piece.dossier();
                int here = flow.node();
                once[i][piece.position()] = flow.pipe(2 + i, here, 1);
                filling.pour(here, read[i][piece.position()], weight[i]);
            }
        }
        if (flow.most(0, 1) < (long) each * weight.length) throw new IllegalStateException("what fits in fractions must fit whole");
        var given = new ArrayList<TreeSet<Integer>>();
        for (int i = 0; i < weight.length; i++) {
            given.add(new TreeSet<>());
            for (int k = 0; k < read[i].length; k++) {
                if (read[i][k] > 0 && flow.through(once[i][k]) == 1) given.get(i).add(able.get(i).get(k));
            }
        }
        return given;
    }

    private List<Piece> pieces(int judge) {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < weight.length; i++) {
            int position = able.get(i).indexOf(judge);
            if (position >= 0 && read[i][position] > 0) pieces.add(new Piece(i, position));
        }
        pieces.sort(Comparator.comparingInt((Piece piece) -> -weight[piece.dossier()]).thenComparingInt(Piece::dossier));
        return pieces;
    }

    /** A dossier goes from one judge to another where both then stay below what the first had; each move makes the loads more level. */
    private void smooth(List<TreeSet<Integer>> given) {
        var load = new long[judges];
        for (int i = 0; i < weight.length; i++) {
            for (int judge : given.get(i)) load[judge] += weight[i];
        }
        for (boolean moved = true; moved; ) {
            moved = false;
            for (int i = 0; i < weight.length; i++) {
                var readers = given.get(i);
                int busiest = readers.stream().max(Comparator.comparingLong(judge -> load[judge])).orElseThrow();
                int idlest = able.get(i).stream().filter(judge -> !readers.contains(judge))
                        .min(Comparator.comparingLong(judge -> load[judge])).orElse(busiest);
                if (load[idlest] + weight[i] >= load[busiest]) continue;
                readers.remove(busiest);
                readers.add(idlest);
                load[busiest] -= weight[i];
                load[idlest] += weight[i];
                moved = true;
            }
        }
    }
}
