package conclave.appliance.bench;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * So many submissions a second, whether or not the earlier ones were answered: what a hall of people does. Each is timed
 * from the moment it was due, so that a server which stops for a while is charged for all that came meanwhile.
 */
final class Steady implements Load {

    private static final int SAMPLED = 257;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop thread;
    private final ArrayDeque<Sender> idle;
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private final Latencies latencies = new Latencies();
    private final List<Answer> sample = new ArrayList<>();
    private final CompletableFuture<Steady> over = new CompletableFuture<>();
    private long every;
    private long next;
    private long ends;
    private int underWay;

    Steady(EventLoop thread, List<? extends Sender> senders) {
        this.thread = thread;
        this.idle = new ArrayDeque<>(senders);
    }

    CompletableFuture<Steady> run(int aSecond, Duration time) {
        thread.execute(() -> {
            every = SECOND / aSecond;
            next = System.nanoTime();
            ends = next + time.toNanos();
            tick();
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

    private void tick() {
        if (over.isDone()) return;
        for (long now = System.nanoTime(); next <= now && next < ends; next += every) due.add(next);
        while (!due.isEmpty() && !idle.isEmpty()) send(idle.poll(), due.poll());
        if (next < ends) thread.schedule(this::tick, Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        else if (underWay == 0) over.complete(this);
    }

    private void send(Sender sender, long since) {
        underWay++;
        sender.line().ask(sender.next(), new Sent(sender, since));
    }

    private final class Sent implements Line.Caller {
        private final Sender sender;
        private final long since;

        Sent(Sender sender, long since) {
            this.sender = sender;
            this.since = since;
        }

        @Override
        public void answered(Answer answer) {
            underWay--;
            if (!sender.acknowledges(answer)) {
                lost(new IOException("not an acknowledgement: " + answer.describe()));
                return;
            }
            sender.acknowledgementCame();
            latencies.add(System.nanoTime() - since);
            if (latencies.count() % SAMPLED == 1) sample.add(answer);
            idle.add(sender);
            if (!due.isEmpty()) send(idle.poll(), due.poll());
            else if (next >= ends && underWay == 0) over.complete(Steady.this);
        }

        @Override
        public void lost(Throwable why) {
            over.completeExceptionally(why);
        }
    }
}
