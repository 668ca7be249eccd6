package conclave.appliance.pack;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Finding;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFolder.Reading;
import conclave.exchange.office.Gathering.Gathered;
import conclave.exchange.office.OfficeFinding;
import conclave.exchange.office.Whole;
import conclave.exchange.parcel.Complaint;
import conclave.seal.container.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** What package commands say, to people (Chinese first) or to programs: format conclave-parcel/1, fields are added and never renamed. */
public final class Said {

    public static final int DONE = 0;
    public static final int NOT_DONE = 1;
    private static final int MOST_FINDINGS = 50;

    private final CommandSpec spec;
    private final boolean json;

    public Said(CommandSpec spec, boolean json) {
        this.spec = spec;
        this.json = json;
    }

    /** The reason goes to stderr, or for programs to stdout; the exit code is 1 either way. */
    public int refused(Complaint complaint) {
        if (json) {
            out(CanonicalJson.text(new JsonFields().put("format", "conclave-parcel/1").put("done", false).put("code", complaint.code())
                    .put("zh", complaint.chinese()).put("en", complaint.english()).put("facts", facts(complaint.facts()))
                    .list("findings", complaint.findings(), Said::finding).end()));
            return NOT_DONE;
        }
        err("✗ " + complaint.chinese());
        if (!complaint.english().isEmpty()) err("  " + complaint.english());
        err("  " + (complaint.code() + " " + plain(complaint.facts())).strip());
        findings(complaint.findings());
        return NOT_DONE;
    }

    /** The same of what has no facts and no findings. */
    public int refused(String code, String chinese, String english) {
        return refused(new Complaint(code, chinese, english, new TreeMap<>(), List.of()));
    }

    public int done(List<String> lines, JsonFields fields) {
        if (json) out(CanonicalJson.text(fields.put("format", "conclave-parcel/1").put("done", true).end()));
        else lines.forEach(this::out);
        return DONE;
    }

    void findings(List<Finding> findings) {
        if (json) return;
        for (var finding : findings.stream().limit(MOST_FINDINGS).toList()) {
            var said = Whole.sentence(finding);
            err("  " + (finding.isError() ? "✗ " : "· ") + said.what() + said.fix());
            err("    " + said.english() + " (" + String.join(" ", finding.code(), plain(finding.facts())).strip() + ")");
        }
        if (findings.size() > MOST_FINDINGS) err("  … 另有 " + (findings.size() - MOST_FINDINGS) + " 项 more");
    }

    /** What was found in a meeting's folder of which nobody wants a package yet. */
    int checked(Reading reading) {
        long errors = reading.findings().stream().filter(Finding::isError).count();
        var fields = new JsonFields().put("dryRun", true).put("errors", errors).put("warnings", reading.findings().size() - errors)
                .list("findings", reading.findings(), Said::finding);
        findings(reading.findings());
        return wouldBe(reading.meeting().map(MeetingFile::meeting).map(MeetingFile.Meeting::expected), errors, reading.findings().size() - errors, fields);
    }

    /** The same of workbooks and scans: each finding names its cell or its file. */
    int gathered(Gathered gathered, boolean dryRun) {
        long errors = gathered.findings().stream().filter(OfficeFinding::error).count();
        var fields = new JsonFields().put("dryRun", dryRun).put("errors", errors).put("warnings", gathered.findings().size() - errors)
                .list("findings", gathered.findings(), OfficeFinding::json);
        hints(gathered);
        return wouldBe(gathered.meeting().map(MeetingFile::meeting).map(MeetingFile.Meeting::expected), errors, gathered.findings().size() - errors, fields);
    }

    void hints(Gathered gathered) {
        if (!json) gathered.findings().forEach(finding -> err(finding.sentence()));
    }

    private int wouldBe(Optional<Expected> counts, long errors, long hints, JsonFields fields) {
        if (counts.isPresent() && errors == 0) {
            var all = counts.get();
            return done(List.of("✓ 检查通过：人员 " + all.people() + "，申报人 " + all.applicants() + "，材料 " + all.documents() + " 份，" + all.bytes() + " 字节；提示 " + hints
                    + " 个。没有制作数据包。", "  Nothing stands in the way; no package was made."), fields.put("people", all.people()).put("applicants", all.applicants())
                    .put("documents", all.documents()).put("bytes", all.bytes()));
        }
        if (json) out(CanonicalJson.text(fields.put("format", "conclave-parcel/1").put("done", false).put("code", "build.content").end()));
        err("✗ 有 " + errors + " 个错误、" + hints + " 个提示，没有制作数据包。请改正后再运行一次。");
        err("  " + errors + " errors, " + hints + " warnings: no package was made. Mend them and run this again.");
        return NOT_DONE;
    }

    public static JsonFields fields(Statement statement) {
        return new JsonFields().put("package", statement.packageId()).put("type", statement.type().word()).put("meeting", statement.meeting())
                .put("sequence", statement.sequence()).maybe("predecessor", statement.predecessor()).put("purpose", statement.purpose())
                .put("notBefore", statement.notBefore().toString()).put("notAfter", statement.notAfter().toString())
                .put("profile", statement.profile().word()).list("recipients", statement.recipients(), Json.Str::new)
                .list("volumes", statement.volumes(), volume -> new JsonFields().put("name", volume.name()).put("size", volume.size())
                        .put("sha256", volume.sha256()).end());
    }

    private static Json finding(Finding finding) {
        return new JsonFields().put("severity", finding.severity().name().toLowerCase(Locale.ROOT)).put("code", finding.code())
                .put("facts", facts(finding.facts())).end();
    }

    private static Json facts(SortedMap<String, String> facts) {
        var json = Json.object();
        for (var fact : facts.entrySet()) json = json.with(fact.getKey(), fact.getValue());
        return json;
    }

    private static String plain(SortedMap<String, String> facts) {
        return String.join(", ", facts.entrySet().stream().map(fact -> fact.getKey() + " " + WallClock.plain(fact.getValue())).toList());
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void err(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
