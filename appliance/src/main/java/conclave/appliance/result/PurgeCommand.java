package conclave.appliance.result;

import conclave.config.DataFolder;
import conclave.exchange.result.Erasure;
import conclave.exchange.result.Erasure.Hindrance;
import conclave.exchange.result.Reconciliation;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--result", required = true, paramLabel = "DIR", description = "结果文件夹。The result folder.")
    private Path result;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "决定销毁的人，须两人。Who wants it: two persons.")
    private List<String> persons;

    @Option(names = "--meeting", required = true, paramLabel = "ID", description = "会议编号，须照抄一遍。The meeting's id, typed once more.")
    private String meeting;

    @Parameters(arity = "1..*", paramLabel = "RECEIPT", description = "平台回执，按次序。The platform's receipts, in order.")
    private List<Path> receipts;

    @Override
    public Integer call() throws IOException {
        var reconciliation = Answers.read(result, receipts);
        var hindrance = Erasure.hindrance(reconciliation, persons, meeting);
        if (hindrance.isPresent()) return say(words(hindrance.get(), reconciliation));
        // Opening lays out what is not there yet; a mistyped folder must not become one of ours.
        if (!Files.isDirectory(data.resolve("meetings").resolve(meeting))) throw wrong("数据目录中没有会议 " + meeting + "。There is no such meeting here.");
        var opened = DataFolder.open(data);
        if (opened.value().isEmpty()) return say("数据目录正在使用或无法打开，请先停止节点。The folder is in use: stop the node first.");
        try (var folder = opened.value().get()) {
            return erased(folder.meetings().resolve(meeting), reconciliation);
        }
    }

    /** A certificate that was written once is the one that stays. */
    private int erased(Path folder, Reconciliation reconciliation) throws IOException {
        var kept = folder.resolve("wiped.json");
        var certificate = Optional.<Erasure.Certificate>empty();
        if (!Files.exists(kept) || Files.exists(folder.resolve("key"))) {
            certificate = Optional.of(Erasure.erase(folder, reconciliation, persons, Clock.systemUTC().millis()));
            OwnerFiles.write(kept, certificate.get().json());
        }
        spec.commandLine().getOut().println(certificate.map(one -> one.witness() ? "本节点没有此会议的密钥。This node holds no key of the meeting."
                : "密钥已销毁，个人信息不可恢复；证据保留。The key is destroyed; the evidence stays.").orElse("此前已销毁。It was destroyed before."));
        spec.commandLine().getOut().println(new String(Files.readAllBytes(kept), StandardCharsets.UTF_8));
        return 0;
    }

    private static String words(Hindrance hindrance, Reconciliation now) {
        return switch (hindrance) {
            case OPEN_ITEMS -> "平台尚未全部接收（还有" + (now.items().size() - now.in(Reconciliation.State.ACCEPTED).size())
                    + "条），不得销毁；请先用 conclave package reconcile 查看。Not everything is accepted yet: see conclave package reconcile.";
            case TWO_PERSONS_NEEDED -> "须由两个不同的人决定，请用两次 --by。Two different persons are needed: --by twice.";
            case OTHER_MEETING -> "结果属于会议 " + now.meeting() + "，与所给编号不同。The result is of another meeting.";
        };
    }

    private int say(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 1;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
