package conclave.appliance.plan;

import conclave.appliance.draw.TableText;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of a file as an office sends it, or the one sentence why there are none. */
record Table(String file, List<List<String>> rows, List<Finding> findings) {

    /** More than any meeting has people. */
    private static final long MOST_BYTES = 32L << 20;

    static Table read(Path file) {
        var name = file.toString();
        try {
            if (!Files.exists(file)) return failed(name, "没有这个文件");
            if (!Files.isRegularFile(file)) return failed(name, "它不是文件");
            if (Files.size(file) > MOST_BYTES) return failed(name, "文件超过32MB");
            var read = TableText.read(Files.readAllBytes(file));
            if (read.wrong().isPresent()) return failed(name, stopped(read.wrong().get().chinese()));
            return new Table(name, read.rows().stream().map(Table::cleaned).toList(), List.of());
        } catch (IOException e) {
            return failed(name, "请检查读取权限");
        }
    }

    private static Table failed(String file, String why) {
        return new Table(file, List.of(), List.of(Finding.of(Matter.TABLE_UNREADABLE).with("file", file).with("why", why)));
    }

    private static String stopped(String sentence) {
        return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** A line break within a cell is a space; nothing steers the terminal. */
    private static List<String> cleaned(List<String> row) {
        return row.stream().map(cell -> cell.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip()).toList();
    }
}
