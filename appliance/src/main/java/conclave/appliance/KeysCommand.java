package conclave.appliance;

import conclave.config.Finding;
import conclave.main.KeyCounter;
import conclave.main.KeySealing;
import conclave.main.KeySealing.State;
import conclave.seal.KeyBox;
import conclave.seal.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** 密钥箱: sealing the keys of a data folder, and what two keepers of shares do when neither stick nor TPM opens it. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "封存数据目录中的密钥，打开密钥箱。Seals the keys of a data folder, and opens the box.")
final class KeysCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "seal", mixinStandardHelpOptions = true, description = "封存密钥（节点须已停止）；打印三份份额，任意两份可以打开。"
            + "Seals the keys of a node that is stopped; prints three shares, of which any two open the box.")
    int seal(@Parameters(paramLabel = "DIR", description = "数据目录。The data folder.") Path data,
             @Option(names = "--stick", paramLabel = "FILE", description = "写到密钥棒上的文件；一个文件可供多个节点使用。The file on the stick; one may serve several nodes.")
             Path stick) throws IOException {
        return with(data, sealing -> {
            if (sealing.state() == State.SEALED) throw new Refused("key.sealed-already", data);
            if (sealing.state() == State.BEGUN) Unlocking.open(sealing.box().orElseThrow(), stick, this::say);
            else sealing.begin(Optional.ofNullable(stick), this::show);
            sealing.seal();
            say("密钥已封存。没有密钥棒、TPM 或两份份额，这个目录不能启动。换过硬盘块的旧数据可能还留有密钥的痕迹，最好在新磁盘、导入会议之前封存。");
            say("The keys are sealed. Traces of them may stay in blocks that the disk has set aside: seal a new disk, before meetings come in.");
        });
    }

    @Command(name = "unseal", mixinStandardHelpOptions = true, description = "解除封存（节点须已停止）。Takes the seal off, of a node that is stopped.")
    int unseal(@Parameters(paramLabel = "DIR", description = "数据目录。The data folder.") Path data,
               @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件。The file on the stick.") Path stick) throws IOException {
        return with(data, sealing -> {
            if (sealing.state() == State.OPEN) throw new Refused("key.not-sealed", data);
            Unlocking.open(sealing.box().orElseThrow(), stick, this::say);
            sealing.unseal();
            say("已解除封存，密钥以普通文件保存。The seal is off; the keys lie as plain files.");
        });
    }

    @Command(name = "open", mixinStandardHelpOptions = true, description = "两位保管人各输入一份份额，打开正在等待的节点。Two keepers enter a share each, and a waiting node goes on.")
    int open(@Parameters(paramLabel = "DIR", description = "数据目录。The data folder.") Path data) throws IOException {
        try {
            var box = KeyBox.of(data);
            if (box.isEmpty()) throw new Refused("key.not-sealed", data);
            Unlocking.open(box.get(), null, this::say);
            if (!KeyCounter.hand(data, box.get().content().key())) throw new Refused("key.nobody-waits", data);
            box.get().close();
            say("密钥箱已打开，节点正在启动。The box is open; the node goes on.");
            return Exit.DONE;
        } catch (Refused | Unusable no) {
            return sorry(no);
        }
    }

    /** What is done with a folder that nobody uses. */
    private interface Work {
        void on(KeySealing sealing) throws IOException;
    }

    private int with(Path data, Work work) throws IOException {
        var opened = KeySealing.of(data);
        Spoken.say(opened.findings(), false);
        if (opened.value().isEmpty()) return Exit.NOT_DONE;
        try (var sealing = opened.value().get()) {
            work.on(sealing);
            return Exit.DONE;
        } catch (Refused | Unusable no) {
            return sorry(no);
        }
    }

    private static int sorry(RuntimeException no) {
        Spoken.say(List.of(no instanceof Refused refused ? refused.finding : Unlocking.finding((Unusable) no)), false);
        return Exit.NOT_DONE;
    }

    private void show(List<String> shares) {
        say("三份份额，请分别抄写，交三位保管人各存一份，不要放在一起，也不要存在电脑里。Three shares for three keepers, on paper, never together:");
        for (int i = 0; i < shares.size(); i++) say("  " + (i + 1) + "  " + shares.get(i));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** Nothing was done, and why. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        Refused(String what, Path folder) {
            super(what);
            this.finding = Finding.error(what, "folder", folder.toString());
        }
    }
}
