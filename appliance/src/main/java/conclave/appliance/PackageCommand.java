package conclave.appliance;

import conclave.appliance.office.GatherCommand;
import conclave.appliance.office.TemplateCommand;
import conclave.appliance.pack.AmendCommand;
import conclave.appliance.pack.BuildCommand;
import conclave.appliance.pack.ImportCommand;
import conclave.appliance.pack.InspectCommand;
import conclave.appliance.pack.PapersCommand;
import conclave.appliance.pack.UnpackCommand;
import conclave.appliance.pack.VerifyCommand;
import conclave.appliance.report.FilingCommand;
import conclave.appliance.report.NamesCommand;
import conclave.appliance.report.PublicityCommand;
import conclave.appliance.report.ReportsCommand;
import conclave.appliance.result.ExportCommand;
import conclave.appliance.result.HandoverCommand;
import conclave.appliance.result.PurgeCommand;
import conclave.appliance.result.ReceiptCommand;
import conclave.appliance.result.ReconcileCommand;
import conclave.appliance.result.ResultCommand;
import conclave.appliance.result.RevokeCommand;
import conclave.appliance.sample.SampleCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "package", mixinStandardHelpOptions = true, subcommands = {
        SampleCommand.class, BuildCommand.class, InspectCommand.class, VerifyCommand.class, ImportCommand.class, UnpackCommand.class,
        PapersCommand.class, TemplateCommand.class, GatherCommand.class, ResultCommand.class, ExportCommand.class, RevokeCommand.class,
        ReceiptCommand.class, ReconcileCommand.class, PurgeCommand.class, HandoverCommand.class, AmendCommand.class, ReportsCommand.class,
        NamesCommand.class, PublicityCommand.class, FilingCommand.class},
        description = "会议数据包。Meeting packages.")
final class PackageCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请给出子命令。Say which subcommand: "
                + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }

    /** For whoever starts this command in a process of its own. */
    static List<String> sample() {
        return List.of("package", "sample");
    }
}
