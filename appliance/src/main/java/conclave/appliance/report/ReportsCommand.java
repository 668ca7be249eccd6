package conclave.appliance.report;

import conclave.exchange.result.ResultFolder.NoResult;
import conclave.report.Forms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave package reports}: the forms of a meeting, at the venue with names to be signed, or on the platform's side once more. */
@Command(name = "reports", mixinStandardHelpOptions = true, description = {
    "由结果文件夹或会议文件夹生成各种表：汇总表、评审情况、票决结果、会议纪要、完整性报告、备案表（Excel 和 PDF）。",
    "Makes the forms of a meeting (XLSX and PDF) from its result or a node's folder of it."})
public final class ReportsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Subject subject;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "要生成的文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        try {
            var held = subject.held(spec);
            return Sheaf.write(Forms.of(held), Map.of(), subject.types(spec), out, subject.said(spec), spec.commandLine().getErr());
        } catch (NoResult e) {
            return subject.none(spec, e);
        }
    }
}
