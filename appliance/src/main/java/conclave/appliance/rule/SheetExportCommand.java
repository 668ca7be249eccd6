package conclave.appliance.rule;

import conclave.exchange.workbook.SheetWorkbook;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave sheet export}: a score sheet as a workbook. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "把赋分表写成 Excel 工作簿。A score sheet as a workbook.")
public final class SheetExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutFile out;

    @Parameters(paramLabel = "FILE", description = "赋分表（.json 或 .xlsx）。The score sheet.")
    private Path file;

    @Override
    public Integer call() {
        return Ended.in(spec, () -> {
            var read = ScoreSheetFile.read(file);
            Ended.say(spec, read.findings());
            if (!read.sound()) return 1;
            out.write(SheetWorkbook.export(read.sheet().orElseThrow()));
            spec.commandLine().getOut().println("工作簿已写入 " + out.path() + "。");
            return 0;
        });
    }
}
