package conclave.appliance.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conclave bench CASE}: exit code 0 when it was measured, 1 when it could not be, 2 for wrong options. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "性能测量。Measures a real node on this machine.",
        subcommands = {SubmitCase.class, SignInCase.class, StartCase.class, RulesCase.class, FailoverCase.class,
                BlankCase.class, PackageCase.class, ServeCase.class, PagesCase.class, ScreeningCase.class, ProjectionCase.class, PrepareCommand.class, TrainCommand.class})
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "请给出测量项目。Say which case: submit, signin, start, rules, failover, blank, package, serve, pages, screen, prepare");
    }
}
