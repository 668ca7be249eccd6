package conclave.appliance;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "meeting", mixinStandardHelpOptions = true, subcommands = CardsCommand.class, description = "本机上的会议。Meetings that are here.")
final class MeetingCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请给出子命令。Say which subcommand: " + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
