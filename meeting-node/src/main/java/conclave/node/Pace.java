package conclave.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the loop asks of the machine it runs on: time that passes, and hands for what nobody waits for. It is given from
 * outside, so that one thread can play all of it, in an order that a seed decides.
 */
public interface Pace {

    /** Nanoseconds since some moment; no time of day. */
    long passed();

    /** Done elsewhere: the caller does not wait. */
    void aside(Runnable task);

    void after(long millis, Runnable task);

    /** The same answer; it fails with a {@link java.util.concurrent.TimeoutException} where nothing else has become of it by then. */
    <T> CompletableFuture<T> within(long millis, CompletableFuture<T> answer);

    /** The machine's own clock and threads. */
    Pace MACHINE = new Pace() {
        @Override
        public long passed() {
            return System.nanoTime();
        }

        @Override
        public void aside(Runnable task) {
            Thread.ofVirtual().name("aside").start(task);
        }

        @Override
        public void after(long millis, Runnable task) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(task);
        }

        @Override
        public <T> CompletableFuture<T> within(long millis, CompletableFuture<T> answer) {
            return answer.orTimeout(millis, TimeUnit.MILLISECONDS);
        }
    };
}
