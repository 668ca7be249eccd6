package conclave.appliance.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Option;

/** Where a command writes: whole or not at all, and never over what somebody filled in. */
final class OutFile {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的文件。The file to write.")
    private Path file;

    @Option(names = "--force", description = "覆盖已有文件。Write over a file that is there.")
    private boolean force;

    Path path() {
        return file;
    }

    void write(byte[] content) {
        write(file, content, force);
    }

    static void write(Path file, byte[] content, boolean over) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (!over && Files.exists(file) && (Files.isDirectory(file) || Files.size(file) > 0)) {
                throw new Unwritten("文件 " + file + " 已存在，没有覆盖。请换一个文件名，或加 --force。");
            }
            // Whoever is stopped in the middle leaves nothing behind.
            part.toFile().deleteOnExit();
            Files.write(part, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Unwritten("文件 " + file + " 无法写入。请检查文件夹是否存在、是否有写入权限和空间。", e);
        }
    }

    /** Said in one sentence by whoever started the command. */
    static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritten(String sentence) {
            super(sentence);
        }

        Unwritten(String sentence, IOException cause) {
            super(sentence, cause);
        }
    }
}
