package conclave.appliance;

import conclave.audit.Audit;
import conclave.audit.WholeAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave audit}: 0 where the record holds, 1 where something was found. Starts no node and changes nothing. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = {
    "核验会议证据或结果文件夹：只需其副本和各节点的公钥，找出任何改动、删除、插入、调换和截断，按规则重算每一次计票，并说明谁为哪一行签了名。",
    "Verifies a meeting's record, or the result that left with it, from a copy and the nodes' public keys; recounts every tally."})
public final class AuditCommand implements Callable<Integer> {

    /** As it is printed, in whatever writing somebody types it. */
    private static final Pattern SLIP = Pattern.compile("\\s*[0-9A-Za-z]{5}[- ]?[0-9A-Za-z]{5}\\s*");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "会议文件夹的副本（内有 evidence.jsonl），或结果文件夹。"
            + "A copy of the meeting's folder, or a result folder.")
    private Path folder;

    @Option(names = "--cluster", paramLabel = "FILE", description = "集群文件，内有各节点的公钥；节点更换过的，更换前的文件也要给出。"
            + "The cluster file; where a node was replaced, the one before as well.")
    private List<Path> clusters = List.of();

    @Option(names = "--key", paramLabel = "FILE", description = "单独一个节点的公钥（signing.pub），可多次使用。A node's public key; may be repeated.")
    private List<Path> keys = List.of();

    @Option(names = "--receipt", paramLabel = "FILE|SLIP", description = "个人持有的回执文件，或纸上的十位短码，可多次使用。"
            + "A receipt, or the ten digits of its slip; may be repeated.")
    private List<String> receipts = List.of();

    @Option(names = "--heads", paramLabel = "FILE", description = "另一节点保存的 heads.jsonl，可多次使用。Heads that another node kept; may be repeated.")
    private List<Path> heads = List.of();

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (clusters.isEmpty() && keys.isEmpty()) throw wrong("请用 --cluster 给出集群文件，或用 --key 给出节点公钥。Say whose signatures count.");
        if (!Files.isDirectory(folder)) throw wrong("没有文件夹 " + folder + "。There is no such folder.");
        for (var file : heads) {
            if (!Files.isRegularFile(file)) throw wrong("没有文件 " + file + "。There is no such file.");
        }
        var kit = new KitKeys(spec, json).of(clusters, keys);
        if (kit.isEmpty()) return Exit.NOT_DONE;
        var files = receipts.stream().filter(receipt -> !SLIP.matcher(receipt).matches()).map(Path::of).toList();
        var slips = receipts.stream().filter(SLIP.asMatchPredicate()).toList();
        var verdict = WholeAudit.of(folder, kit.get(), new Audit.Held(files, heads, slips));
        var words = new AuditWords(verdict);
        if (json) spec.commandLine().getOut().println(words.json());
        else words.lines().forEach(spec.commandLine().getOut()::println);
        return verdict.holds() ? Exit.DONE : Exit.NOT_DONE;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
