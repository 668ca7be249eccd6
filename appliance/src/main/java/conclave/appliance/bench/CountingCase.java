package conclave.appliance.bench;

import conclave.exchange.Presets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.Sheet.Kind;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.Explanation;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * 自动量化赋分 of 10,000 applicants, every step kept for the explanation: on both cores, beside one core over the same forms,
 * and with every sentence written out. The sheets are the engineers' own, repeated under other codes: 60 indicators in all,
 * and 60 that are counted.
 */
final class CountingCase {

    private static final int APPLICANTS = 10_000;
    private static final int INDICATORS = 60;

    private CountingCase() {
    }

    static void measure(Report report, int runs) {
        measure(report, runs, "60 indicators", repeated(false));
        measure(report, runs, "60 counted indicators", repeated(true));
    }

    private static void measure(Report report, int runs, String variant, Sheet form) {
        var sheet = SheetCheck.check(form).compiled().orElseThrow();
        var explanation = Explanation.of(sheet);
        var cores = new double[runs];
        var alone = new double[runs];
        var told = new double[runs];
        warm(sheet, form);
        for (int i = 0; i < runs; i++) {
            var forms = RandomFacts.of(form, APPLICANTS, i);
            cores[i] = seconds(() -> inParallel(forms, facts -> sheet.score(Inputs.of(facts))));
            alone[i] = seconds(() -> forms.forEach(facts -> sheet.score(Inputs.of(facts))));
            told[i] = seconds(() -> inParallel(forms, facts -> explanation.sentences(sheet.score(Inputs.of(facts)))));
        }
        var one = Figure.of(variant, "", "s", alone);
        report.add(Figure.of(variant, "10,000 counted", "s", cores).against("one core", one));
        report.add(Figure.of(variant, "counted and explained", "s", told).against("counted on one core", one));
    }

    private static void warm(CompiledSheet sheet, Sheet form) {
        for (var facts : RandomFacts.of(form, APPLICANTS / 2, -1)) sheet.score(Inputs.of(facts));
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void inParallel(List<Facts> forms, Consumer<Facts> count) {
        IntStream.range(0, forms.size()).parallel().forEach(i -> count.accept(forms.get(i)));
    }

    private static Sheet repeated(boolean countedOnly) {
        var it = Presets.sheet("engineering");
        var roots = new ArrayList<Indicator>();
        for (int turn = 1; size(roots, countedOnly) < INDICATORS; turn++) {
            for (var root : it.indicators()) roots.add(renamed(root, "X" + turn));
        }
        return new Sheet(it.code(), it.version(), it.title(), it.titleEn(), it.cutoff(), it.total(), it.finalMax(), it.scale(), it.fields(),
                it.charts(), roots);
    }

    private static int size(List<Indicator> indicators, boolean countedOnly) {
        return indicators.stream().mapToInt(it -> (!countedOnly || counted(it) ? 1 : 0) + size(it.children(), countedOnly)).sum();
    }

    private static boolean counted(Indicator it) {
        return it.children().isEmpty() && it.kind() != Kind.EXPERT;
    }

    private static Indicator renamed(Indicator it, String prefix) {
        return new Indicator(prefix + it.code(), it.name(), it.nameEn(), it.kind(), it.min(), it.max(), it.step(), it.weight(), it.gathering(),
                it.best(), it.source(), it.ceiling(), it.adjustment(), it.stage(),
                it.children().stream().map(child -> renamed(child, prefix)).toList());
    }
}
