package conclave.appliance;

import conclave.ledger.LoneDecision;
import conclave.main.GoingAlone;
import conclave.main.KitFounding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 单机续会: what may be lost is said first; two persons put their names to it; what they signed lies in the folders from then on. */
@Command(name = "alone", mixinStandardHelpOptions = true, description = {
    "单机续会：其余节点全部报废时，由剩下的一台服务器独自继续。需要两人决定；其余节点从此作废。",
    "Goes on with the one server that is left when all others are lost for good. Two persons decide it; the others are struck."})
final class ClusterAloneCommand implements Callable<Integer> {

    private static final String WORD = "单机续会";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NODE", description = "剩下的服务器的名称。The name of the server that is left.")
    private String node;

    @Option(names = "--kit", required = true, paramLabel = "DIR", description = "集群文件所在目录。The folder with the cluster file.")
    private Path folder;

    @Option(names = "--data", paramLabel = "DIR", description = "它的数据目录；不写则为集群目录下同名的子目录。Its data folder, where that is not in the kit's.")
    private Path data;

    @Option(names = "--reason", paramLabel = "TEXT", description = "原因，会写入决定书。The reason; it stands in the decision.")
    private String reason;

    @Option(names = "--confirmed", paramLabel = "NAME,NAME", description = "两位决定人的姓名；不写则在终端上询问。The names of the two who decide; asked for on a terminal where not given.")
    private String confirmed;

    @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.")
    private Path stick;

    @Override
    public Integer call() throws IOException {
        var own = data != null ? data : folder.resolve(node);
        if (!Unlocking.opened(own, stick)) return Exit.NOT_DONE;
        var looked = GoingAlone.look(folder.resolve(KitFounding.FILE), node, own);
        Spoken.say(looked.findings(), false);
        if (looked.value().isEmpty()) return Exit.NOT_DONE;
        try (var alone = looked.value().get()) {
            if (alone.decided()) return again(alone);
            if (alone.lost().isEmpty()) return sorry("集群文件中只有这一个节点，没有可以作废的节点。The cluster file names this node only; there is nobody to strike.");
            AloneWords.outlook(alone).forEach(this::say);
            return decide(alone);
        }
    }

    /** Where it was cut short, the rest is done; where not, it is done again to no effect. */
    private int again(GoingAlone alone) throws IOException {
        alone.carryOut();
        say("单机续会已经决定，并已执行完毕；现在可以启动节点 " + node + "。It is decided and done; the node may be started.");
        return Exit.DONE;
    }

    private int decide(GoingAlone alone) throws IOException {
        if (confirmed == null && (System.console() == null || !System.console().isTerminal())) {
            return sorry("未作任何改动。两人决定后，请用 --confirmed 姓名,姓名 和 --reason 原因 再执行一次。"
                    + "Nothing was changed. When two persons have decided it, say --confirmed NAME,NAME and --reason TEXT.");
        }
        var asked = confirmed != null ? confirmed : ask("两位决定人的姓名，用逗号分开 The names of the two who decide, with a comma between: ");
        var why = reason != null ? reason : confirmed != null ? "" : ask("原因 The reason: ");
        var persons = persons(asked);
        if (persons.size() != 2) return sorry("需要两位不同的决定人，未作任何改动。It takes two different persons; nothing was changed.");
        if (why.isBlank()) return sorry("请用 --reason 写明原因，未作任何改动。Say the reason with --reason; nothing was changed.");
        if (confirmed == null && !ask("确认请输入“" + WORD + "”四个字 To confirm, type these four characters: ").equals(WORD)) {
            return sorry("没有确认，未作任何改动。Not confirmed; nothing was changed.");
        }
        LoneDecision decision = alone.decide(persons, why.strip(), System.currentTimeMillis());
        AloneWords.done(alone, decision, folder).forEach(this::say);
        return Exit.DONE;
    }

    private static List<String> persons(String text) {
        return Arrays.stream(text.split("[,，、]")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private String ask(String question) throws IOException {
        spec.commandLine().getOut().print(question);
        spec.commandLine().getOut().flush();
        var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return typed == null ? "" : typed.strip();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static int sorry(String sentence) {
        System.err.println(sentence);
        return Exit.NOT_DONE;
    }
}
