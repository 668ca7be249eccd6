package conclave.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The files of the project, without what is built or fetched. */
final class Tree {

    static final Path ROOT = Path.of(System.getProperty("conclave.project", "..")).toAbsolutePath().normalize();
    static final Path NODE = ROOT.resolve("meeting-node/src/main/java");
    static final Path CORE = NODE.resolve("conclave/meeting");

    private static final TreeSet<String> NOT_OURS = new TreeSet<>(List.of("target", "node_modules", "dist", ".git", ".idea", ".vscode", "data"));

    private Tree() {
    }

    /** A file with its text; {@code name} is how findings call it. */
    record Source(String name, String text) {
        boolean endsWith(String... endings) {
            return List.of(endings).stream().anyMatch(name::endsWith);
        }

        Source code() {
            return new Source(name, JavaText.code(text));
        }
    }

    static List<Source> files(Path folder, String... endings) {
        var files = new ArrayList<Source>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(dir.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var name = ROOT.relativize(file).toString();
                    if (List.of(endings).stream().anyMatch(name::endsWith)) {
                        files.add(new Source(name, Files.readString(file, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("the project cannot be read: " + folder, e);
        }
        if (files.isEmpty()) throw new IllegalStateException("nothing to look at below " + folder);
        return files;
    }

    static List<Source> core() {
        return files(CORE, ".java").stream().map(Source::code).toList();
    }

    static List<Source> java() {
        return files(ROOT, ".java").stream().map(Source::code).toList();
    }
}
