package conclave.appliance;

import conclave.appliance.bench.BenchCommand;
import conclave.appliance.document.MaskCommand;
import conclave.appliance.document.ScreenCommand;
import conclave.appliance.draw.DrawCommand;
import conclave.appliance.plan.PlanCommand;
import conclave.appliance.prepare.PrepareCommand;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

/** The one command that technicians know. Exit codes are a promise to scripts: see {@link Exit}. */
@Command(name = "conclave", description = "离线评审会议服务器。The offline review-meeting server.",
        subcommands = {RunCommand.class, ServeCommand.class, ClusterCommand.class, KeysCommand.class, MeetingCommand.class, PackageCommand.class, SheetCommand.class, ModeCommand.class, DrawCommand.class,
                PlanCommand.class, PrepareCommand.class, ScreenCommand.class, MaskCommand.class, AuditCommand.class, BenchCommand.class, VersionCommand.class},
        mixinStandardHelpOptions = true, versionProvider = VersionCommand.class,
        exitCodeListHeading = "%n退出码 Exit codes%n",
        exitCodeList = {"0:正常 done", "1:未能完成，原因已说明 not done, the reason was said", "2:用法错误 wrong usage",
            "3:会议记录不可信，节点已停止 records cannot be trusted, the node stopped"})
public final class Conclave {

    public static void main(String... arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Conclave())
                .setUsageHelpLongOptionsMaxWidth(30)
                .setUsageHelpWidth(100)
                .setOut(PlainWriter.to(System.out)).setErr(PlainWriter.to(System.err)).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line));
    }

    /** People get a sentence; what technicians need of it stands in the log, where there is one. */
    private static int failed(Exception failure, CommandLine line) {
        LoggerFactory.getLogger(Conclave.class).info("the command did not end in order", failure);
        var words = FailureWords.of(failure);
        if (line.getParseResult() != null && line.getParseResult().originalArgs().contains("--json")) line.getOut().println(words.json());
        else line.getErr().println(words.text());
        return Exit.NOT_DONE;
    }
}
