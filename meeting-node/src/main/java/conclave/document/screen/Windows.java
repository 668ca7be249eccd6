package conclave.document.screen;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Goes over a text of any length in windows that overlap, and says each hit once. A window is cut where no hit lies across, so
 * that hits are the same however a text is cut; only a stretch of unbroken hits longer than the overlap is cut all the same.
 */
final class Windows {

    /** One window's hits, in its UTF-16 units. */
    interface Sifting {
        List<Hit> sift(char[] text, int end);
    }

    static final int WIDTH = 1 << 16;
    /** What may still come belongs to a hit that began this far back. */
    private static final int AHEAD = 1024;
    /** What a hit depends on stands no further before it. */
    private static final int BEHIND = 512;

    private final int width;
    private final Sifting sifting;
    private final Sieve.Taker found;
    private char[] text;
    /** Code points before the window, and where in it the new part begins. */
    private int passed;
    private int fresh;

    private Windows(int width, Sifting sifting, Sieve.Taker found) {
        this.width = width;
        this.sifting = sifting;
        this.found = found;
    }

    static void over(Reader reader, int width, Sifting sifting, Sieve.Taker found) throws IOException {
        new Windows(width, sifting, found).run(reader);
    }

    private void run(Reader reader) throws IOException {
        text = new char[width];
        int filled = 0;
        while (true) {
            int read = reader.read(text, filled, text.length - filled);
            if (read > 0) filled += read;
            if (read >= 0 && filled < text.length) continue;
            boolean last = read < 0;
            var hits = sifting.sift(text, filled);
            int cut = last ? filled : cut(hits, filled);
            say(hits, cut);
            if (last) return;
            int keep = Math.max(0, cut - BEHIND);
            if (keep > 0 && Character.isLowSurrogate(text[keep])) keep--;
            passed += Character.codePointCount(text, 0, keep);
            System.arraycopy(text, keep, text, 0, filled - keep);
            filled -= keep;
            fresh = cut - keep;
        }
    }

    /** The last place that is far enough from the end and inside no hit. */
    private int cut(List<Hit> hits, int filled) {
        int latest = filled - AHEAD;
        var ends = new TreeMap<Integer, Integer>();
        for (var hit : hits) {
            if (hit.start() > latest - AHEAD) ends.merge(hit.start(), hit.end(), Math::max);
        }
        int cut = latest;
        for (var entry : ends.headMap(latest, false).descendingMap().entrySet()) {
            if (entry.getValue() > cut) cut = entry.getKey();
            if (cut - entry.getKey() > Sighted.LONGEST) break;
        }
        if (cut <= fresh) cut = latest;
        return Character.isLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private void say(List<Hit> hits, int cut) {
        var own = new ArrayList<Hit>();
        for (var hit : hits) {
            if (hit.start() >= fresh && hit.start() < cut) own.add(hit);
        }
        int at = 0;
        int points = passed;
        for (var hit : Overlaps.resolved(own)) {
            points += Character.codePointCount(text, at, hit.start() - at);
            at = hit.start();
            int length = Character.codePointCount(text, at, hit.end() - at);
            found.take(new Hit(hit.kind(), points, points + length, hit.confidence(), hit.near()),
                    CharBuffer.wrap(text, hit.start(), hit.end() - hit.start()));
        }
    }
}
