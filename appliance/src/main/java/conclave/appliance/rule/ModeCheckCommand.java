package conclave.appliance.rule;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.RuleBookFiles;
import conclave.meeting.event.Mode;
import conclave.meeting.rule.Finding;
import conclave.meeting.rule.ModeCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave mode check}: 0 where a meeting can be held by the mode, warnings or not; 1 where it cannot. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "检查会议模式文件。Looks a mode through before a meeting is held by it.")
public final class ModeCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "会议模式文件。The mode (JSON).")
    private Path file;

    @Option(names = "--profile", paramLabel = "FILE", description = "规则参数文件，一并检查。The profile, checked as well.")
    private Optional<Path> profile = Optional.empty();

    @Option(names = "--sheet", paramLabel = "FILE", description = "量化赋分表（JSON），核对环节。The sheet, held against the stages.")
    private Optional<Path> sheet = Optional.empty();

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        var mode = RuleFile.read(file, RuleBookFiles::mode);
        var rules = profile.map(path -> RuleFile.read(path, RuleBookFiles::profile));
        var form = sheet.map(path -> RuleFile.read(path, RuleBookFiles::sheet));
        var findings = new ArrayList<Finding>();
        mode.trouble().ifPresent(findings::add);
        rules.flatMap(RuleFile::trouble).ifPresent(findings::add);
        form.flatMap(RuleFile::trouble).ifPresent(findings::add);
        mode.value().ifPresent(read -> findings.addAll(ModeCheck.of(read, rules.flatMap(RuleFile::value), form.flatMap(RuleFile::value))));
        say(mode.value(), findings);
        return findings.stream().anyMatch(Finding::isError) ? 1 : 0;
    }

    private void say(Optional<Mode> mode, List<Finding> findings) {
        var words = new RuleWords(mode);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.text(Json.object().with("findings", Json.array(findings.stream().map(words::json).toList()))));
            return;
        }
        findings.forEach(finding -> spec.commandLine().getErr().println(words.line(finding)));
        if (findings.stream().noneMatch(Finding::isError)) {
            var stages = mode.orElseThrow().stages().size();
            out.println("会议模式“" + mode.get().name() + "”共 " + stages + " 个环节，可以使用。"
                    + (findings.isEmpty() ? "" : "另有 " + findings.size() + " 处请确认。"));
        }
    }
}
