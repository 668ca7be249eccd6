package conclave.simulation;

import conclave.node.Pace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The machine's time and hands, as the agenda has them; what was meant for a life that has ended is never done. */
final class SimulatedPace implements Pace {

    private final Scene scene;
    private final Station station;

    SimulatedPace(Scene scene, Station station) {
        this.scene = scene;
        this.station = station;
    }

    @Override
    public long passed() {
        return TimeUnit.MILLISECONDS.toNanos(scene.agenda().now());
    }

    @Override
    public void aside(Runnable task) {
        station.soon(scene.dice().between(0, 6), task);
    }

    @Override
    public void after(long millis, Runnable task) {
        station.soon(millis, task);
    }

    @Override
    public <T> CompletableFuture<T> within(long millis, CompletableFuture<T> answer) {
        station.soon(millis, () -> answer.completeExceptionally(new TimeoutException()));
        return answer;
    }
}
