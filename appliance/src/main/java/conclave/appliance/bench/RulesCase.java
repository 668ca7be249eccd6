package conclave.appliance.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "rules", mixinStandardHelpOptions = true,
        description = "规则计算：自动量化赋分、分组、主审分配、抽取。The rule book: counting, grouping, reviewers, draws.")
final class RulesCase implements Callable<Integer> {

    /** What is measured, one after the other, each in so many runs. */
    private static final List<BiConsumer<Report, Integer>> PARTS = List.of(CountingCase::measure, GroupingCase::measure, ReviewingCase::measure,
            DrawingCase::measure);

    @Mixin
    private CaseOptions options;

    @Override
    public Integer call() throws IOException {
        var report = new Report("rules", System.out);
        for (var part : PARTS) part.accept(report, options.runs());
        options.keep(report);
        return 0;
    }
}
