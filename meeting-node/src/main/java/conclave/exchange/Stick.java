package conclave.exchange;

import conclave.seal.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Files on their way to a stick that somebody will pull out. Written under the name {@code NAME.part}, forced, renamed, forced
 * again; then read from the stick itself, not from memory. Only after that may anybody be told that it is safe to remove.
 */
public final class Stick {

    private static final int BLOCK = 1 << 20;
    private static final long FAT_LIMIT = 4L << 30;
    private static final String PART = ".part";
    private static final Optional<OpenOption> PAST_MEMORY = pastMemory();

    private final Path folder;
    private final List<PayloadFile> written;

    /** Told of every piece that went by; whoever throws here stops the work. */
    @FunctionalInterface
    public interface Watcher {
        void passed(long bytes) throws IOException;
    }

    private Stick(Path folder, List<PayloadFile> written) {
        this.folder = folder;
        this.written = List.copyOf(written);
    }

    /** Either all of them are there under their names, or none is and nothing half-written stays. */
    public static Stick write(List<Path> files, Path folder) throws StickTrouble {
        try {
            return write(files, folder, _ -> { });
        } catch (IOException e) {
            throw StickTrouble.of(e, folder);
        }
    }

    /** The same, watched; what the watcher throws is thrown on when nothing of it is left there. */
    public static Stick write(List<Path> files, Path folder, Watcher watcher) throws IOException {
        var parts = new ArrayList<Path>();
        var written = new ArrayList<PayloadFile>();
        try {
            room(files, folder);
            for (var file : files) {
                var part = folder.resolve(file.getFileName() + PART);
                parts.add(part);
                written.add(copy(file, part, new Watched(watcher)));
            }
            for (var part : parts) Files.move(part, named(part), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return new Stick(folder, written);
        } catch (StoppedByWatcher stopped) {
            for (var part : parts) forget(part);
            throw stopped.reason();
        } catch (IOException e) {
            for (var part : parts) forget(part);
            throw StickTrouble.of(e, folder);
        }
    }

    /** Asked before anything long begins. */
    public static void require(Path folder) throws StickTrouble {
        if (!Files.isDirectory(folder)) throw StickTrouble.of(new NoSuchFileException(folder.toString()), folder);
    }

    /**
     * What a run that was killed has left of a package of which nobody was told that it may be pulled out. Half-written files go, and where the
     * signature beside them is its own, whole ones as well: else two results lie there, and one of them nobody knows of. The signature goes
     * first, because without it the volumes are nothing.
     *
     * @param own whether a signature is of that very package, and not of one that another server has given the same name
     */
    public static void clear(Path folder, String name, Predicate<Path> own) throws IOException {
        var files = Pattern.compile(Pattern.quote(name) + "\\.mpkg(\\.[0-9]{3}|\\.p7s)?(" + Pattern.quote(PART) + ")?");
        var signature = folder.resolve(name + ".mpkg.p7s");
        var says = Files.isRegularFile(signature) ? signature : folder.resolve(signature.getFileName() + PART);
        boolean whole = Files.isRegularFile(says) && own.test(says);
        if (whole) Files.deleteIfExists(signature);
        try (var all = Files.list(folder)) {
            for (var left : all.filter(path -> files.matcher(path.getFileName().toString()).matches()).toList()) {
                if (whole || left.getFileName().toString().endsWith(PART)) Files.deleteIfExists(left);
            }
        }
    }

    /** What somebody else has put there already in the one right way. */
    public static Stick holding(List<PayloadFile> files, Path folder) {
        return new Stick(folder, files);
    }

    public List<PayloadFile> files() {
        return written;
    }

    /**
     * Reads every file back and compares. True where memory was passed by; a medium that does not allow that (a folder in
     * memory, some network shares) is read as it comes, and that must be said.
     */
    public boolean readBack() throws StickTrouble {
        try {
            return readBack(_ -> { });
        } catch (IOException e) {
            throw StickTrouble.of(e, folder);
        }
    }

    /** The same, watched. Where it is stopped, nothing stays on the stick. */
    public boolean readBack(Watcher watcher) throws IOException {
        boolean fromTheMedium = true;
        for (var file : written) {
            var path = folder.resolve(file.path());
            try {
                if (Files.size(path) != file.bytes()) throw StickTrouble.differs(file.path());
                var direct = direct(path, new Watched(watcher));
                fromTheMedium &= direct.length() > 0;
                if (!(direct.isEmpty() ? plain(path, new Watched(watcher)) : direct).equals(file.sha256())) throw StickTrouble.differs(file.path());
            } catch (StoppedByWatcher stopped) {
                takeBack();
                throw stopped.reason();
            } catch (IOException e) {
                throw StickTrouble.of(e, folder);
            }
        }
        return fromTheMedium;
    }

    private static void room(List<Path> files, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder.toString());
        var store = Files.getFileStore(folder);
        long needed = 0;
        for (var file : files) {
            long bytes = Files.size(file);
            needed += bytes;
            if (bytes >= FAT_LIMIT && store.type().matches("(?i)vfat|msdos|fat.*")) throw StickTrouble.tooLarge(file.getFileName().toString());
            if (Files.exists(folder.resolve(file.getFileName()), LinkOption.NOFOLLOW_LINKS)) throw StickTrouble.there(file.getFileName().toString());
        }
        if (store.getUsableSpace() < needed) throw StickTrouble.full(needed - store.getUsableSpace());
    }

    /** Nothing of it may be taken for whole; what cannot be deleted from a stick that is gone is gone with it. */
    public void takeBack() {
        for (var file : written) forget(folder.resolve(file.path() + PART));
    }

    private static PayloadFile copy(Path file, Path part, Watcher watcher) throws IOException {
        var digest = Digests.sha256();
        long bytes = 0;
        var buffer = ByteBuffer.allocate(BLOCK);
        try (var in = FileChannel.open(file, StandardOpenOption.READ);
                var out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (in.read(buffer) >= 0) {
                buffer.flip();
                digest.update(buffer.duplicate());
                bytes += buffer.remaining();
                watcher.passed(buffer.remaining());
                while (buffer.hasRemaining()) out.write(buffer);
                buffer.clear();
            }
            out.force(true);
        }
        return new PayloadFile(file.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** By the medium alone; empty, where the system does not read that way. */
    private static String direct(Path path, Watcher watcher) throws StoppedByWatcher {
        if (PAST_MEMORY.isEmpty()) return "";
        try (var in = FileChannel.open(path, StandardOpenOption.READ, PAST_MEMORY.get())) {
            int block = (int) Math.max(512, Files.getFileStore(path).getBlockSize());
            return digest(in, ByteBuffer.allocateDirect(BLOCK + block).alignedSlice(block).limit(BLOCK), watcher);
        } catch (StoppedByWatcher stopped) {
            throw stopped;
        } catch (UnsupportedOperationException | IOException unread) {
            return "";
        }
    }

    /** O_DIRECT. By its name, because the compiler warns of whoever names it in code, and there is no other way to it. */
    private static Optional<OpenOption> pastMemory() {
        try {
            return Arrays.stream(Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()).map(OpenOption.class::cast)
                    .filter(option -> option.toString().equals("DIRECT")).findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String plain(Path path, Watcher watcher) throws IOException {
        try (var in = FileChannel.open(path, StandardOpenOption.READ)) {
            return digest(in, ByteBuffer.allocate(BLOCK), watcher);
        }
    }

    private static String digest(FileChannel in, ByteBuffer buffer, Watcher watcher) throws IOException {
        var digest = Digests.sha256();
        while (in.read(buffer) >= 0) {
            watcher.passed(buffer.position());
            digest.update(buffer.flip());
            buffer.clear().limit(BLOCK);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path named(Path part) {
        var name = part.getFileName().toString();
        return part.resolveSibling(name.substring(0, name.length() - PART.length()));
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Tells what its watcher throws apart from what the stick does. */
    private record Watched(Watcher watcher) implements Watcher {
        @Override
        public void passed(long bytes) throws StoppedByWatcher {
            try {
                watcher.passed(bytes);
            } catch (IOException reason) {
                throw new StoppedByWatcher(reason);
            }
        }
    }

    private static final class StoppedByWatcher extends IOException {
        private static final long serialVersionUID = 1;

        StoppedByWatcher(IOException reason) {
            super(reason);
        }

        IOException reason() {
            return (IOException) getCause();
        }
    }

    /** The file may bear its name already. */
    private static void forget(Path part) {
        for (var path : List.of(part, named(part))) {
            if (!path.toFile().delete()) path.toFile().deleteOnExit();
        }
    }
}
