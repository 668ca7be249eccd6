package conclave.ballot;

import java.util.List;

/** Guesses who is who, and how well a guess by lot would have done. */
final class Attacker {

    private final String knows;
    private double hits;
    private double expected;
    private double variance;
    private int guesses;

    Attacker(String knows) {
        this.knows = knows;
    }

    /**
     * One election: {@code truth} belongs to the persons in their order, {@code guess} is what the attacker says of them. By
     * lot means: the same guesses dealt out at random. Mean and variance of that are exact (Hoeffding's combinatorial theorem).
     */
    <T> void says(List<T> truth, List<T> guess) {
        int n = truth.size();
        double all = 0;
        for (var one : truth) all += count(guess, one);
        expected += all / n;
        for (int i = 0; i < n; i++) {
            if (truth.get(i).equals(guess.get(i))) hits++;
            for (int j = 0; j < n; j++) {
                double same = truth.get(i).equals(guess.get(j)) ? 1 : 0;
                double rest = same - (double) count(guess, truth.get(i)) / n - (double) count(truth, guess.get(j)) / n + all / n / n;
                variance += rest * rest / (n - 1);
            }
        }
        guesses += n;
    }

    private static <T> long count(List<T> list, T wanted) {
        return list.stream().filter(wanted::equals).count();
    }

    /** Above what lots give in all but one of three million runs. */
    boolean linksMoreThanChance() {
        return hits > expected + 5 * Math.sqrt(variance);
    }

    @Override
    public String toString() {
        return knows + ": " + Math.round(1000 * hits / guesses) / 10.0 + " % of " + guesses + " linked, by lot " + Math.round(1000 * expected / guesses) / 10.0 + " %";
    }
}
