package conclave.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines as somebody handed it over: read from its beginning, with nothing believed of it. */
record LineFile(Path path, Findings findings) {

    /** No entry is larger, so no line is. */
    private static final int LONGEST = 8 << 20;

    /** What is shown the lines, counted from one. */
    interface Reader {
        void line(long number, byte[] line);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** What follows the last line feed is not a line, and is told. */
    void read(Reader reader) {
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            long number = 1;
            for (int b; (b = in.read()) >= 0; ) {
                if (b == '\n') {
                    reader.line(number++, line.toByteArray());
                    line.reset();
                } else if (line.size() < LONGEST) {
                    line.write(b);
                } else {
                    findings.add(Matter.TOO_LONG, "file", name(), "line", number);
                    return;
                }
            }
            if (line.size() > 0) findings.add(Matter.UNFINISHED, "file", name());
        } catch (IOException e) {
            findings.add(Matter.UNREADABLE, "file", name());
        }
    }
}
