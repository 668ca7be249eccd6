package conclave.appliance.rule;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.workbook.SheetWorkbook;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave sheet check}: 0 where applicants can be counted by the sheet, warnings or not; 1 where they cannot. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "检查赋分表，逐格说明问题；--out 写出标红的副本。Looks a score sheet through, cell by cell; --out writes a copy with red cells.")
public final class SheetCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "赋分表（.xlsx 或 .json）。The score sheet.")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "标红并附批注的副本。A copy with red cells and comments.")
    private Optional<Path> marked = Optional.empty();

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        return Ended.in(spec, this::check);
    }

    private int check() {
        if (marked.isPresent() && marked.get().toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            return Ended.with(spec, "副本不能与原文件同名，请换一个文件名。");
        }
        var read = ScoreSheetFile.read(file);
        if (json) {
            spec.commandLine().getOut().println(CanonicalJson.text(Json.object().with("findings", ScoreSheetFile.json(read.findings()))));
        } else {
            Ended.say(spec, read.findings());
            if (read.sound()) spec.commandLine().getOut().println(summary(read));
        }
        marked.ifPresent(path -> mark(read, path));
        return read.sound() ? 0 : 1;
    }

    private void mark(ScoreSheetFile read, Path path) {
        var copy = ScoreSheetFile.json(read.bytes()) ? read.sheet().map(SheetWorkbook::export) : SheetWorkbook.marked(read.bytes(), read.findings());
        if (copy.isEmpty()) throw new OutFile.Unwritten("文件无法打开，没有写出副本 " + path + "。");
        OutFile.write(path, copy.get(), true);
        if (!json) spec.commandLine().getErr().println("副本已写入 " + path + "，问题列在“检查结果”表。");
    }

    private static String summary(ScoreSheetFile read) {
        var sheet = read.compiled().orElseThrow();
        return "赋分表“" + sheet.sheet().title() + "”第 " + sheet.sheet().version() + " 版，共 " + sheet.indicators().size() + " 项指标，可以使用。"
                + (read.findings().isEmpty() ? "" : "另有 " + read.findings().size() + " 处请确认。");
    }
}
