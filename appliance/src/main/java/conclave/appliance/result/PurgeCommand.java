package conclave.appliance.result;

import conclave.appliance.pack.Said;
import conclave.appliance.report.OnPaper;
import conclave.codec.BadJson;
import conclave.config.DataFolder;
import conclave.exchange.Mishap;
import conclave.exchange.parcel.Outbox;
import conclave.exchange.result.Edition;
import conclave.exchange.result.Erasure;
import conclave.exchange.result.Erasure.Certificate;
import conclave.exchange.result.Erasure.Hindrance;
import conclave.exchange.result.Reconciliation;
import conclave.exchange.result.ResultItems;
import conclave.report.print.FormBook;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package purge}: on every node, when the platform has accepted everything. There is no way back. */
@Command(name = "purge", mixinStandardHelpOptions = true, description = {
    "销毁会议密钥：平台全部接收后，由两人决定，在每个节点上执行一次；证据保留，个人信息不可恢复。",
    "Destroys a meeting's key when the platform has accepted everything and two persons want it; once on every node."})
public final class PurgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "数据目录，节点须已停止。The data folder; its node must be stopped.")
    private Path data;

    @Option(names = "--result", paramLabel = "DIR", description = "结果文件夹；默认为本机最近导出的有效结果。The result folder (the one that was exported here and counts).")
    private Path result;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "决定销毁的人，须两人。Who wants it: two persons.")
    private List<String> persons;

    @Option(names = "--meeting", required = true, paramLabel = "ID", description = "会议编号，须照抄一遍。The meeting's id, typed once more.")
    private String meeting;

    @Mixin
    private Hearing hearing;

    @Option(names = "--out", paramLabel = "FILE", description = "另存销毁证明（.pdf 或 .xlsx），供签字存档。The certificate on paper (.pdf) or as a workbook, to be signed.")
    private Path out;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "RECEIPT", description = "平台回执（.mpkg，或有 .p7s 签认的文件），按次序。The platform's receipts, signed, in order.")
    private List<Path> receipts;

    @Override
    public Integer call() throws IOException {
        if (out != null && Files.exists(out)) throw wrong(out + " 已存在，没有覆盖，也没有销毁：请换一个名称。It exists already, and nothing was destroyed: choose another name.");
        var chosen = result != null ? result : Outbox.inForce(data, meeting).orElseThrow(() -> wrong("此处没有导出过有效的结果，请用 --result 给出结果文件夹。Give the result folder with --result."));
        var items = ResultItems.of(chosen);
        var heard = new Answers(items, hearing.desk(data, items.meeting()), Outbox.dispatches(data, items.meeting()), false).read(receipts);
        var reconciliation = heard.now();
        var hindrance = Erasure.hindrance(reconciliation, persons, meeting);
        if (hindrance.isPresent()) return refused(hindrance.get(), reconciliation);
        // Opening lays out what is not there yet; a mistyped folder must not become one of ours.
        if (!Files.isDirectory(data.resolve("meetings").resolve(meeting))) throw wrong("数据目录中没有会议 " + meeting + "。There is no such meeting here.");
        var opened = DataFolder.open(data);
        if (opened.value().isEmpty()) return said().refused("purge.in-use", "数据目录正在使用或无法打开，没有销毁。请先停止节点。", "The folder is in use and nothing was destroyed: stop the node first.");
        try (var folder = opened.value().get()) {
            var outdated = Erasure.hindrance(items, heard.signed(), edition(folder.meetings().resolve(meeting)));
            return outdated.isPresent() ? refused(outdated.get(), reconciliation) : erased(folder.meetings().resolve(meeting), reconciliation);
        }
    }

    /** A witness has the evidence as well; where there is none, nothing was reopened here. */
    private static long edition(Path folder) throws IOException {
        var evidence = folder.resolve("evidence.jsonl");
        return Files.exists(evidence) ? Edition.of(evidence) : 1;
    }

    /** A certificate that was written once is the one that stays. */
    private int erased(Path folder, Reconciliation reconciliation) throws IOException {
        var kept = folder.resolve("wiped.json");
        var certificate = Optional.<Certificate>empty();
        if (!Files.exists(kept) || Files.exists(folder.resolve("key"))) {
            certificate = Optional.of(Erasure.erase(folder, reconciliation, persons, Clock.systemUTC().millis()));
            OwnerFiles.write(kept, certificate.get().json());
        }
        if (json) spec.commandLine().getOut().println(new String(Files.readAllBytes(kept), StandardCharsets.UTF_8));
        else spec.commandLine().getOut().println(certificate.map(one -> one.witness() ? "本节点没有此会议的密钥。This node holds no key of the meeting."
                : "密钥已销毁，个人信息不可恢复；证据保留。The key is destroyed; the evidence stays.").orElse("此前已销毁。It was destroyed before."));
        return shown(folder, kept);
    }

    /** The key is gone by now, whatever becomes of the paper: that is made again by asking again. */
    private int shown(Path folder, Path kept) throws IOException {
        try {
            var shown = WipeShown.of(Certificate.read(Files.readAllBytes(kept)), folder, receipts);
            if (!json) shown.lines().forEach(spec.commandLine().getOut()::println);
            if (out == null) return 0;
            var paper = OnPaper.of(out, () -> FormBook.of(shown.form()), shown::form, spec.commandLine().getErr());
            if (paper.isEmpty()) return 1;
            OwnerFiles.write(out.toAbsolutePath(), paper.get());
            if (!json) spec.commandLine().getOut().println("✓ 销毁证明已写入 " + out + "，请签字存档。The certificate was written; sign and keep it.");
            return 0;
        } catch (BadJson damaged) {
            return said().refused("purge.certificate", "密钥已销毁，但证明文件 wiped.json 读不出来，请联系技术支持。", "The key is gone, but wiped.json cannot be read: ask for help.");
        } catch (IOException disk) {
            return said().refused("purge.unwritten", "密钥已销毁，证明没有写出：" + Mishap.of(disk).chinese(), "The key is gone; the certificate could not be written: " + Mishap.of(disk).english());
        }
    }

    private int refused(Hindrance hindrance, Reconciliation now) {
        var code = "purge." + hindrance.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (hindrance) {
            case OPEN_ITEMS -> said().refused(code, "平台尚未全部接收（还有" + (now.items().size() - now.in(Reconciliation.State.ACCEPTED).size())
                    + "条），不得销毁。请先用 conclave package reconcile 查看。", "Not everything is accepted yet: see conclave package reconcile.");
            case TWO_PERSONS_NEEDED -> said().refused(code, "须由两个不同的人决定，没有销毁。请用两次 --by。", "Two different persons are needed: --by twice.");
            case UNSIGNED -> said().refused(code, "回执没有签名，不得据此销毁。请向平台索取签名的回执。", "Nobody has signed these receipts: nothing is erased on their word.");
            case NOT_SEALED -> said().refused(code, "会议导出时尚未封存，不得据此销毁。请封存后重新导出。", "The meeting was not sealed when this result left: seal it and export again.");
            case SUPERSEDED -> said().refused(code, "会议导出后重新开放过，这份结果已失效，不得据此销毁。请封存后重新导出。",
                    "The meeting was reopened since: this result counts no longer; export again.");
            case OTHER_MEETING -> said().refused(code, "结果属于会议 " + now.meeting() + "，与所给编号不同，没有销毁。请核对 --meeting。", "The result is of another meeting: check --meeting.");
        };
    }

    private Said said() {
        return new Said(spec, json);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
