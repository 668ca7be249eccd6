package conclave.appliance.draw;

import conclave.meeting.prepare.Composition;
import conclave.meeting.prepare.Draw;
import conclave.meeting.prepare.DrawProof;
import conclave.meeting.prepare.Drawn;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conclave draw}: exit code 0 when it was drawn, 1 when something stands in the way, 2 for wrong options. */
@Command(name = "draw", mixinStandardHelpOptions = true, subcommands = ShareCommand.class, description = {
    "随机抽取评审专家：同一名单、种子和条件，结果必然相同。Draws experts; the same roster, seed and terms give the same panel.",
    "名单为CSV（UTF-8或GBK，列名：编号,姓名,单位,专业,类别,出生年份,退休,回避）或JSON。The roster is CSV or JSON."})
public final class DrawCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--roster", paramLabel = "FILE", description = "候选专家名单。The roster.")
    private Path roster;

    @Option(names = "--seed", paramLabel = "HEX", description = "随机种子，64位十六进制数；几方各出一份时多次使用。The seed; once for each side's share.")
    private List<String> seeds = List.of();

    @Option(names = "--commitment", paramLabel = "HEX",
            description = "事先公布的承诺值，用于核对种子。What was published before; the seed is held against it.")
    private List<String> commitments = List.of();

    @Option(names = "--announce", description = "不抽取，只给出应事先公布的名单摘要和条件。Does not draw; says what is to be published before.")
    private boolean announce;

    @Mixin
    private TermsOptions terms;

    @Mixin
    private CommitteeOptions committee;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (roster == null) throw wrong("请用 --roster 给出名单文件。Say which roster.");
        if (seeds.isEmpty() != announce) throw wrong("请用 --seed 给出随机种子，或用 --announce 只看公告。Give a seed, or --announce without one.");
        try {
            return drawn();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private int drawn() throws IOException {
        var read = RosterFile.read(roster);
        var findings = new ArrayList<>(read.findings());
        var youth = terms.youth();
        if (Finding.blocked(findings)) return said(findings);
        if (announce) {
            findings.addAll(read.roster().findings());
            if (Finding.blocked(findings)) return said(findings);
            new Announcement(read.roster(), terms.terms(read.roster()), commitments).print(spec.commandLine().getOut(), json);
            return json ? 0 : said(findings);
        }
        var seed = new Seed(seeds);
        if (!commitments.isEmpty()) findings.addAll(seed.against(commitments));
        if (Finding.blocked(findings)) return said(findings);
        var drawn = Draw.draw(seed, read.roster(), terms.terms(read.roster()));
        findings.addAll(drawn.findings());
        if (!drawn.panels().isEmpty()) {
            findings.addAll(Composition.findings(committee.profile(), drawn.panels().stream()
                    .map(panel -> new Composition.Panel(panel.stratum().specialty(), panel.members().size())).toList()));
            youth.ifPresent(share -> findings.addAll(Composition.ages(drawn.members(), share)));
        }
        return said(drawn, findings);
    }

    private int said(Drawn drawn, List<Finding> findings) {
        if (json) {
            spec.commandLine().getOut().println(DrawJson.drawn(drawn, findings));
            return Finding.blocked(findings) ? 1 : 0;
        }
        if (!drawn.panels().isEmpty()) DrawProof.lines(drawn).forEach(spec.commandLine().getOut()::println);
        return said(findings);
    }

    private int said(List<Finding> findings) {
        if (json) spec.commandLine().getOut().println(DrawJson.findings(findings));
        for (var finding : json ? List.<Finding>of() : findings) {
            spec.commandLine().getErr().println(finding.chinese());
            spec.commandLine().getErr().println(finding.english());
        }
        return Finding.blocked(findings) ? 1 : 0;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
