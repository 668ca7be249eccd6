package conclave.workshop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who works in a workshop and wants to be found: a file for each, held by a lock for as long as its process lives. */
public final class CrewList implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CrewList.class);
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9.:_-]{1,253}) ([1-9][0-9]{0,4})\n");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{8,40}");
    private static final int LONGEST = 300;

    private final Path folder;
    private FileChannel channel;
    private FileLock lock;
    private Mate self;

    /** One machine of them. */
    public record Mate(String id, String host, int port) {
    }

    private CrewList(Path folder) {
        this.folder = folder;
    }

    public static CrewList in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("authority"));
        Files.createDirectories(folder.resolve("machines"));
        return new CrewList(folder);
    }

    /** What only one of them does at a time. */
    public <T> T alone(Callable<T> work) throws Exception {
        return Alone.in(folder, () -> {
            try {
                return work.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
    }

    public void enter(Mate mate) throws IOException {
        self = mate;
        Alone.in(folder, () -> {
            channel = FileChannel.open(place(mate.id()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock = channel.lock();
            channel.write(ByteBuffer.wrap((mate.host() + " " + mate.port() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return lock;
        });
    }

    /** The others that live, in the order of their ids; what a killed one has left is removed. */
    public List<Mate> others() throws IOException {
        var others = new ArrayList<Mate>();
        try (var files = Files.newDirectoryStream(folder.resolve("machines"))) {
            for (var file : files) {
                var id = file.getFileName().toString();
                if (!ID.matcher(id).matches() || self != null && id.equals(self.id())) continue;
                if (Alone.in(folder, () -> gone(file) && Files.deleteIfExists(file))) continue;
                read(file, id).ifPresent(others::add);
            }
        }
        others.sort(Comparator.comparing(Mate::id));
        return others;
    }

    private static Optional<Mate> read(Path file, String id) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var line = LINE.matcher(new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII));
            if (!line.matches() || Integer.parseInt(line.group(2)) > 65_535) return Optional.empty();
            return Optional.of(new Mate(id, line.group(1), Integer.parseInt(line.group(2))));
        } catch (NoSuchFileException left) {
            return Optional.empty();
        }
    }

    private static boolean gone(Path file) throws IOException {
        try (var other = FileChannel.open(file, StandardOpenOption.WRITE); var held = other.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (NoSuchFileException left) {
            return true;
        }
    }

    private Path place(String id) {
        return folder.resolve("machines").resolve(id);
    }

    @Override
    public void close() {
        try {
            if (lock != null) lock.release();
            if (channel != null) channel.close();
            if (self != null) Files.deleteIfExists(place(self.id()));
        } catch (IOException e) {
            LOG.debug("the lock ends with the process, and the others tidy up", e);
        }
    }
}
