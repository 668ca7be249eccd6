package conclave.appliance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * So many submissions under way at once, for so long: each answer sends the seat that has waited longest. Only an
 * acknowledgement counts; anything else ends the measurement, because a figure beside failures is none.
 */
final class Surge implements Load {

    private static final int SAMPLED = 257;

    private final Switchboard switchboard;
    private final ArrayDeque<Sender> idle;
    private final Latencies latencies = new Latencies();
    private final List<Answer> sample = new ArrayList<>();
    private final CompletableFuture<Surge> over = new CompletableFuture<>();
    private long ends;
    private int underWay;

    Surge(Switchboard switchboard, List<? extends Sender> seats) {
        this.switchboard = switchboard;
        this.idle = new ArrayDeque<>(seats);
    }

    /** Completes when the time is over and the last answer is here. */
    CompletableFuture<Surge> run(int concurrency, Duration time) {
        switchboard.thread().execute(() -> {
            ends = System.nanoTime() + time.toNanos();
            for (int i = 0; i < concurrency; i++) send(idle.poll());
        });
        return over.orTimeout(time.toSeconds() + 60, TimeUnit.SECONDS);
    }

    @Override
    public Latencies latencies() {
        return latencies;
    }

    @Override
    public List<Answer> sample() {
        return sample;
    }

    private void send(Sender seat) {
        underWay++;
        seat.line().ask(seat.next(), new Sent(seat));
    }

    private final class Sent implements Line.Caller {
        private final Sender seat;
        private final long sentAt = System.nanoTime();

        Sent(Sender seat) {
            this.seat = seat;
        }

        @Override
        public void answered(Answer answer) {
            long now = System.nanoTime();
            underWay--;
            if (!seat.acknowledges(answer)) {
                lost(new IOException("not an acknowledgement: " + answer.describe()));
                return;
            }
            seat.acknowledgementCame();
            if (now <= ends) keep(answer, now - sentAt);
            idle.add(seat);
            if (now < ends) send(idle.poll());
            else if (underWay == 0) over.complete(Surge.this);
        }

        @Override
        public void lost(Throwable why) {
            ends = System.nanoTime();
            over.completeExceptionally(why);
        }
    }

    private void keep(Answer answer, long took) {
        latencies.add(took);
        if (latencies.count() % SAMPLED == 1) sample.add(answer);
    }
}
