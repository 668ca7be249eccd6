package conclave.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A kit at work whose nodes write down, when they end, which classes and methods they used and how: the next ones start
 * with what these have learned. Asked for by a property of the process that starts them.
 */
public final class Training {

    private static final String WISH = "conclave.training";

    private Training() {
    }

    /** The option that asks for it. */
    public static String wish(Path record) {
        return "-D" + WISH + "=" + record;
    }

    /** What the lives of this node have learned; of all nodes where the name is empty. */
    public static List<Path> records(Path record, String node) throws IOException {
        var begins = record.getFileName() + "." + node;
        try (var files = Files.list(record.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(begins)).toList();
        }
    }

    /** The options a node is started with; who learns must not start with what others have learned. */
    static List<String> options(List<String> given, String node) {
        var record = System.getProperty(WISH);
        if (record == null) return given;
        var options = new ArrayList<>(given);
        options.removeIf(option -> option.startsWith("-XX:AOT"));
        // A node that is started again would empty the file of its life before.
        options.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record + "." + node + "." + System.nanoTime()));
        return options;
    }
}
