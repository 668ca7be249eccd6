package conclave.appliance.result;

import conclave.appliance.KitKeys;
import conclave.appliance.MeetingsHere;
import conclave.appliance.pack.DayClock;
import conclave.appliance.pack.Facing;
import conclave.appliance.pack.Meter;
import conclave.appliance.pack.Said;
import conclave.appliance.pack.Sealing;
import conclave.appliance.pack.Trusting;
import conclave.audit.Signatory;
import conclave.codec.Json;
import conclave.exchange.parcel.Outbox;
import conclave.exchange.result.Reconciliation.State;
import conclave.exchange.result.ResultItems;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package export}: 0 where the stick may be pulled out; 1 with a reason, and then nothing of it is on the stick. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
    "导出会议结果：生成、核验、加密、签名、写入U盘、读回核对，最后提示可以安全拔出。节点运行或停止时都可以执行；每次导出都有记录。",
    "Exports a meeting's result: made, audited, sealed, signed, written to the stick, read back; then it is safe to remove.",
    "The node may run or stand. Every export is recorded, and the record travels with the next."})
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "节点的数据目录。The node's data folder.")
    private Path data;

    @Option(names = "--meeting", paramLabel = "ID", description = "哪场会议；只有一场时可以不写。Which meeting, where there are several.")
    private String meeting;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "U盘上的文件夹。A folder on the stick.")
    private Path stick;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "由谁导出，可多次使用。Who exports; may be repeated.")
    private List<String> by;

    @Option(names = "--cluster", paramLabel = "FILE", description = "集群文件，三机系统须给出。The cluster file, for a kit of three.")
    private List<Path> clusters = List.of();

    @Option(names = "--unfinished", description = "会议尚未封存也导出；平台不得据此确认，不能据此销毁。Although it is not sealed; nothing may be erased on it.")
    private boolean unfinished;

    @Option(names = "--only-open", description = "只补发平台尚未接收的条目，须给出平台回执。Only what is still open, by the platform's receipts.")
    private boolean onlyOpen;

    @Mixin
    private Sealing sealing;

    @Mixin
    private Trusting trusting;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "RECEIPT", description = "平台回执，按次序，与 --only-open 同用。The platform's receipts, in order, with --only-open.")
    private List<Path> receipts = List.of();

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if (by.stream().anyMatch(String::isBlank)) throw wrong("请用 --by 写明由谁导出。Say with --by who exports.");
        if (onlyOpen == receipts.isEmpty()) throw wrong("--only-open 与平台回执须同时给出。--only-open and the platform's receipts go together.");
        var folder = MeetingsHere.meant(data, Optional.ofNullable(meeting), spec);
        var kit = kit();
        if (kit.isEmpty()) return Said.NOT_DONE;
        // The one who waits for the end after Ctrl-C is let go last, when all is tidy.
        try (var meter = new Meter(System.err, System.console() != null); var outbox = Outbox.open(data)) {
            var exporting = new Exporting(outbox, folder, stick, by, sealing, spec, meter);
            return done(said, onlyOpen ? open(exporting, folder.getFileName().toString()) : exporting.whole(kit.get(), unfinished));
        } catch (IOException reason) {
            return said.refused(ExportTrouble.complaint(reason));
        }
    }

    private Exporting.Done open(Exporting exporting, String id) throws IOException {
        var result = Outbox.inForce(data, id).orElseThrow(ExportTrouble::nothingInForce);
        var items = ResultItems.of(result);
        var desk = Hearing.desk(sealing.holding(), trusting, data, items.meeting());
        var now = new Answers(items, desk, Outbox.dispatches(data, id), false).read(receipts).now();
        var open = new TreeSet<String>();
        for (var state : State.values()) {
            if (state != State.ACCEPTED) open.addAll(now.in(state));
        }
        return exporting.open(result, open);
    }

    private int done(Said said, Exporting.Done done) throws IOException {
        var lines = new ArrayList<>(Facing.lines(done.statement(), trusting.known(data).and(sealing.certificates()).and(sealing.holding().certificates())));
        lines.add("内容 Contents       " + (done.sent().whole() ? "" : "（部分或未封存 partial）") + "证据" + done.items().lines() + "行，第" + done.items().edition() + "版；"
                + done.items().codes().size() + " 名申报人，" + done.items().items().size() + " 个对账条目 items to be answered");
        if (done.kept().left() > 0) lines.add("· 另有 " + done.kept().left() + " 行证据尚未签名，随下次导出。" + done.kept().left() + " lines were not signed yet.");
        var due = DueBack.of(data, done.items());
        var fields = Said.fields(done.statement());
        due.ifPresent(one -> lines.addAll(DayClock.lines(one, Instant.now())));
        due.ifPresent(one -> fields.put("deadline", DayClock.json(one, Instant.now())));
        if (!done.fromTheMedium()) {
            lines.add("· 此处不支持绕过缓存读取，核对的可能是内存中的内容；请换一台机器再核对一次。");
            lines.add("  This place cannot be read past the memory: verify it once more on another machine.");
        }
        lines.add("✓ " + stick.resolve(VolumeNames.of(done.sent().name(), 0)) + " 已写入并读回核对，已记录。可以安全拔出。Written, read back, recorded. Safe to remove.");
        return said.done(lines, fields.put("result", done.sent().result()).put("edition", done.items().edition())
                .put("whole", done.sent().whole()).put("lines", done.items().lines()).put("unsignedLines", done.kept().left())
                .put("applicants", done.items().codes().size()).put("items", done.items().items().size()).put("fromTheMedium", done.fromTheMedium())
                .put("file", stick.resolve(VolumeNames.of(done.sent().name(), 0)).toString()).list("by", by, Json.Str::new));
    }

    /** This node's own key, where no cluster file says who else signs. */
    private Optional<List<Signatory>> kit() throws IOException {
        var own = data.resolve("node/keys/signing.pub");
        if (clusters.isEmpty() && !Files.isRegularFile(own)) throw wrong("请用 --cluster 给出集群文件。Give the cluster file with --cluster.");
        return new KitKeys(spec, json).of(clusters, clusters.isEmpty() ? List.of(own) : List.of());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
