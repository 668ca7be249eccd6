package conclave.appliance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The kit and etcd under one pace, in turn: what the machine does beside falls on both. */
final class Contest {

    private static final Duration RESTING = Duration.ofSeconds(1);
    private static final int LONGEST_REST = 30;
    /** Cores that six idle processes take. */
    private static final double RESTED = 0.4;

    private final Pace pace;
    private final Side ours;
    private final Side theirs;
    private final List<Side.Run> ourRuns = new ArrayList<>();
    private final List<Side.Run> theirRuns = new ArrayList<>();

    Contest(Pace pace, Side ours, Side theirs) {
        this.pace = pace;
        this.ours = ours;
        this.theirs = theirs;
    }

    void run(int times, int seconds) throws IOException {
        for (int i = 0; i < times; i++) {
            ourRuns.add(run(ours, seconds));
            theirRuns.add(run(theirs, seconds));
        }
    }

    private Side.Run run(Side side, int seconds) throws IOException {
        rest();
        var run = side.run(pace, seconds);
        System.err.printf(Locale.ROOT, "%s, %s: %.0f/s, p50 %.1f ms, p99 %.1f ms%n", pace.variant(), side.name(), run.perSecond(), run.millis(0.5),
                run.millis(0.99));
        return run;
    }

    /** Until neither side works off what the last run left behind; it would be taken from the one that is measured. */
    private void rest() throws IOException {
        for (int i = 0; i < LONGEST_REST && ours.coresFor(RESTING) + theirs.coresFor(RESTING) > RESTED; i++) { }
    }

    /** Answers of ours, for a closer look at their receipts. */
    List<Answer> sample() {
        return ourRuns.stream().flatMap(run -> run.load().sample().stream()).toList();
    }

    void tell(Report report) {
        beside(report, "acknowledgements", "1/s", Side.Run::perSecond);
        beside(report, "p50", "ms", run -> run.millis(0.5));
        beside(report, "p95", "ms", run -> run.millis(0.95));
        beside(report, "p99", "ms", run -> run.millis(0.99));
        beside(report, "processor, each", "µs", Side.Run::eachMicros);
        for (var node : ours.processes().keySet()) report.add(figure(ourRuns, "processor, " + node, "cores", run -> run.cores().get(node)));
        for (var one : theirs.processes().keySet()) report.add(figure(theirRuns, "processor, " + one, "cores", run -> run.cores().get(one)));
        report.add(figure(ourRuns, "processor, generator", "cores", Side.Run::generatorCores));
        report.add(figure(theirRuns, "generator for etcd", "cores", Side.Run::generatorCores));
        for (var node : ours.processes().keySet()) report.add(figure(ourRuns, "memory, " + node, "MB", run -> run.memory().get(node)));
        for (var one : theirs.processes().keySet()) report.add(figure(theirRuns, "memory, " + one, "MB", run -> run.memory().get(one)));
    }

    private void beside(Report report, String metric, String unit, ToDoubleFunction<Side.Run> figure) {
        var their = figure(theirRuns, metric + ", " + theirs.name(), unit, figure);
        report.add(figure(ourRuns, metric, unit, figure).against(theirs.name(), their));
        report.add(their);
    }

    private Figure figure(List<Side.Run> runs, String metric, String unit, ToDoubleFunction<Side.Run> figure) {
        return Figure.of(pace.variant(), metric, unit, runs.stream().mapToDouble(figure).toArray());
    }
}
