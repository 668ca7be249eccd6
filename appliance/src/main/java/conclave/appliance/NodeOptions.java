package conclave.appliance;

import conclave.config.Checked;
import conclave.config.NodeConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every way of starting a node can be told. What is said here goes before what stands in the file. */
final class NodeOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${env:CONCLAVE_DATA:-${sys:user.home}/.local/share/conclave}",
            description = "数据目录。The data folder (${DEFAULT-VALUE}).")
    private String data;

    @Option(names = "--config", paramLabel = "FILE", description = "配置文件，每行“名称 = 值”。A file of settings, name = value a line.")
    private Path file;

    @Option(names = "--port", paramLabel = "N", description = "端口，0 为任意空闲端口。The port; 0 takes any that is free (8443).")
    private String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "监听地址。The address to listen on (127.0.0.1).")
    private String host;

    @Option(names = "--origin", paramLabel = "URL", description = "电脑使用的 https 地址。The https address that laptops use.")
    private String origin;

    @Option(names = "--cert", paramLabel = "PEM", description = "自备证书。A certificate of your own, with --key.")
    private String certificate;

    @Option(names = "--key", paramLabel = "PEM", description = "自备证书的私钥。The key of that certificate.")
    private String key;

    @Option(names = "--stick", paramLabel = "FILE", description = "密钥棒上的文件，密钥已封存时用。The file on the key stick, where the keys are sealed.")
    private Path stick;

    @Option(names = "--cluster", paramLabel = "FILE", description = "集群文件，各节点相同。The cluster file, the same on every node.")
    private Path cluster;

    @Option(names = "--node", paramLabel = "NAME", description = "本机是集群中的哪个节点。Which of its nodes this one is.")
    private String node;

    @Option(names = "--child-of", hidden = true, paramLabel = "PID", description = "Ends when that process does.")
    private Long parent;

    @Option(names = "--json", description = "供程序读取的输出。Output for programs.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** Where a whole kit is run on one machine, the folder that holds the folders of its nodes. */
    Path folder() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    /** The file of settings; in a kit on one machine it holds for all its nodes. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    Optional<String> port() {
        return Optional.ofNullable(port);
    }

    Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    /** A node of a kit on one machine does not outlive whoever keeps watch over it. */
    void endWithParent() {
        if (parent == null) return;
        var watched = ProcessHandle.of(parent);
        if (watched.isEmpty()) System.exit(Exit.NOT_DONE);
        watched.get().onExit().thenRun(() -> System.exit(Exit.NOT_DONE));
    }

    Checked<NodeConfig> config() {
        var given = new LinkedHashMap<String, String>();
        put(given, "cluster", cluster == null ? null : cluster.toString());
        put(given, "node", node);
        put(given, "data", data);
        put(given, "keys.stick", stick == null ? null : stick.toString());
        put(given, "port", port);
        put(given, "host", host);
        put(given, "origin", origin);
        put(given, "cert", certificate);
        put(given, "key", key);
        return NodeConfig.read(Optional.ofNullable(file), given);
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null) given.put(name, value);
    }
}
