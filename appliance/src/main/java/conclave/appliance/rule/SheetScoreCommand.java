package conclave.appliance.rule;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.exchange.workbook.Applicant;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Spot;
import conclave.meeting.rule.sheet.CompiledSheet;
import java.math.BigDecimal;
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

/** {@code conclave sheet score}: 自动量化赋分测试, and what another version of the sheet makes of the same applicants. */
@Command(name = "score", mixinStandardHelpOptions = true,
        description = "用赋分表试算申报人的分值并说明理由。Tries a score sheet on applicants and explains every point.")
public final class SheetScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "赋分表（.xlsx 或 .json）。The score sheet.")
    private Path file;

    @Option(names = "--facts", required = true, paramLabel = "FILE", description = "申报事实（.json 或 .xlsx）。The facts of applicants.")
    private Path facts;

    @Option(names = "--applicant", paramLabel = "CODE", arity = "1..*", description = "只算这些申报人。Only these applicants.")
    private List<String> chosen = List.of();

    @Option(names = "--against", paramLabel = "OLD", description = "旧版赋分表，列出差异。An older version, to be compared with.")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--experts", paramLabel = "POINTS", converter = PlainFigure.class,
            description = "专家评分合计，据此算出最终得分。What experts gave, for the final figure.")
    private Optional<BigDecimal> experts = Optional.empty();

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        var findings = new ArrayList<CellFinding>();
        var sheet = sheet(file, findings);
        var older = against.map(path -> sheet(path, findings));
        if (sheet.isEmpty() || older.isPresent() && older.get().isEmpty()) return say(List.of(), findings);
        var read = FactsFile.read(facts, sheet.get());
        findings.addAll(read.findings());
        for (var code : chosen) {
            if (read.applicants().stream().noneMatch(it -> it.code().equals(code)) && !ScoreSheetFile.errors(findings)) {
                findings.add(new CellFinding(true, "applicant-absent", new Spot("", ""), code, "申报事实里没有申报人 " + code + "。", "请核对编号。"));
            }
        }
        // Facts that cannot be read as they stand would count as if they were not there.
        if (ScoreSheetFile.errors(findings)) return say(List.of(), findings);
        var trials = read.applicants().stream().filter(it -> chosen.isEmpty() || chosen.contains(it.code()))
                .map(it -> trial(it, sheet.get(), older.flatMap(same -> same))).toList();
        return say(trials, findings);
    }

    private Trial trial(Applicant applicant, CompiledSheet sheet, Optional<CompiledSheet> older) {
        return Trial.of(applicant, sheet, older, experts);
    }

    private static Optional<CompiledSheet> sheet(Path path, List<CellFinding> findings) {
        var read = ScoreSheetFile.read(path);
        findings.addAll(read.findings());
        return read.compiled();
    }

    private int say(List<Trial> trials, List<CellFinding> findings) {
        if (json) {
            spec.commandLine().getOut().println(CanonicalJson.text(Json.object().with("applicants", Json.array(trials.stream().map(Trial::json).toList()))
                    .with("findings", ScoreSheetFile.json(findings))));
        } else {
            Ended.say(spec, findings);
            trials.forEach(trial -> trial.lines().forEach(spec.commandLine().getOut()::println));
        }
        return ScoreSheetFile.errors(findings) ? 1 : 0;
    }
}
