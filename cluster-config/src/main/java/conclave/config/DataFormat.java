package conclave.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The line in a data folder that says which version of the layout it has. */
final class DataFormat {

    private static final String FILE = "format";
    private static final Pattern LINE = Pattern.compile("conclave-data ([0-9]{1,6})");

    /** What an interrupted first start leaves, and what a freshly made disk has. */
    private static final List<String> OURS_OR_NOBODYS = List.of("lock", FILE, FILE + ".part", "lost+found");

    private DataFormat() {
    }

    /** A folder with somebody else's files in it is not taken over by a mistyped option. */
    static Optional<Finding> foreign(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return Optional.of(Finding.error("data.not-a-folder", "folder", root.toString()));
        }
        if (!Files.exists(root) || Files.exists(root.resolve(FILE))) return Optional.empty();
        try (var inside = Files.list(root)) {
            return inside.map(p -> p.getFileName().toString())
                    .filter(name -> !OURS_OR_NOBODYS.contains(name))
                    .sorted().findFirst()
                    .map(name -> Finding.error("data.foreign", "folder", root.toString(), "holds", name));
        }
    }

    static Optional<Finding> readOrWrite(Path root) throws IOException {
        var line = OwnFiles.readLine(root.resolve(FILE));
        if (line.isEmpty() && !Files.exists(root.resolve(FILE))) {
            OwnFiles.write(root.resolve(FILE), "conclave-data " + DataFolder.FORMAT + "\n");
            return Optional.empty();
        }
        var text = line.orElse("");
        var matched = LINE.matcher(text);
        if (!matched.matches()) {
            return Optional.of(Finding.error("data.format.unreadable", "folder", root.toString(), "text", text));
        }
        int version = Integer.parseInt(matched.group(1));
        if (version == DataFolder.FORMAT) return Optional.empty();
        var what = version > DataFolder.FORMAT ? "data.format.newer" : "data.format.older";
        return Optional.of(Finding.error(what, "folder", root.toString(),
                "found", Integer.toString(version), "known", Integer.toString(DataFolder.FORMAT)));
    }
}
