package conclave.appliance.rule;

import conclave.exchange.workbook.Examples;
import conclave.exchange.workbook.SheetWorkbook;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conclave sheet template}: the forms of a score sheet, empty or as one of the examples. */
@Command(name = "template", mixinStandardHelpOptions = true,
        description = "取空白的赋分表模板，或一份填好的样例。The forms of a score sheet, empty or filled in as an example.")
public final class SheetTemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutFile out;

    @Option(names = "--example", paramLabel = "NAME", description = "样例：engineering 工程系列高级，medicine 卫生系列副高。An example to start from.")
    private Optional<String> example = Optional.empty();

    @Override
    public Integer call() {
        if (example.isPresent() && !Examples.NAMES.contains(example.get())) {
            throw new ParameterException(spec.commandLine(), "没有样例“" + example.get() + "”，可以取 " + String.join("、", Examples.NAMES) + "。");
        }
        return Ended.in(spec, () -> {
            out.write(example.map(Examples::sheet).map(SheetWorkbook::export).orElseGet(SheetWorkbook::template));
            spec.commandLine().getOut().println("模板已写入 " + out.path() + "。请先看“说明”表。");
            return 0;
        });
    }
}
