package conclave.appliance.bench;

import conclave.codec.BadJson;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A laptop that submits as the expert's page does ({@code shared/api.ts}, {@code shared/saving.ts}): what may have been
 * lost on the way, and what the server calls unknown or busy, is sent again under the same key, after pauses of 1, 2,
 * 4 … 15 s; a request is given up after 15 s. Where one server takes no connection the other is tried at once, as a
 * browser does with the addresses of a name; where a server takes it and is silent, it stays there. On one thread.
 */
final class Persevering {

    private static final long PATIENCE_S = 15;
    private static final long LONGEST_PAUSE_S = 15;
    private static final Set<String> WORTH_REPEATING = Set.of("OUTCOME_UNKNOWN", "TOO_BUSY", "NOT_READY", "CUT_OFF");

    /** Who wants to know how it goes. */
    interface Watcher {
        void acknowledged(Persevering who, long began, long sentAt);

        void triesAgain();

        void failed(Persevering who, String why);
    }

    private final Seat seat;
    private final List<Switchboard> doors;
    private final int home;
    private final Watcher watcher;
    private Line line;
    private int door;
    private long began;
    private long pause;
    private int attempt;
    private Future<?> patience;

    Persevering(Seat seat, List<Switchboard> doors, int home, Watcher watcher) {
        this.seat = seat;
        this.doors = doors;
        this.home = home;
        this.door = home;
        this.watcher = watcher;
        this.line = seat.line();
    }

    private EventLoop thread() {
        return doors.getFirst().thread();
    }

    void submit() {
        began = System.nanoTime();
        pause = 1;
        tryOnce();
    }

    CompletableFuture<Void> goHome() {
        line.close();
        return doors.get(home).connect().thenAccept(opened -> {
            line = opened;
            door = home;
        });
    }

    private void tryOnce() {
        int number = ++attempt;
        patience = thread().schedule(() -> tooLong(number), PATIENCE_S, TimeUnit.SECONDS);
        if (line.open()) send(number);
        else connect(number, 0);
    }

    private void connect(int number, int tried) {
        var at = (door + tried) % doors.size();
        doors.get(at).connect().whenComplete((opened, failure) -> {
            if (number != attempt) {
                if (opened != null) opened.close();
            } else if (opened != null) {
                line = opened;
                door = at;
                send(number);
            } else if (tried + 1 < doors.size()) {
                connect(number, tried + 1);
            } else {
                again(number);
            }
        });
    }

    private void send(int number) {
        long sentAt = System.nanoTime();
        line.ask(seat.next(), new Line.Caller() {
            @Override
            public void answered(Answer answer) {
                if (number == attempt) understand(number, answer, sentAt);
            }

            @Override
            public void lost(Throwable why) {
                again(number);
            }
        });
    }

    private void understand(int number, Answer answer, long sentAt) {
        if (seat.acknowledges(answer)) {
            settle();
            seat.acknowledgementCame();
            watcher.acknowledged(this, began, sentAt);
        } else if (worthRepeating(answer)) {
            again(number);
        } else {
            settle();
            watcher.failed(this, answer.describe());
        }
    }

    private void settle() {
        attempt++;
        patience.cancel(false);
    }

    private void tooLong(int number) {
        if (number != attempt) return;
        again(number);
        line.close();
    }

    /** Whatever still comes of the earlier attempt is not heard any more. */
    private void again(int number) {
        if (number != attempt) return;
        settle();
        watcher.triesAgain();
        thread().schedule(this::tryOnce, pause, TimeUnit.SECONDS);
        pause = Math.min(2 * pause, LONGEST_PAUSE_S);
    }

    private static boolean worthRepeating(Answer answer) {
        try {
            var problem = answer.header("content-type").orElse("").contains("application/problem+json");
            return !problem || WORTH_REPEATING.contains(answer.json().text("code"));
        } catch (BadJson notOurs) {
            return true;
        }
    }
}
