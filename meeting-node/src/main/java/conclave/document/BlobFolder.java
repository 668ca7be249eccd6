package conclave.document;

import conclave.seal.Damaged;
import conclave.seal.Digests;
import conclave.seal.SealedBlobs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Sealed files named by the SHA-256 of their clear bytes, in folders of two letters. A file is either whole and on
 * the disk, or not there: it is written beside, forced, renamed, and its folder forced. Reading checks seal and name.
 */
final class BlobFolder {

    private static final int LETTERS = 2;

    private final Path root;
    private final Path unfinished;
    private final String kind;
    private final SealedBlobs seal;

    /** @param kind bound into every seal, so that a file carried into another folder does not open there */
    BlobFolder(Path root, String kind, SealedBlobs seal) throws IOException {
        this.root = root;
        this.unfinished = root.resolve("unfinished");
        this.kind = kind;
        this.seal = seal;
        Files.createDirectories(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        sweep();
    }

    /** What a crash left half-written was never acknowledged to anybody. */
    private void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(unfinished)) {
            for (var file : left) Files.delete(file);
        }
    }

    String keep(byte[] clear) throws IOException {
        var name = Digests.hex(Digests.sha256(clear));
        if (Files.exists(place(name))) return name;
        return finished(write(out -> out.write(seal.sealWhole(kind, clear))), place(name), name);
    }

    String keep(InputStream clear, long most) throws IOException {
        var hashed = new DigestInputStream(new Bounded(clear, most), Digests.sha256());
        var part = write(out -> seal.seal(kind, hashed, out));
        var name = Digests.hex(hashed.getMessageDigest().digest());
        if (!renew(name)) return finished(part, place(name), name);
        Files.delete(part);
        return name;
    }

    boolean holds(String name) {
        return Files.exists(place(name));
    }

    byte[] read(String name) throws IOException {
        return named(name, seal.openWhole(kind, Files.readAllBytes(place(name))));
    }

    /**
     * For what is read over and over: its name is bound into the seal, so that a seal that holds says that these are the bytes which had
     * this name when they were sealed. Hashing them again on every reading would cost more than opening them.
     */
    String keepBound(byte[] clear) throws IOException {
        var name = Digests.hex(Digests.sha256(clear));
        if (Files.exists(place(name))) return name;
        return finished(write(out -> out.write(seal.sealWhole(bound(name), clear))), place(name), name);
    }

    byte[] readBound(String name) throws IOException {
        var scratch = new Scratch();
        int length = readBound(name, scratch);
        return Arrays.copyOf(scratch.clear(), length);
    }

    /** @return how many bytes of the scratch it is. What an earlier version kept without its name in the seal is hashed, as it was then. */
    int readBound(String name, Scratch scratch) throws IOException {
        scratch.read(place(name));
        try {
            return scratch.open(seal, bound(name));
        } catch (Damaged otherwise) {
            int length = scratch.open(seal, kind);
            named(name, Arrays.copyOf(scratch.clear(), length));
            return length;
        }
    }

    private String bound(String name) {
        return kind + "\0" + name;
    }

    private static byte[] named(String name, byte[] clear) throws IOException {
        if (!Digests.hex(Digests.sha256(clear)).equals(name)) throw new IOException("a stored file is not what its name says");
        return clear;
    }

    /** Reads all of it once; the size in clear when it is what its name says. */
    long verify(String name) throws IOException {
        var hashed = new DigestInputStream(open(name), Digests.sha256());
        try (hashed) {
            long size = hashed.transferTo(OutputStream.nullOutputStream());
            if (Digests.hex(hashed.getMessageDigest().digest()).equals(name)) return size;
            throw new IOException("a stored file is not what its name says");
        }
    }

    byte[] sealed(String name, long offset, int most) throws IOException {
        try (var file = FileChannel.open(place(name), StandardOpenOption.READ)) {
            var part = ByteBuffer.allocate(Math.clamp(file.size() - offset, 0, most));
            while (part.hasRemaining() && file.read(part, offset + part.position()) >= 0) { }
            return part.array();
        }
    }

    void take(String name, InputStream sealed) throws IOException {
        var part = write(sealed::transferTo);
        try (var clear = new DigestInputStream(seal.open(kind, new BufferedInputStream(Files.newInputStream(part), 1 << 16)), Digests.sha256())) {
            clear.transferTo(OutputStream.nullOutputStream());
            if (!Digests.hex(clear.getMessageDigest().digest()).equals(name)) throw new IOException("what was sent is not what its name says");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        finished(part, place(name), name);
    }

    InputStream open(String name) throws IOException {
        var sealed = new BufferedInputStream(Files.newInputStream(place(name)), 1 << 16);
        return seal.open(kind, sealed);
    }

    /** For files named otherwise than by their contents; the name is bound into the seal. */
    void replace(String name, byte[] clear) throws IOException {
        finished(write(out -> out.write(seal.sealWhole(bound(name), clear))), place(name), name);
    }

    /** The same of a file that was sealed elsewhere under the same key. */
    void takeNamed(String name, byte[] sealed) throws IOException {
        seal.openWhole(kind + "\0" + name, sealed);
        finished(write(out -> out.write(sealed)), place(name), name);
    }

    byte[] readNamed(String name) throws IOException {
        return seal.openWhole(bound(name), Files.readAllBytes(place(name)));
    }

    /** For another server's file that is named otherwise than by its contents. */
    void takeNamed(String name, InputStream sealed) throws IOException {
        var part = write(sealed::transferTo);
        try {
            seal.openWhole(kind + "\0" + name, Files.readAllBytes(part));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        finished(part, place(name), name);
    }

    /** What another server has of it, opened and not kept. */
    byte[] openNamed(String name, InputStream sealed, int most) throws IOException {
        return seal.openWhole(bound(name), sealed.readNBytes(most));
    }

    /** A file that is read over and over, from another server: only if it is what its name says. */
    void takeBound(String name, InputStream sealed, int most) throws IOException {
        var bytes = sealed.readNBytes(most);
        named(name, seal.openWhole(bound(name), bytes));
        finished(write(out -> out.write(bytes)), place(name), name);
    }

    void drop(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    /** Whether it lies here; if so it counts as having come just now, and {@link #dropOlder} leaves it. */
    synchronized boolean renew(String name) throws IOException {
        if (!Files.exists(place(name))) return false;
        Files.setLastModifiedTime(place(name), FileTime.from(Instant.now()));
        return true;
    }

    /** Whether it had lain here unasked for since before then, and is gone now. */
    synchronized boolean dropOlder(String name, Instant limit) throws IOException {
        var place = place(name);
        return Files.exists(place) && Files.getLastModifiedTime(place).toInstant().isBefore(limit) && Files.deleteIfExists(place);
    }

    List<String> names() throws IOException {
        try (var files = Files.find(root, 2, (file, about) -> about.isRegularFile() && file.getParent().getFileName().toString().length() == LETTERS)) {
            return files.map(file -> file.getParent().getFileName().toString() + file.getFileName()).sorted().toList();
        }
    }

    Path place(String name) {
        return root.resolve(name.substring(0, LETTERS)).resolve(name.substring(LETTERS));
    }

    private Path write(Writing writing) throws IOException {
        var part = Files.createTempFile(unfinished, "", ".part");
        try (var file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var out = Channels.newOutputStream(file);
            writing.to(out);
            out.flush();
            file.force(true);
            return part;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private String finished(Path part, Path place, String name) throws IOException {
        var folder = place.getParent();
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder);
        try {
            moved(part, place);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("this file system cannot rename in one step", e);
        }
        force(folder);
        if (fresh) force(root);
        return name;
    }

    private synchronized void moved(Path part, Path place) throws IOException {
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Ends in a failure, not in a shorter file. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return spent(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            spent(count, count);
            return count;
        }

        private int spent(int result, int count) throws IOException {
            if (result >= 0) left -= count;
            if (left < 0) throw new IOException("the file is larger than allowed");
            return result;
        }
    }
}
