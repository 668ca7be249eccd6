package conclave.appliance.rule;

import conclave.exchange.workbook.Applicant;
import conclave.exchange.workbook.Examples;
import conclave.exchange.workbook.FactsWorkbook;
import conclave.meeting.rule.sheet.Inputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave sheet facts-template}: the forms of facts that a score sheet asks for. */
@Command(name = "facts-template", mixinStandardHelpOptions = true,
        description = "按赋分表取试算用的申报事实表。The forms of facts that a score sheet asks for, to try it on.")
public final class SheetFactsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutFile out;

    @Parameters(paramLabel = "FILE", description = "赋分表（.xlsx 或 .json）。The score sheet.")
    private Path file;

    @Option(names = "--example", paramLabel = "NAME", description = "填入样例的申报人：engineering、medicine。With the example's applicant.")
    private Optional<String> example = Optional.empty();

    @Override
    public Integer call() {
        if (example.isPresent() && !Examples.NAMES.contains(example.get())) {
            throw new ParameterException(spec.commandLine(), "没有样例“" + example.get() + "”，可以取 " + String.join("、", Examples.NAMES) + "。");
        }
        return Ended.in(spec, () -> {
            var read = ScoreSheetFile.read(file);
            Ended.say(spec, read.findings());
            if (!read.sound()) return 1;
            var applicants = example.map(Examples::facts).map(facts -> List.of(new Applicant("A001", Inputs.of(facts)))).orElse(List.of());
            out.write(FactsWorkbook.write(read.compiled().orElseThrow(), applicants));
            spec.commandLine().getOut().println("申报事实表已写入 " + out.path() + "。");
            return 0;
        });
    }
}
