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

    @Option(names = "--json", description = "供程序读取的输出。Output for programs.")
    private boolean json;

    boolean json() {
        return json;
    }

    Checked<NodeConfig> config() {
        var given = new LinkedHashMap<String, String>();
        put(given, "data", data);
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
