package conclave.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The throttle of one node: each address has its bucket, and all of them one together. */
public final class LocalSignIns implements SignInThrottle {

    private static final int MOST_ADDRESSES = 20_000;
    private static final Duration WAIT_WHEN_ALL_FAIL = Duration.ofSeconds(5);

    private final int perAddress;
    private final Duration window;
    private final Duration longestWait;
    private final Bucket all;
    private final Map<String, Attempts> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private static final class Attempts {
        private final Bucket bucket;
        private Instant lastFailure = Instant.EPOCH;

        private Attempts(Bucket bucket) {
            this.bucket = bucket;
        }
    }

    /**
     * @param perAddress wrong codes in a window, over right ones, before an address has to wait
     * @param inAll      wrong codes in a window, over all, before every address with a wrong code has to wait
     */
    public LocalSignIns(int perAddress, int inAll, Duration window, Duration longestWait) {
        this.perAddress = perAddress;
        this.window = window;
        this.longestWait = longestWait;
        this.all = new Bucket(inAll, window, longestWait);
    }

    @Override
    public synchronized Duration mustWait(String address, Instant now) {
        var attempts = byAddress.get(address);
        if (attempts == null) return Duration.ZERO;
        var own = attempts.bucket.mustWait(now);
        if (!own.isZero() || !all.isOver(now) || !attempts.bucket.hasFailures(now)) return own;
        var left = Duration.between(now, attempts.lastFailure.plus(WAIT_WHEN_ALL_FAIL));
        return left.isNegative() || left.compareTo(WAIT_WHEN_ALL_FAIL) > 0 ? Duration.ZERO : left;
    }

    @Override
    public synchronized void failed(String address, Instant now) {
        var attempts = attempts(address);
        attempts.bucket.failed(now);
        attempts.lastFailure = now;
        all.failed(now);
    }

    @Override
    public synchronized void succeeded(String address, Instant now) {
        attempts(address).bucket.succeeded(now);
    }

    private Attempts attempts(String address) {
        return byAddress.computeIfAbsent(address, a -> new Attempts(new Bucket(perAddress, window, longestWait)));
    }
}
