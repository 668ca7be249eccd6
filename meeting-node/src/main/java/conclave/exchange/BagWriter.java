package conclave.exchange;

import conclave.seal.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Builds a BagIt folder beside its place under the name {@code NAME.part} and renames it when all of it is on the disk, so that
 * a folder of the right name is always complete. Several threads may put files at once.
 */
public final class BagWriter implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final ConcurrentSkipListMap<String, PayloadFile> payload = new ConcurrentSkipListMap<>();
    private boolean finished;

    /** Refuses a place where something is already; a half-built folder left by an interrupted run is thrown away. */
    public BagWriter(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
        if (Files.exists(this.target)) throw new FileAlreadyExistsException(this.target.toString());
        remove(part);
        Files.createDirectories(part.resolve("data"));
    }

    /** Keeps one payload file, {@code data/…}; the same name twice is a mistake of the caller. */
    public PayloadFile put(String path, byte[] bytes) throws IOException {
        var file = new PayloadFile(path, bytes.length, Digests.hex(Digests.sha256(bytes)));
        Files.write(place(file), bytes, StandardOpenOption.CREATE_NEW);
        return file;
    }

    /** Brings a file over from another bag, and is sure that it still is what was read there. */
    public void carry(PayloadFile file, Path bag) throws IOException {
        var digest = Digests.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(bag.resolve(file.path())), digest)) {
            Files.copy(in, place(file));
        }
        if (!Digests.hex(digest.digest()).equals(file.sha256())) throw new IOException("the file changed while it was read: " + file.path());
    }

    /** Takes a file in as it comes, however large; where it is longer than it may be, or breaks off, nothing of it stays. */
    public PayloadFile take(String path, InputStream from, long most) throws IOException {
        var place = place(new PayloadFile(path, 0, ""));
        var digest = Digests.sha256();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        try (var out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                bytes += n;
                if (bytes > most) throw new IOException("the file is longer than it may be: " + path);
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            payload.remove(path);
            Files.deleteIfExists(place);
            throw e;
        }
        var file = new PayloadFile(path, bytes, Digests.hex(digest.digest()));
        payload.put(path, file);
        return file;
    }

    private Path place(PayloadFile file) throws IOException {
        var path = file.path();
        if (!path.matches("data(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")) throw new IllegalArgumentException("not a payload name: " + path);
        if (payload.putIfAbsent(path, file) != null) throw new IllegalArgumentException("put twice: " + path);
        var place = part.resolve(path);
        Files.createDirectories(place.getParent());
        return place;
    }

    /** The durable point: every file, then every folder, is forced to the disk before the rename, and the parent after it. */
    public void finish(LocalDate bagged, Map<String, String> info) throws IOException {
        writeTags(bagged, info);
        try (var all = Files.walk(part)) {
            for (var path : all.sorted((a, b) -> b.compareTo(a)).toList()) force(path);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
        finished = true;
    }

    private void writeTags(LocalDate bagged, Map<String, String> info) throws IOException {
        var tags = new TreeMap<String, String>();
        tags.put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tags.put("bag-info.txt", bagInfo(bagged, new TreeMap<>(info)));
        var manifest = new StringBuilder();
        payload.values().forEach(file -> manifest.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        tags.put("manifest-sha256.txt", manifest.toString());
        var tagManifest = new StringBuilder();
        tags.forEach((name, text) -> tagManifest.append(Digests.hex(Digests.sha256(bytes(text)))).append("  ").append(name).append('\n'));
        tags.put("tagmanifest-sha256.txt", tagManifest.toString());
        for (var tag : tags.entrySet()) Files.write(part.resolve(tag.getKey()), bytes(tag.getValue()), StandardOpenOption.CREATE_NEW);
    }

    private String bagInfo(LocalDate bagged, TreeMap<String, String> info) {
        long bytes = payload.values().stream().mapToLong(PayloadFile::bytes).sum();
        info.put("Bagging-Date", bagged.toString());
        info.put("Payload-Oxum", bytes + "." + payload.size());
        var text = new StringBuilder();
        info.forEach((label, value) -> text.append(label).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Opened for reading, because a folder can be opened no other way; the force is the same. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : new TreeSet<>(all.toList()).descendingSet()) Files.delete(path);
        }
    }

    /** Without {@link #finish} nothing stays behind. */
    @Override
    public void close() throws IOException {
        if (!finished) remove(part);
    }
}
