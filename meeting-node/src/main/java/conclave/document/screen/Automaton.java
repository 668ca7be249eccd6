package conclave.document.screen;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Finds all of many words in one pass (Aho and Corasick), in time that depends on the text and on what is found only. */
final class Automaton {

    /** @param last the sign at which the word ends */
    interface Met {
        void met(int word, int last);
    }

    private static final int BASIC = 0x10000;
    private static final char[] NOBODYS = new char[256];

    /** Numbers of the signs that occur in words, by their upper and lower bytes: most pages are shared and empty. */
    private final char[][] letters = new char[256][];
    private final TreeMap<Integer, Integer> rare = new TreeMap<>();
    private int[] first = new int[0];
    private int[] back;
    private int[] word;
    private int[] shorter;
    private long[] keys;
    private int[] next;
    private int mask;
    /** Several words may be the same; each points to the one before. */
    private final int[] alike;

    Automaton(List<int[]> words) {
        alike = new int[words.size()];
        Arrays.fill(letters, NOBODYS);
        var tree = plant(words);
        link(tree);
    }

    /** The tree of all beginnings: per state its followers. */
    private int[][] plant(List<int[]> words) {
        int states = 1;
        for (var each : words) {
            states += each.length;
            for (int sign : each) number(sign);
        }
        mask = Integer.highestOneBit(Math.max(8, states * 3)) * 2 - 1;
        keys = new long[mask + 1];
        next = new int[mask + 1];
        word = new int[states];
        var parent = new int[states];
        var letter = new int[states];
        Arrays.fill(word, -1);
        int used = 1;
        for (int w = 0; w < words.size(); w++) {
            int state = 0;
            for (int sign : words.get(w)) {
                int by = letterOf(sign);
                int to = follow(state, by);
                if (to == 0) {
                    to = used++;
                    put(state, by, to);
                    parent[to] = state;
                    letter[to] = by;
                }
                state = to;
            }
            alike[w] = word[state];
            word[state] = w;
        }
        return new int[][] {Arrays.copyOf(parent, used), Arrays.copyOf(letter, used)};
    }

    private void number(int sign) {
        if (letterOf(sign) != 0) return;
        int number = first.length + 1;
        first = Arrays.copyOf(first, number);
        if (sign >= BASIC) {
            rare.put(sign, number);
            return;
        }
        if (letters[sign >> 8] == NOBODYS) letters[sign >> 8] = new char[256];
        letters[sign >> 8][sign & 255] = (char) number;
    }

    private int letterOf(int sign) {
        return sign < BASIC ? letters[sign >> 8][sign & 255] : rare.getOrDefault(sign, 0);
    }

    /** For each state the longest other beginning that it ends in, and the next word that ends here as well. */
    private void link(int[][] tree) {
        int states = tree[0].length;
        var children = new int[states];
        var sibling = new int[states];
        for (int state = states - 1; state > 0; state--) {
            sibling[state] = children[tree[0][state]];
            children[tree[0][state]] = state;
        }
        back = new int[states];
        shorter = new int[states];
        first = new int[first.length + 1];
        var queue = new ArrayDeque<Integer>();
        for (int child = children[0]; child != 0; child = sibling[child]) {
            first[tree[1][child]] = child;
            queue.add(child);
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            shorter[state] = word[back[state]] >= 0 ? back[state] : shorter[back[state]];
            for (int child = children[state]; child != 0; child = sibling[child]) {
                back[child] = step(back[state], tree[1][child]);
                queue.add(child);
            }
        }
    }

    private void put(int state, int letter, int to) {
        long key = key(state, letter);
        int at = spot(key);
        while (keys[at] != 0) at = at + 1 & mask;
        keys[at] = key;
        next[at] = to;
    }

    private int follow(int state, int letter) {
        long key = key(state, letter);
        for (int at = spot(key); keys[at] != 0; at = at + 1 & mask) {
            if (keys[at] == key) return next[at];
        }
        return 0;
    }

    private static long key(int state, int letter) {
        return (long) state << 20 | letter;
    }

    private int spot(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 40) & mask;
    }

    private int step(int state, int letter) {
        for (int at = state; at != 0; at = back[at]) {
            int to = follow(at, letter);
            if (to != 0) return to;
        }
        return first[letter];
    }

    void run(int[] signs, int length, Met met) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            int letter = letterOf(signs[i]);
            if (letter == 0) {
                state = 0;
                continue;
            }
            state = state == 0 ? first[letter] : step(state, letter);
            for (int at = state; at != 0; at = shorter[at]) {
                for (int found = word[at]; found >= 0; found = alike[found]) met.met(found, i);
            }
        }
    }
}
