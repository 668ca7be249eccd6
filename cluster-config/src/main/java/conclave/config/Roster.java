package conclave.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes that stand with this one, as the cluster file says now. When a node is replaced, every node is given the
 * new file, and takes it as it runs: if it is of the same kit, and holds no error.
 */
public final class Roster {

    /** What a look at the file has shown. */
    public enum Look {
        SAME,
        CHANGED,
        /** It is there and is not taken: another kit's, or not to be read. Said once for each writing of it. */
        REFUSED,
        /** This very node is in it no more: another one has been put in its place. */
        REPLACED
    }

    private final Path file;
    private final Member self;
    private volatile Kit kit;
    private volatile Set<Member> before;
    private FileTime seen;

    public Roster(Place place) {
        this.file = place.file();
        this.self = place.self();
        this.kit = place.kit();
        this.seen = written();
        this.before = kept();
    }

    public Kit kit() {
        return kit;
    }

    public Member self() {
        return self;
    }

    public List<Member> others() {
        return kit.others(self.peer());
    }

    /** Who once stood here and stands here no more: in the file as it was, in this life or beside the file of now. */
    public List<Member> former() {
        return before.stream().filter(member -> kit.peer(member.peer()).isEmpty()).toList();
    }

    /** What a replacement keeps. A decision to go on alone keeps its own, and is told by those who carry it out. */
    private Set<Member> kept() {
        var members = new LinkedHashSet<Member>();
        try (var files = Files.newDirectoryStream(file.toAbsolutePath().getParent(), "cluster-before-*.conf")) {
            for (var old : files) {
                if (!old.getFileName().toString().startsWith("cluster-before-alone-")) {
                    Kit.read(old).value().filter(this::ours).ifPresent(was -> members.addAll(was.members()));
                }
            }
        } catch (IOException | DirectoryIteratorException unread) {
            return members;
        }
        return members;
    }

    private boolean ours(Kit other) {
        return other.name().equals(kit.name()) && other.authority().equals(kit.authority());
    }

    public Path file() {
        return file;
    }

    /** Reads the file again where it was written since. */
    public synchronized Look look() {
        var now = written();
        if (now.equals(seen)) return Look.SAME;
        seen = now;
        var read = Kit.read(file).value();
        if (read.isEmpty() || !ours(read.get())) return Look.REFUSED;
        if (read.get().peer(self.peer()).isEmpty()) return Look.REPLACED;
        if (read.get().equals(kit)) return Look.SAME;
        var left = new LinkedHashSet<>(before);
        left.addAll(kit.members());
        left.addAll(kept());
        before = left;
        kit = read.get();
        return Look.CHANGED;
    }

    /** A file that is being replaced is not there for a moment. */
    private FileTime written() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException absent) {
            return seen == null ? FileTime.fromMillis(0) : seen;
        }
    }
}
