package conclave.appliance.rule;

import conclave.codec.RuleBookFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave sheet import}: a score sheet out of its workbook, as the JSON that a meeting takes. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "把 Excel 赋分表转成会议用的 JSON。A score sheet out of its workbook.")
public final class SheetImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutFile out;

    @Parameters(paramLabel = "FILE", description = "赋分表（.xlsx）。The score sheet.")
    private Path file;

    @Override
    public Integer call() {
        return Ended.in(spec, () -> {
            var read = ScoreSheetFile.read(file);
            Ended.say(spec, read.findings());
            if (!read.sound()) return 1;
            out.write(RuleBookFiles.bytes(read.sheet().orElseThrow()));
            spec.commandLine().getOut().println("赋分表已写入 " + out.path() + "。");
            return 0;
        });
    }
}
