package conclave.appliance;

import conclave.config.Checked;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Origin;
import conclave.main.KitFounding;
import conclave.main.KitFounding.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cluster", mixinStandardHelpOptions = true, subcommands = {ClusterJoinCommand.class, ClusterAloneCommand.class},
        description = "建立、检查集群，更换、增加节点，单机续会。Founds and checks a cluster, replaces and adds nodes, and goes on with the last one left.")
final class ClusterCommand {

    private static final int WEB = 8443;

    @Command(name = "check", mixinStandardHelpOptions = true, description = "检查集群文件。Checks a cluster file.")
    int check(@Parameters(paramLabel = "FILE", description = "cluster.conf") Path file) {
        return said(Kit.read(file), false);
    }

    @Command(name = "found", mixinStandardHelpOptions = true,
            description = "为每个节点生成数据目录和共同的集群文件。Lays out a data folder for each node, and the cluster file they share.")
    int found(@Option(names = "--out", required = true, paramLabel = "DIR", description = "空目录。An empty folder.") Path out,
              @Option(names = "--server", required = true, paramLabel = "NAME=ADDRESS", description = "服务器，可重复。A server; may be repeated.")
              List<String> servers,
              @Option(names = "--witness", paramLabel = "NAME=ADDRESS", description = "见证机。The witness.") String witness,
              @Option(names = "--origin", paramLabel = "URL", description = "电脑使用的 https 地址。The https address that laptops use.") String origin,
              @Option(names = "--port", paramLabel = "N", defaultValue = "" + WEB, description = "电脑使用的端口；其后三个端口供节点之间使用。"
                      + "The port that laptops use; the three after it are for the nodes among each other (${DEFAULT-VALUE}).") int port)
            throws IOException {
        var wishes = new ArrayList<Wish>();
        var ports = new Member.Ports(port, port + 1, port + 2, port + 3);
        for (var server : servers) wish(server, Member.Role.SERVER, ports).ifPresent(wishes::add);
        if (witness != null) wish(witness, Member.Role.WITNESS, ports).ifPresent(wishes::add);
        if (wishes.size() != servers.size() + (witness == null ? 0 : 1)) {
            System.err.println("节点请写成 名称=地址，例如 --server a=192.168.7.11。Write a node as NAME=ADDRESS, as in --server a=192.168.7.11.");
            return Exit.NOT_DONE;
        }
        Files.createDirectories(out);
        return said(KitFounding.found(out, Optional.ofNullable(origin).flatMap(Origin::parse), wishes), true);
    }

    @Command(name = "replace", mixinStandardHelpOptions = true,
            description = "用空白的新节点代替已经报废的节点。Puts a blank node in the place of one that is lost for good.")
    int replace(@Parameters(paramLabel = "NODE", description = "报废节点的名称。The name of the lost node.") String lost,
                @Option(names = "--kit", required = true, paramLabel = "DIR", description = "集群文件所在目录。The folder with the cluster file.") Path folder,
                @Option(names = "--from", paramLabel = "DIR", description = "一台完好服务器的数据目录。The data folder of a sound server.") Path from,
                @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.") Path stick,
                @Option(names = "--confirmed", description = "已确认该节点不会再启动。It is certain that the lost node will not start again.") boolean confirmed)
            throws IOException {
        if (!confirmed) {
            System.err.println("更换后，原节点的数据目录不能再用。确认原节点已经停用后，请加上 --confirmed。"
                    + "The lost node must never start again. Say --confirmed when that is certain.");
            return Exit.NOT_DONE;
        }
        var elder = from != null ? from : soundServer(folder, lost);
        if (!Unlocking.opened(elder, stick)) return Exit.NOT_DONE;
        return said(KitFounding.replace(folder, elder, lost), true);
    }

    @Command(name = "move", mixinStandardHelpOptions = true, description = "换了会场，更改各节点的地址（节点须已停止）。Other addresses in another house; all nodes are stopped.")
    int move(@Parameters(paramLabel = "NAME=ADDRESS", arity = "1..*", description = "节点的新地址，例如 a=192.168.9.11。A node's new address.") Map<String, String> addresses,
             @Option(names = "--kit", required = true, paramLabel = "DIR", description = "集群文件所在目录。The folder with the cluster file.") Path folder)
            throws IOException {
        return said(KitFounding.move(folder, addresses), true);
    }

    /** Where all folders lie side by side, as on one machine. */
    static Path soundServer(Path folder, String lost) throws IOException {
        var kit = Kit.read(folder.resolve(KitFounding.FILE)).value();
        return kit.stream().flatMap(k -> k.servers().stream()).filter(m -> !m.name().equals(lost)).map(m -> folder.resolve(m.name()))
                .filter(data -> Files.exists(data.resolve("node").resolve("keys"))).findFirst()
                .orElseThrow(() -> new IOException("没有找到完好服务器的数据目录，请用 --from 写明。No data folder of a sound server was found; say --from."));
    }

    private static Optional<Wish> wish(String text, Member.Role role, Member.Ports ports) {
        var at = text.indexOf('=');
        return at < 1 || at == text.length() - 1 ? Optional.empty()
                : Optional.of(new Wish(text.substring(0, at), role, text.substring(at + 1), ports));
    }

    static int said(Checked<Kit> checked, boolean shown) {
        Spoken.say(checked.findings(), false);
        if (checked.value().isEmpty()) return Exit.NOT_DONE;
        if (shown) System.out.print(checked.value().get().text());
        return Exit.DONE;
    }
}
