package conclave.ledger;

import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process of its own that appends and says aloud what was acknowledged, one write for each line, so that it can be
 * killed, traced and starved from outside. Arguments: folder, ledger, first number, how many, submitters.
 */
final class AppendingChild {

    private static final CountDownLatch BROKEN = new CountDownLatch(1);

    private AppendingChild() {
    }

    public static void main(String[] arguments) throws Exception {
        var id = new LedgerId(UUID.fromString(arguments[1]));
        long first = Long.parseLong(arguments[2]);
        long end = first + Long.parseLong(arguments[3]);
        try (var ledgers = new RatisLedgers(new RatisOptions(Path.of(arguments[0]), "node-1", "127.0.0.1", 0, Optional.empty(), AppendingChild::broken))) {
            Ledgers.Reader reader = (_, _) -> { };
            var ledger = ledgers.founded(id) ? ledgers.open(id, reader) : ledgers.found(id, reader);
            submit(ledger, first, end, Integer.parseInt(arguments[4]));
        } catch (Broken e) {
            say("refused " + e.getMessage());
        }
        say("end");
        Runtime.getRuntime().halt(0);
    }

    private static void submit(Ledger ledger, long first, long end, int submitters) throws Exception {
        var next = new AtomicLong(first);
        var failed = new AtomicBoolean();
        var threads = new Thread[submitters];
        for (int i = 0; i < submitters; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                for (long n; !failed.get() && (n = next.getAndIncrement()) < end; ) failed.compareAndSet(false, !append(ledger, n));
            });
        }
        for (var thread : threads) thread.join();
        if (failed.get()) BROKEN.await();
        // Whoever goes on after the alarm must not get an acknowledgement, even if the disk is well again.
        for (int i = 0; failed.get() && i < 20; i++) append(ledger, end + i);
    }

    private static boolean append(Ledger ledger, long number) {
        try {
            ledger.append(entry(number)).join();
            say("ack " + number);
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    static byte[] entry(long number) {
        return (name(number) + ".".repeat(280)).getBytes(StandardCharsets.US_ASCII);
    }

    static String name(long number) {
        return "entry-" + (1_000_000 + number);
    }

    private static void broken(LedgerId id, Broken reason) {
        say("broken " + reason.getMessage());
        BROKEN.countDown();
    }

    private static void say(String line) {
        try {
            System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } catch (IOException e) {
            Runtime.getRuntime().halt(9);
        }
    }
}
