package conclave.appliance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** What every suite can be told. */
final class FaultOptions {

    @Option(names = "--cycles", paramLabel = "N", description = "次数。How often the fault strikes.")
    private Integer cycles;

    @Option(names = "--seed", paramLabel = "N", description = "随机种子，不给则随机并打印。Strikes the same nodes again; random and printed where it is not given.")
    private Long seed;

    @Option(names = "--seconds", paramLabel = "N", description = "故障持续秒数。How long the fault lasts, where it lasts.")
    private Integer seconds;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "40", description = "每秒提交数。Submissions a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--disk", paramLabel = "DIR", defaultValue = "${env:CONCLAVE_BENCH_DISK:-${sys:user.home}/.local/share}",
            description = "在此目录所在的磁盘上进行，用完即删。Takes place on the disk of this folder and clears up (${DEFAULT-VALUE}).")
    private Path disk;

    @Option(names = "--canary", description = "去掉保护后运行，必须失败。Runs with the protection off, and must fail.")
    private boolean canary;

    @Option(names = "--keep", paramLabel = "DIR", description = "把客户端记录与各节点日志留在此目录。Leaves the laptops' records and the nodes' logs in this folder.")
    private Path keep;

    /** What is left to look at, when somebody wants to. */
    void keep(Path folder) throws IOException {
        if (keep == null) return;
        Files.createDirectories(keep);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(FaultOptions::tellsSomething).toList()) {
                Files.copy(file, keep.resolve(folder.relativize(file).toString().replace('/', '-')), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean tellsSomething(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".log") || name.equals("said.txt") || name.startsWith("node.") && name.endsWith(".jsonl") || name.equals("evidence.jsonl");
    }

    int cycles(int usual) {
        return cycles == null ? usual : cycles;
    }

    int seconds(int usual) {
        return seconds == null ? usual : seconds;
    }

    long seed() {
        if (seed == null) seed = (long) RandomGenerator.getDefault().nextInt(1, 1_000_000);
        return seed;
    }

    int rate() {
        return rate;
    }

    Path disk() {
        return disk;
    }

    boolean canary() {
        return canary;
    }
}
