package conclave.appliance.bench;

import java.util.Arrays;
import java.util.Optional;

/** One line of the report: what was measured over several runs, beside what it is held against. */
record Figure(String variant, String metric, String unit, double min, double median, double max, Optional<Against> against) {

    /** Something measured in the same run, and how much of it was reached: machines are noisy, ratios are not. */
    record Against(String what, double ratio) {
    }

    static Figure of(String variant, String metric, String unit, double... runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figure(variant, metric, unit, sorted[0], median, sorted[sorted.length - 1], Optional.empty());
    }

    /** The value that this share of the runs did not exceed, where the middle says too little. */
    static Figure share(String variant, String metric, String unit, double share, double... runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        return of(variant, metric, unit, sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)]);
    }

    /** The ratio of the two medians. */
    Figure against(String what, Figure limit) {
        return new Figure(variant, metric, unit, min, median, max, Optional.of(new Against(what, median / limit.median)));
    }
}
