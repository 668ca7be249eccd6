package conclave.appliance.bench;

import conclave.exchange.parcel.Progress;
import java.util.EnumMap;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long each step of a long work took. */
final class Stages implements Progress {

    private final EnumMap<Step, Long> took = new EnumMap<>(Step.class);
    private Step step;
    private long begun;

    @Override
    public void begin(Step next, long bytes) {
        end();
        step = next;
        begun = System.nanoTime();
    }

    @Override
    public void passed(long bytes) {
        // The time alone is wanted.
    }

    private void end() {
        if (step != null) took.merge(step, System.nanoTime() - begun, Long::sum);
    }

    String said() {
        end();
        step = null;
        return took.entrySet().stream().map(one -> one.getKey().name().toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, " %.1f s", one.getValue() / 1e9))
                .collect(Collectors.joining(", "));
    }
}
