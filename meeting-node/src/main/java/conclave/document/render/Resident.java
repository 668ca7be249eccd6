package conclave.document.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and those that it has started hold at this moment. */
final class Resident {

    private static final long PAGE = 4096;

    private Resident() {
    }

    static long bytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(one -> held(one.pid())).sum();
    }

    /** One that is gone holds nothing. */
    private static long held(long pid) {
        try {
            var figures = Files.readString(Path.of("/proc", Long.toString(pid), "statm"), StandardCharsets.US_ASCII).split(" ");
            return figures.length < 2 ? 0 : Long.parseLong(figures[1]) * PAGE;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
