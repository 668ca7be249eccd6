package conclave.ledger.ratis;

import conclave.ledger.Broken;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a log's segment files before Ratis does. Ratis drops an entry that runs past the end of its file without a
 * word, so that one flipped bit in a length takes acknowledged entries with it (seen: 3 of 6), and takes an emptied
 * file for an empty log; but it refuses a file whose last write was cut short by a kill, which is harmless. Here the
 * first two are damage and the third is cut.
 */
final class LogSegments {

    private static final Logger LOG = LoggerFactory.getLogger(LogSegments.class);
    private static final Pattern NAME = Pattern.compile("log_(?:inprogress_(\\d+)|(\\d+)-(\\d+))");

    private final Path folder;

    LogSegments(Path folder) {
        this.folder = folder;
    }

    private record Segment(Path file, long first, long last) {
        boolean open() {
            return last < 0;
        }
    }

    /**
     * The index that the next entry will have.
     *
     * @param used whether anything was ever synced here: if not, an empty log is as it should be
     */
    long check(boolean used) throws IOException {
        var segments = list();
        if (segments.isEmpty() && !used) return 0;
        if (segments.isEmpty() || segments.getFirst().first() != 0) throw lostItsBeginning();
        long next = 0;
        for (var segment : segments) {
            if (segment.first() != next) throw new Broken("the log has a gap: entry " + next + " is missing in " + folder);
            next = read(segment);
            if (next == 0 && used) throw lostItsBeginning();
        }
        return next;
    }

    private Broken lostItsBeginning() {
        return new Broken("the log has lost its beginning: " + folder + " was founded, and does not hold entry 0");
    }

    private List<Segment> list() throws IOException {
        var segments = new ArrayList<Segment>();
        if (!Files.isDirectory(folder)) throw new Broken("the log is gone: " + folder + " was founded, and is not there");
        try (var files = Files.newDirectoryStream(folder, "log_*")) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (!name.matches()) throw new Broken("not a file of the log: " + file);
                if (name.group(1) != null) segments.add(new Segment(file, Long.parseLong(name.group(1)), -1));
                else segments.add(new Segment(file, Long.parseLong(name.group(2)), Long.parseLong(name.group(3))));
            }
        }
        segments.sort(Comparator.comparingLong(Segment::first));
        return segments;
    }

    /** Index of the entry that must come after this segment. */
    private long read(Segment segment) throws IOException {
        try (var channel = FileChannel.open(segment.file(), StandardOpenOption.READ, StandardOpenOption.WRITE); var arena = Arena.ofConfined()) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
            var walk = new SegmentWalk(bytes).walk();
            var next = segment.first() + walk.count();
            if (walk.sound() && (segment.open() || next == segment.last() + 1)) return next;
            if (!segment.open() || !walk.torn()) {
                throw new Broken("the log is damaged: " + segment.file() + ", byte " + walk.end() + ", entry " + next);
            }
            if (next == 0) return next;
            LOG.warn("a write that was cut short is removed: {}, byte {}, entry {}", segment.file(), walk.end(), next);
            channel.truncate(walk.end());
            channel.force(true);
            return next;
        }
    }
}
