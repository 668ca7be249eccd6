package conclave.document;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what is done, and how fast it goes. */
final class DrawingFigures {

    private static final int REMEMBERED = 100;

    private final Map<DocumentWork.Key, Share> shares = new HashMap<>();
    private final ArrayDeque<Long> moments = new ArrayDeque<>();
    private int done;
    private int total;
    private int findings;
    private String fault;

    private record Share(int done, int total, int findings) {
    }

    /** Says where a document stands; only documents that were given to be drawn are counted. */
    synchronized void given(DocumentWork.Key key, Manifest manifest) {
        put(key, new Share(manifest.done(), manifest.document().pages(), manifest.findings().size()));
    }

    synchronized void advanced(DocumentWork.Key key, Manifest manifest) {
        if (shares.containsKey(key)) given(key, manifest);
    }

    synchronized void pageDrawn(long at) {
        moments.add(at);
        if (moments.size() > REMEMBERED) moments.poll();
    }

    synchronized void faultOccurred(String what) {
        fault = what;
    }

    private void put(DocumentWork.Key key, Share now) {
        var before = shares.put(key, now);
        if (before == null) before = new Share(0, 0, 0);
        done += now.done() - before.done();
        total += now.total() - before.total();
        findings += now.findings() - before.findings();
    }

    synchronized Progress progress() {
        double rate = rate();
        int left = total - done;
        Optional<Duration> timeLeft = left == 0 ? Optional.of(Duration.ZERO)
                : rate == 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (1000 * left / rate)));
        return new Progress(done, total, findings, rate, timeLeft, Optional.ofNullable(fault));
    }

    private double rate() {
        if (moments.size() < 2) return 0;
        double seconds = (moments.peekLast() - moments.peekFirst()) / 1e9;
        return seconds <= 0 ? 0 : (moments.size() - 1) / seconds;
    }
}
