package conclave.appliance.pack;

import conclave.exchange.parcel.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bytes, rate and time left on stderr, once a second at most; and the one who asks a long work to stop when Ctrl-C was pressed. */
public final class Meter implements Progress, AutoCloseable {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_SECONDS = 20;

    private final PrintStream err;
    private final boolean terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);
    private volatile boolean stopping;
    private volatile boolean gaveUp;
    private Step step = Step.CHECK;
    private long total;
    private long done;
    private long begun;
    private long told;
    private boolean line;

    /** @param terminal one line that is written over, or else a line every ten seconds */
    public Meter(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void begin(Step step, long bytes) {
        endLine();
        this.step = step;
        total = bytes;
        done = 0;
        begun = System.nanoTime();
        told = begun;
    }

    @Override
    public void passed(long bytes) throws IOException {
        if (stopping) {
            gaveUp = true;
            throw Progress.stopped();
        }
        done += bytes;
        long now = System.nanoTime();
        if (now - told < (terminal ? 1 : 10) * SECOND_NS) return;
        told = now;
        var text = text(now - begun);
        if (terminal) err.print("\r" + text + "   ");
        else err.println(text);
        line = terminal;
        err.flush();
    }

    private String text(long elapsed) {
        long rate = Math.max(1, done * SECOND_NS / Math.max(1, elapsed));
        var text = words() + " " + size(done) + (total > 0 ? "/" + size(total) : "") + "，" + size(rate) + "/s";
        return total > done ? text + "，还需 " + (total - done) / rate + " 秒 (" + (total - done) / rate + " s left)" : text;
    }

    private String words() {
        return switch (step) {
            case CHECK -> "检查 check";
            case PACK -> "打包 pack";
            case COPY -> "复制 copy";
            case UNPACK -> "解开 unpack";
            case VERIFY -> "核对 verify";
            case SYNC -> "写盘 sync";
        };
    }

    public static String size(long bytes) {
        if (bytes < 1 << 20) return bytes / 1000 + " kB";
        return bytes < 1_000_000_000L ? bytes / 1_000_000 + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private void endLine() {
        if (line) err.println();
        line = false;
    }

    /** The work notices at its next bytes, tidies up and ends; what it cannot tidy up in time the next start does. */
    private void stop() {
        stopping = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) err.println("未能及时停止；遗留内容会在下次执行时清除。Not stopped in time; the next run tidies up.");
            // The process ends before anybody else could say it.
            else if (gaveUp) err.println("已停止，没有留下内容，可以重新执行。Stopped; nothing is left. It may be run again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        endLine();
        ended.countDown();
        if (!stopping) Runtime.getRuntime().removeShutdownHook(hook);
    }
}
