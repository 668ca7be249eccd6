package conclave.appliance;

import conclave.appliance.rule.ModeCheckCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "mode", mixinStandardHelpOptions = true, subcommands = ModeCheckCommand.class,
        description = "会议模式。Modes of meetings.")
final class ModeCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请给出子命令。Say which subcommand: "
                + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
