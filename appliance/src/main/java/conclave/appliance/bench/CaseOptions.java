package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every case can be told. */
final class CaseOptions {

    @Option(names = "--json", paramLabel = "FILE", description = "另存为供程序读取的文件。Keeps the figures for programs as well.")
    private Path json;

    @Option(names = "--disk", paramLabel = "DIR", defaultValue = "${env:CONCLAVE_BENCH_DISK:-${sys:user.home}/.local/share}",
            description = "在此目录所在的磁盘上测量，用完即删。Measures on the disk of this folder and clears up (${DEFAULT-VALUE}).")
    private Path disk;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "每项次数。Measured runs of each (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--jvm", paramLabel = "OPTION", description = "节点的额外 JVM 选项。One more JVM option for the node; may be repeated.")
    private List<String> jvm = List.of();

    int runs() {
        return runs;
    }

    Stand stand() throws IOException {
        return new Stand(disk, jvm);
    }

    void keep(Report report) throws IOException {
        if (Optional.ofNullable(json).isPresent()) report.write(json);
    }
}
