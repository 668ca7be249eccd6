package conclave.appliance.prepare;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.Finding;
import conclave.workshop.Job;
import conclave.workshop.Preparing;
import conclave.workshop.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pages, rate and time left on stderr, findings as they come; and the one who lets a long work end in order when Ctrl-C was pressed. */
final class Watching implements Progress, AutoCloseable {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_SHOWN = 50;

    private final PrintWriter err;
    private final boolean terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);
    private final List<Json> findings = new ArrayList<>();
    private final long begun = System.nanoTime();
    private volatile Preparing preparing;
    private volatile boolean stopping;
    private State state = new State(0, 0, 0, 0, 0, 1);
    private long told;
    private boolean line;

    /** @param terminal one line that is written over, or else a line every ten seconds */
    Watching(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        this.told = begun;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void begin(Preparing work) {
        preparing = work;
        if (stopping) work.stop();
    }

    @Override
    public synchronized void advanced(State now) {
        state = now;
        long at = System.nanoTime();
        if (at - told < (terminal ? 1 : 10) * SECOND_NS) return;
        told = at;
        var text = text(at - begun);
        if (terminal) err.print("\r" + text + "   ");
        else err.println(text);
        line = terminal;
        err.flush();
    }

    /** The rate is this machine's; of the others nobody knows how fast they are. */
    private String text(long elapsed) {
        double rate = state.here() * (double) SECOND_NS / Math.max(1, elapsed);
        var text = String.format(Locale.ROOT, "备页 prepared %d/%d 页 pages（%d/%d 份 documents），本机 here %.1f 页/秒", state.pages(), state.allPages(),
                state.documents(), state.allDocuments(), rate);
        if (state.machines() > 1) text += "，共 " + state.machines() + " 台 machines";
        if (rate == 0 || state.pages() >= state.allPages()) return text;
        long left = (long) ((state.allPages() - state.pages()) / rate / state.machines());
        return text + "，约需 " + time(left) + " left";
    }

    private static String time(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }

    @Override
    public synchronized void found(Job job, List<Finding> found) {
        endLine();
        for (var finding : found) {
            var why = Unprepared.of(finding.trouble());
            findings.add(new JsonFields().put("code", why.code()).put("applicant", job.applicant()).put("file", job.path()).put("page", finding.page()).end());
            if (findings.size() > MOST_SHOWN) continue;
            var page = finding.page() == 0 ? "" : "第 " + finding.page() + " 页";
            err.println("· 申报人 " + job.applicant() + "《" + plain(job.title()) + "》" + page + "：" + why.chinese() + "。" + why.english() + ". (" + why.code() + ")");
        }
        err.flush();
    }

    private static String plain(String title) {
        return title.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    synchronized State state() {
        return state;
    }

    synchronized List<Json> findings() {
        return List.copyOf(findings);
    }

    private void endLine() {
        if (line) err.println();
        line = false;
    }

    /** What is on the tables is left; what was finished stays. */
    private void stop() {
        stopping = true;
        var work = preparing;
        if (work != null) work.stop();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) err.println("未能及时停止；已完成的保留，遗留内容会在下次执行时清除。Not stopped in time; what is done stays.");
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        endLine();
        ended.countDown();
        if (!stopping) Runtime.getRuntime().removeShutdownHook(hook);
    }
}
