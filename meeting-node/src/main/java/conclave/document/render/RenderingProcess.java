package conclave.document.render;

import conclave.document.text.Found;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The parent's end of one rendering process. Every question has a time limit, after which the process is killed;
 * any failure but a plain answer kills it too, and whoever holds this starts another. For one thread.
 */
public final class RenderingProcess implements AutoCloseable {

    /** What the JVM leaves with when its heap is full (-XX:+ExitOnOutOfMemoryError). */
    private static final int HEAP_WAS_FULL = 3;
    private static final Duration START = Duration.ofSeconds(20);
    static final int MOST_PIXELS_A_SIDE = 10_000;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rendering-time-limit").factory());

    private final Limits limits;
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private PictureWriter writer = PictureWriter.NONE;
    private int rendered;
    private volatile boolean overran;
    private volatile boolean closed;

    private RenderingProcess(Limits limits, Process process) {
        this.limits = limits;
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.out = new DataOutputStream(process.getOutputStream());
    }

    /** @throws IOException when no process can be had on this machine: not the fault of any file */
    public static RenderingProcess start(Launch launch, Limits limits) throws IOException {
        var child = new RenderingProcess(limits, launch.process(limits));
        try {
            child.writer = child.within(START, Wire.READY, () -> Wire.readWriter(child.in));
        } catch (Troubled e) {
            child.close();
            throw new IOException("the rendering process did not start: " + e.trouble(), e);
        }
        return child;
    }

    public long pid() {
        return process.pid();
    }

    /** What writes its pictures. */
    public PictureWriter writer() {
        return writer;
    }

    public boolean isWornOut() {
        return rendered >= limits.pagesPerProcess();
    }

    public boolean isAlive() {
        return !closed && process.isAlive();
    }

    /** Hands the whole file over and learns how many pages it has. Failing to read {@code clear} is the caller's fault. */
    public int open(long size, InputStream clear) throws Troubled, IOException {
        if (size > limits.fileBytes()) throw new Troubled(Trouble.TOO_LARGE);
        handWithin(limits.opening(), Wire.OPEN, size, clear);
        return within(limits.opening(), Wire.OPENED, in::readInt);
    }

    /** Hands the whole file over and passes on what is found in it, each thing as it comes; what came before trouble stands. */
    public void read(long size, InputStream clear, Consumer<Found> to) throws Troubled, IOException {
        if (size > limits.fileBytes()) throw new Troubled(Trouble.TOO_LARGE);
        handWithin(limits.opening(), Wire.READ, size, clear);
        long begun = System.nanoTime();
        var longest = limits.file(limits.pages());
        for (var found = nextFound(); found.isPresent(); found = nextFound()) {
            if (!(found.get() instanceof Found.Working)) to.accept(found.get());
            if (found.get() instanceof Found.Pages(int pages)) longest = limits.file(pages);
            if (found.get() instanceof Found.Layer) rendered++;
            if (System.nanoTime() - begun > longest.multipliedBy(3).toNanos()) {
                close();
                throw new Troubled(Trouble.TIMEOUT);
            }
        }
    }

    private Optional<Found> nextFound() throws Troubled {
        var alarm = killAfter(limits.page());
        try {
            byte kind = in.readByte();
            if (kind == Wire.TROUBLE) throw new Troubled(Wire.readTrouble(in));
            return ReadingWire.read(kind, in);
        } catch (IOException e) {
            throw died();
        } finally {
            alarm.lift();
        }
    }

    public RenderedPage render(PageOrder order) throws Troubled {
        ask(Wire.RENDER, order);
        return within(limits.page(), Wire.RENDERED, () -> Wire.readPage(in, limits.imageBytes(), MOST_PIXELS_A_SIDE));
    }

    /** For whoever reads the page, not for whoever looks at it. */
    public BarePage look(PageOrder order) throws Troubled {
        ask(Wire.LOOK, order);
        return within(limits.page(), Wire.LOOKED, () -> Wire.readBarePage(in));
    }

    /** The same picture with this text across it, over and over. */
    public Picture mark(Picture picture, String text) throws Troubled {
        ask(question -> Wire.writeMark(question, new MarkOrder(text, picture)));
        return within(limits.page(), Wire.MARKED, () -> Wire.readPicture(in, limits.imageBytes(), MOST_PIXELS_A_SIDE));
    }

    private void ask(byte kind, PageOrder order) throws Troubled {
        ask(question -> Wire.write(question, kind, order));
    }

    private void ask(Question asked) throws Troubled {
        rendered++;
        try {
            // Together: a pipe takes every write as it comes.
            var question = new ByteArrayOutputStream();
            asked.write(new DataOutputStream(question));
            question.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw died();
        }
    }

    private void handWithin(Duration limit, byte question, long size, InputStream clear) throws IOException, Troubled {
        var alarm = killAfter(limit);
        try {
            hand(question, size, clear);
        } finally {
            alarm.lift();
        }
    }

    private void hand(byte question, long size, InputStream clear) throws IOException, Troubled {
        var piece = new byte[64 << 10];
        long left = size;
        announce(question, size);
        while (left > 0) {
            int length = clear.readNBytes(piece, 0, (int) Math.min(piece.length, left));
            if (length == 0) {
                close();
                throw new IOException("the original is shorter than it was");
            }
            left -= length;
            try {
                out.write(piece, 0, length);
            } catch (IOException e) {
                throw died();
            }
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw died();
        }
    }

    private void announce(byte question, long size) throws Troubled {
        try {
            out.writeByte(question);
            out.writeInt(Math.toIntExact(size));
        } catch (IOException e) {
            throw died();
        }
    }

    private <T> T within(Duration limit, byte wanted, Answer<T> answer) throws Troubled {
        var alarm = killAfter(limit);
        try {
            byte kind = in.readByte();
            if (kind == Wire.TROUBLE) throw new Troubled(Wire.readTrouble(in));
            if (kind != wanted) throw new IOException("another answer than asked for");
            return answer.read();
        } catch (IOException e) {
            throw died();
        } finally {
            alarm.lift();
        }
    }

    /** Whatever it was, this process is not spoken to again. */
    private Troubled died() {
        boolean byItself = !process.isAlive() || endsSoon();
        close();
        if (overran) return new Troubled(Trouble.TIMEOUT);
        boolean full = byItself && process.exitValue() == HEAP_WAS_FULL;
        return new Troubled(full ? Trouble.OUT_OF_MEMORY : Trouble.CRASHED);
    }

    /** Its pipe closes a moment before its exit code can be read. */
    private boolean endsSoon() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private TimeLimit killAfter(Duration limit) {
        return new TimeLimit(limit);
    }

    /** Kills the process; it holds nothing that would need a farewell. */
    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }

    private interface Question {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Answer<T> {
        T read() throws IOException;
    }

    /**
     * The limit is one of processor time: on a machine that is busy elsewhere an honest page takes its while, and a
     * finding is for good. A process that waits for nothing is stopped by the clock on the wall, three times as late.
     */
    private final class TimeLimit {
        private final Duration limit;
        private final Duration spentBefore = processorTime();
        private final long started = System.nanoTime();
        private volatile boolean lifted;
        private volatile ScheduledFuture<?> next;

        TimeLimit(Duration limit) {
            this.limit = limit;
            this.next = lookAfter(limit);
        }

        private ScheduledFuture<?> lookAfter(Duration pause) {
            return CLOCK.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void look() {
            var left = limit.minus(processorTime().minus(spentBefore));
            boolean late = System.nanoTime() - started > limit.multipliedBy(3).toNanos();
            if (lifted) return;
            if (left.isPositive() && !late) {
                next = lookAfter(left.plusMillis(20));
                return;
            }
            overran = true;
            process.destroyForcibly();
        }

        void lift() {
            lifted = true;
            next.cancel(false);
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
