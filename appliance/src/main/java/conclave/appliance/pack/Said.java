package conclave.appliance.pack;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Finding;
import conclave.exchange.parcel.Complaint;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
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
        err("  " + complaint.english());
        err("  " + complaint.code() + " " + plain(complaint.facts()));
        findings(complaint.findings());
        return NOT_DONE;
    }

    public int done(List<String> lines, JsonFields fields) {
        if (json) out(CanonicalJson.text(fields.put("format", "conclave-parcel/1").put("done", true).end()));
        else lines.forEach(this::out);
        return DONE;
    }

    void findings(List<Finding> findings) {
        if (json) return;
        for (var finding : findings.stream().limit(MOST_FINDINGS).toList()) {
            err("  " + (finding.isError() ? "✗ " : "· ") + finding.code() + " " + plain(finding.facts()));
        }
        if (findings.size() > MOST_FINDINGS) err("  … 另有 " + (findings.size() - MOST_FINDINGS) + " 项 more");
    }

    public static List<String> lines(Statement statement) {
        return List.of("数据包 Package     " + statement.packageId() + "  (" + statement.type().word() + ")",
                "会议 Meeting       " + statement.meeting(),
                "序号 Sequence      " + statement.sequence() + statement.predecessor().map(before -> "，前一个 after " + before).orElse(""),
                "用途 Purpose       " + statement.purpose(),
                "有效期 Valid        " + statement.notBefore() + " … " + statement.notAfter(),
                "算法 Profile       " + statement.profile().word(),
                "卷 Volumes         " + statement.volumes().size() + "，" + Meter.size(statement.volumes().stream().mapToLong(Volume::size).sum()),
                "接收方 Recipients   " + (statement.recipients().isEmpty() ? "口令 passphrase" : String.join(" ", statement.recipients())));
    }

    public static JsonFields fields(Statement statement) {
        return new JsonFields().put("package", statement.packageId()).put("type", statement.type().word()).put("meeting", statement.meeting())
                .put("sequence", statement.sequence()).maybe("predecessor", statement.predecessor()).put("purpose", statement.purpose())
                .put("notBefore", statement.notBefore().toString()).put("notAfter", statement.notAfter().toString())
                .put("profile", statement.profile().word()).list("recipients", statement.recipients(), Json.Str::new)
                .list("volumes", statement.volumes(), volume -> new JsonFields().put("name", volume.name()).put("size", volume.size())
                        .put("sha256", volume.sha256()).end());
    }

    public static String signers(SignedStatement signed) {
        return String.join("、", signed.signatories().stream()
                .map(one -> one.name() + " (" + one.profile().word() + " " + one.print().substring(0, 16) + "…)").toList());
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
        return String.join(", ", facts.entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()).toList());
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
