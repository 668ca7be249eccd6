package conclave.appliance.office;

import conclave.appliance.pack.Said;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.office.Gathering.Gathered;
import conclave.exchange.office.OfficeFinding;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package gather}: 0 where the meeting folder stands, warnings or not; 1 where something must be mended first. */
@Command(name = "gather", mixinStandardHelpOptions = true,
        description = "把填好的工作簿和扫描件汇总成会议文件夹；有错误就逐格、逐个文件说明，不写出。Gathers workbooks and scans into a meeting folder.")
public final class GatherCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FromForms forms;

    @Parameters(paramLabel = "DIR", description = "工作簿所在的文件夹。The folder of the workbooks.")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "写出的会议文件夹，不能已经存在。The meeting folder to make; it must not exist.")
    private Path out;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        return forms.gather(folder, out, new Said(spec, json), spec.commandLine().getErr()).map(this::ended).orElse(1);
    }

    private int ended(Gathered gathered) {
        var errors = gathered.findings().stream().filter(OfficeFinding::error).count();
        var hints = gathered.findings().size() - errors;
        if (json) {
            var all = Json.array(gathered.findings().stream().map(OfficeFinding::json).toList());
            spec.commandLine().getOut().println(CanonicalJson.text(Json.object().with("made", new Json.Bool(gathered.meeting().isPresent()))
                    .with("errors", errors).with("warnings", hints).with("findings", all)));
            return gathered.meeting().isPresent() ? 0 : 1;
        }
        gathered.findings().forEach(it -> spec.commandLine().getErr().println(it.sentence()));
        if (gathered.meeting().isEmpty()) {
            spec.commandLine().getErr().println("有 " + errors + " 个错误、" + hints + " 个提示，会议文件夹没有写出。请改正后再运行一次。" + System.lineSeparator()
                    + errors + " errors, " + hints + " warnings: no meeting folder was made. Mend them and run this again.");
            return 1;
        }
        var expected = gathered.meeting().get().meeting().expected();
        spec.commandLine().getOut().println("会议文件夹已写出：" + out + "（人员 " + expected.people() + "，申报人 " + expected.applicants() + "，材料 " + expected.documents()
                + " 份，" + expected.bytes() + " 字节）" + (hints > 0 ? "，另有 " + hints + " 个提示请核对" : "") + "。接着用 conclave package build 打包。");
        spec.commandLine().getOut().println("The meeting folder stands; go on with conclave package build.");
        return 0;
    }
}
