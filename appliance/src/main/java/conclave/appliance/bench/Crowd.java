package conclave.appliance.bench;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Experts who submit so many times a second, each at a laptop that does not give up; and what they live through. */
final class Crowd implements Persevering.Watcher {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop thread;
    private final List<Persevering> laptops;
    private final ArrayDeque<Persevering> idle;
    private final List<String> errors = new ArrayList<>();
    private Latencies waits = new Latencies();
    private long every;
    private long next;
    private boolean stopping;
    private long repeats;
    private long since = Long.MAX_VALUE;
    private CompletableFuture<Long> first = new CompletableFuture<>();
    private CompletableFuture<Latencies> quiet = new CompletableFuture<>();

    Crowd(EventLoop thread, List<Seat> seats, List<Switchboard> doors) {
        this.thread = thread;
        this.laptops = new ArrayList<>();
        for (var seat : seats) laptops.add(new Persevering(seat, doors, seat.number() % doors.size(), this));
        this.idle = new ArrayDeque<>(laptops);
    }

    void begin(int aSecond) {
        thread.execute(() -> {
            every = SECOND / aSecond;
            next = System.nanoTime();
            stopping = false;
            waits = new Latencies();
            quiet = new CompletableFuture<>();
            tick();
        });
    }

    /** When the first submission was acknowledged that was sent after now. */
    CompletableFuture<Long> firstFromNow() {
        long now = System.nanoTime();
        var found = new CompletableFuture<Long>();
        thread.execute(() -> {
            since = now;
            first = found;
        });
        return found;
    }

    /** Nothing new; completes when everybody has an answer, with how long each had to wait for it since {@link #begin}. */
    CompletableFuture<Latencies> end() {
        return CompletableFuture.supplyAsync(() -> {
            stopping = true;
            if (idle.size() == laptops.size()) quiet.complete(waits);
            return quiet;
        }, thread).thenCompose(whenQuiet -> whenQuiet);
    }

    /** Each laptop at its own server again: else after some cycles all would be at one. */
    void goHome() {
        CompletableFuture.supplyAsync(() -> CompletableFuture.allOf(laptops.stream().map(Persevering::goHome).toArray(CompletableFuture<?>[]::new)), thread)
                .thenCompose(all -> all).join();
    }

    /** What an expert would have seen as an error; only while it is quiet. */
    List<String> errors() {
        return errors;
    }

    /** How often a laptop tried again by itself. */
    long repeats() {
        return repeats;
    }

    private void tick() {
        if (stopping) return;
        long now = System.nanoTime();
        for (; next <= now; next += every) {
            if (!idle.isEmpty()) idle.poll().submit();
        }
        thread.schedule(this::tick, Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void acknowledged(Persevering who, long began, long sentAt) {
        long now = System.nanoTime();
        waits.add(now - began);
        if (sentAt >= since) {
            since = Long.MAX_VALUE;
            first.complete(now);
        }
        rest(who);
    }

    @Override
    public void triesAgain() {
        repeats++;
    }

    @Override
    public void failed(Persevering who, String why) {
        errors.add(why);
        rest(who);
    }

    private void rest(Persevering who) {
        idle.add(who);
        if (stopping && idle.size() == laptops.size()) quiet.complete(waits);
    }
}
