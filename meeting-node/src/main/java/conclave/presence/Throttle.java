package conclave.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many of something in so long, for one key: requests of a session, uploads of a room. */
public final class Throttle {

    private static final int MOST_KEYS = 50_000;

    private record Count(Instant began, int times) {
    }

    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** True and counted, or false and not counted. A clock that was put back begins a new window. */
    public synchronized boolean allow(String key, int limit, Duration window, Instant now) {
        var count = counts.get(key);
        boolean over = count == null || now.isBefore(count.began) || !now.isBefore(count.began.plus(window));
        if (over) count = new Count(now, 0);
        if (count.times >= limit) return false;
        counts.put(key, new Count(count.began, count.times + 1));
        return true;
    }
}
