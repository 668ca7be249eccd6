package conclave.appliance;

import conclave.appliance.rule.SheetCheckCommand;
import conclave.appliance.rule.SheetExportCommand;
import conclave.appliance.rule.SheetFactsCommand;
import conclave.appliance.rule.SheetImportCommand;
import conclave.appliance.rule.SheetScoreCommand;
import conclave.appliance.rule.SheetTemplateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "sheet", mixinStandardHelpOptions = true,
        subcommands = {SheetTemplateCommand.class, SheetCheckCommand.class, SheetFactsCommand.class, SheetScoreCommand.class,
            SheetExportCommand.class, SheetImportCommand.class},
        description = "量化赋分表。Score sheets.")
final class SheetCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请给出子命令。Say which subcommand: "
                + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
