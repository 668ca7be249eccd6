package conclave.appliance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * One of those who are measured in turn under the same load.
 *
 * @param processes what runs for it, by the name that the report gives it
 */
record Side(String name, Switchboard switchboard, List<? extends Sender> senders, SortedMap<String, List<Long>> processes) {

    /** What one run of a side came to. */
    record Run(Load load, double perSecond, SortedMap<String, Double> cores, SortedMap<String, Double> memory, double generatorCores) {
        double millis(double share) {
            return load.latencies().millis(share);
        }

        /** What one acknowledgement costs all of its processes together, whatever else the machine is doing. */
        double eachMicros() {
            return sum(cores) / perSecond * 1e6;
        }
    }

    Run run(Pace pace, int seconds) throws IOException {
        var before = processor();
        double ownBefore = ProcessFigures.processorSeconds(ProcessHandle.current().pid());
        var load = pace.press(this, Duration.ofSeconds(seconds));
        double own = ProcessFigures.processorSeconds(ProcessHandle.current().pid()) - ownBefore;
        var cores = processor();
        cores.replaceAll((process, after) -> (after - before.get(process)) / seconds);
        return new Run(load, (double) load.latencies().count() / seconds, cores, memory(), own / seconds);
    }

    /** What its processes take for so long, all together. */
    double coresFor(Duration period) throws IOException {
        double before = sum(processor());
        LockSupport.parkNanos(period.toNanos());
        return (sum(processor()) - before) / period.toSeconds();
    }

    private static double sum(SortedMap<String, Double> figures) {
        return figures.values().stream().mapToDouble(figure -> figure).sum();
    }

    private SortedMap<String, Double> processor() throws IOException {
        var all = new TreeMap<String, Double>();
        for (var process : processes.entrySet()) {
            double sum = 0;
            for (long pid : process.getValue()) sum += ProcessFigures.processorSeconds(pid);
            all.put(process.getKey(), sum);
        }
        return all;
    }

    private SortedMap<String, Double> memory() throws IOException {
        var all = new TreeMap<String, Double>();
        for (var process : processes.entrySet()) {
            double sum = 0;
            for (long pid : process.getValue()) sum += ProcessFigures.residentMegabytes(pid);
            all.put(process.getKey(), sum);
        }
        return all;
    }
}
