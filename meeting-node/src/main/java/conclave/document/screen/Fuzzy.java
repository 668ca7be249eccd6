package conclave.document.screen;

/** Where in a stretch of signs something stands that differs from a word by so many signs at most (Sellers), and its best end. */
final class Fuzzy {

    /** From sign to sign, the end outside; how many differ. */
    record Found(int from, int to, int distance) {
    }

    private final int[] cost;
    private final int[] start;
    private final int[] word;

    Fuzzy(int[] word) {
        this.word = word;
        cost = new int[word.length + 1];
        start = new int[word.length + 1];
    }

    /** Null where there is nothing. Of equals the one whose length is nearest to the word's. */
    static Found find(int[] word, int[] signs, int from, int to, int most) {
        return new Fuzzy(word).find(signs, from, to, most);
    }

    private Found find(int[] signs, int from, int to, int most) {
        int m = word.length;
        for (int i = 0; i <= m; i++) {
            cost[i] = i;
            start[i] = from;
        }
        int best = most + 1;
        int bestFrom = 0;
        int bestTo = 0;
        for (int j = from; j < to; j++) {
            column(signs[j], j);
            int off = Math.abs(j + 1 - start[m] - m);
            if (cost[m] < best || cost[m] == best && off < Math.abs(bestTo - bestFrom - m)) {
                best = cost[m];
                bestFrom = start[m];
                bestTo = j + 1;
            }
        }
        return best > most || bestTo <= bestFrom ? null : new Found(bestFrom, bestTo, best);
    }

    private void column(int sign, int at) {
        int diagonal = cost[0];
        int diagonalStart = start[0];
        cost[0] = 0;
        start[0] = at + 1;
        for (int i = 1; i <= word.length; i++) {
            int above = cost[i];
            int aboveStart = start[i];
            int through = diagonal + (word[i - 1] == sign ? 0 : 1);
            int best = through;
            int bestStart = diagonalStart;
            if (above + 1 < best) {
                best = above + 1;
                bestStart = aboveStart;
            }
            if (cost[i - 1] + 1 < best) {
                best = cost[i - 1] + 1;
                bestStart = start[i - 1];
            }
            diagonal = above;
            diagonalStart = aboveStart;
            cost[i] = best;
            start[i] = bestStart;
        }
    }
}
