package conclave.node;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time that passes when a test lets it. */
final class StagedPace implements Pace {

    private record Due(long at, long number, Runnable task) {
    }

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now;
    private long numbers;

    void pass(long millis) {
        var until = now + millis;
        while (!due.isEmpty() && due.peek().at <= until) {
            var next = due.poll();
            now = next.at;
            next.task.run();
        }
        now = until;
    }

    @Override
    public long passed() {
        return TimeUnit.MILLISECONDS.toNanos(now);
    }

    @Override
    public void aside(Runnable task) {
        task.run();
    }

    @Override
    public void after(long millis, Runnable task) {
        due.add(new Due(now + millis, ++numbers, task));
    }

    @Override
    public <T> CompletableFuture<T> within(long millis, CompletableFuture<T> answer) {
        after(millis, () -> answer.completeExceptionally(new TimeoutException()));
        return answer;
    }
}
