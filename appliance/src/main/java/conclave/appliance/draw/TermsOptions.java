package conclave.appliance.draw;

import conclave.meeting.prepare.Composition;
import conclave.meeting.prepare.DrawTerms;
import conclave.meeting.prepare.DrawTerms.Stratum;
import conclave.meeting.prepare.Roster;
import conclave.meeting.prepare.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is published before the draw besides roster and commitments, as options. */
final class TermsOptions {

    private static final Pattern PANEL = Pattern.compile("(?<specialty>.+)=(?<members>[0-9]{1,4})(?:\\+(?<alternates>[0-9]{1,4}))?");
    private static final Pattern YOUNGER = Pattern.compile("(?<age>[0-9]{2})@(?<year>[0-9]{4})="
            + "(?<over>[0-9]{1,3})/(?<under>[1-9][0-9]{0,2})");

    @Option(names = "--purpose", paramLabel = "TEXT", defaultValue = "评审专家抽取",
            description = "抽取用途，一行文字。What is drawn (${DEFAULT-VALUE}).")
    private String purpose;

    @Option(names = "--panel", paramLabel = "专业=5+2",
            description = "每个专业的正选和备选人数，可多次使用；不写则排出各专业全体的次序。"
                    + "Members and alternates of a specialty; may be repeated. Without it all are put in order.")
    private List<String> panels = List.of();

    @Option(names = "--class", paramLabel = "类别", split = ",", description = "只抽取这些类别。Only these classes.")
    private List<String> classes = List.of();

    @Option(names = "--no-retired", description = "已退休的不参加。Retired experts take no part.")
    private boolean retiredOut;

    @Option(names = "--most-per-unit", paramLabel = "N", defaultValue = "0",
            description = "同一单位至多人数，0为不限。At most so many of one unit; 0: no limit.")
    private int mostPerUnit;

    @Option(names = "--aliases", paramLabel = "FILE", description = "单位别名表（CSV），每行为同一单位的各个名称。Names of one unit in each row.")
    private Path aliases;

    @Option(names = "--younger", paramLabel = "55@2026=1/2",
            description = "某年不满某岁的至少占几分之几。A share of the members is under an age in a year.")
    private String younger;

    DrawTerms terms(Roster roster) throws IOException {
        if (mostPerUnit < 0) throw new IllegalArgumentException("--most-per-unit 不能为负。It must not be negative.");
        var units = aliases == null ? Units.NONE : Units.of(RosterFile.aliases(aliases));
        var strata = panels.isEmpty() ? everybody(roster) : panels.stream().map(TermsOptions::stratum).toList();
        return new DrawTerms(purpose, strata, classes, retiredOut, mostPerUnit, units);
    }

    Optional<Composition.Youth> youth() {
        if (younger == null) return Optional.empty();
        var said = YOUNGER.matcher(younger);
        if (!said.matches()) throw new IllegalArgumentException("--younger 应写成“55@2026=1/2”。It is written as 55@2026=1/2.");
        return Optional.of(new Composition.Youth(Integer.parseInt(said.group("age")), Integer.parseInt(said.group("year")),
                Integer.parseInt(said.group("over")), Integer.parseInt(said.group("under"))));
    }

    private static Stratum stratum(String text) {
        var said = PANEL.matcher(text);
        if (!said.matches()) throw new IllegalArgumentException("--panel 应写成“专业=5+2”。It is written as SPECIALTY=5+2, not " + text);
        var alternates = Optional.ofNullable(said.group("alternates")).map(Integer::valueOf).orElse(0);
        return new Stratum(said.group("specialty"), Integer.parseInt(said.group("members")), alternates);
    }

    /** So many of each specialty as may take part at all. */
    private List<Stratum> everybody(Roster roster) {
        var eligible = new TreeMap<String, Integer>();
        var terms = new DrawTerms(purpose, List.of(), classes, retiredOut, 0, Units.NONE);
        for (var candidate : roster.candidates()) {
            if (terms.bars(candidate).isEmpty() && !candidate.specialty().isEmpty()) eligible.merge(candidate.specialty(), 1, Integer::sum);
        }
        var strata = new ArrayList<Stratum>();
        eligible.forEach((specialty, many) -> strata.add(new Stratum(specialty, many, 0)));
        return strata;
    }
}
