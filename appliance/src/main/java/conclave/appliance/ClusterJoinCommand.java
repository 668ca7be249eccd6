package conclave.appliance;

import conclave.config.Member;
import conclave.main.KitFounding;
import conclave.main.KitFounding.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A kit grows while it runs: one node becomes two, two become three. */
@Command(name = "join", mixinStandardHelpOptions = true, description = "为集群增加一个空白节点，会议不停。Adds a blank node to a kit that goes on meanwhile.")
final class ClusterJoinCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NODE", description = "新节点的名称。The name of the new node.")
    private String name;

    @ArgGroup(multiplicity = "1")
    private Where where;

    @Option(names = "--kit", required = true, paramLabel = "DIR", description = "集群文件所在目录。The folder with the cluster file.")
    private Path folder;

    @Option(names = "--from", paramLabel = "DIR", description = "一台完好服务器的数据目录。The data folder of a sound server.")
    private Path from;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8443", description = "电脑使用的端口；其后三个端口供节点之间使用。"
            + "The port that laptops use; the three after it are for the nodes among each other (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.")
    private Path stick;

    /** One of the two. */
    private static final class Where {
        @Option(names = "--server", required = true, paramLabel = "ADDRESS", description = "服务器的地址。The address of a server.")
        private String server;

        @Option(names = "--witness", required = true, paramLabel = "ADDRESS", description = "见证机的地址。The address of a witness.")
        private String witness;
    }

    @Override
    public Integer call() throws IOException {
        var elder = from != null ? from : ClusterCommand.soundServer(folder, name);
        if (!Unlocking.opened(elder, stick)) return Exit.NOT_DONE;
        var ports = new Member.Ports(port, port + 1, port + 2, port + 3);
        var wish = where.server != null ? new Wish(name, Member.Role.SERVER, where.server, ports) : new Wish(name, Member.Role.WITNESS, where.witness, ports);
        return ClusterCommand.said(KitFounding.join(folder, elder, wish), true);
    }
}
