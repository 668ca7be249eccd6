package conclave.document;

import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Pictures that bear their reader's name, sealed, up to so many bytes; those that nobody looked at longest go first. Nothing here is worth
 * keeping over a start: it is emptied then, and nothing is forced to the disk.
 */
final class MarkedShelf {

    private static final String KIND = "marked pages";

    private record Entry(DocumentId document, int page, long bytes) {
    }

    private final Path folder;
    private final SealedBlobs seal;
    private final long most;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    MarkedShelf(Path folder, SealedBlobs seal, long mostBytes) throws IOException {
        this.folder = folder;
        this.seal = seal;
        this.most = mostBytes;
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) Files.delete(file);
        }
    }

    Optional<PageImage> find(String name) {
        synchronized (this) {
            if (entries.get(name) == null) return Optional.empty();
        }
        try {
            return Optional.of(read(seal.openWhole(KIND + "\0" + name, Files.readAllBytes(folder.resolve(name)))));
        } catch (IOException | Damaged gone) {
            drop(name);
            return Optional.empty();
        }
    }

    synchronized boolean holds(String name) {
        return entries.containsKey(name);
    }

    /** What does not fit on the disk is made again another time. */
    void keep(String name, DocumentId document, int page, PageImage image) {
        try {
            var sealed = seal.sealWhole(KIND + "\0" + name, written(image));
            Files.write(folder.resolve(name), sealed);
            added(name, new Entry(document, page, sealed.length));
        } catch (IOException full) {
            drop(name);
        }
    }

    private synchronized void added(String name, Entry entry) {
        var before = entries.put(name, entry);
        bytes += entry.bytes() - (before == null ? 0 : before.bytes());
        while (bytes > most && !entries.isEmpty()) drop(entries.firstEntry().getKey());
    }

    private synchronized void drop(String name) {
        var entry = entries.remove(name);
        if (entry != null) bytes -= entry.bytes();
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException stays) {
            // Sealed, listed nowhere, and gone at the next start.
            return;
        }
    }

    synchronized void forget(DocumentId document, int page) {
        entries.entrySet().stream().filter(entry -> entry.getValue().document().equals(document) && entry.getValue().page() == page)
                .map(entry -> entry.getKey()).toList().forEach(this::drop);
    }

    synchronized void forgetAll() {
        entries.keySet().stream().toList().forEach(this::drop);
    }

    synchronized long bytes() {
        return bytes;
    }

    private static byte[] written(PageImage image) throws IOException {
        var all = new ByteArrayOutputStream(image.bytes().length + 64);
        var out = new DataOutputStream(all);
        out.writeUTF(image.mediaType());
        out.writeInt(image.width());
        out.writeInt(image.height());
        out.write(image.bytes());
        return all.toByteArray();
    }

    private static PageImage read(byte[] clear) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(clear));
        return new PageImage(in.readUTF(), in.readInt(), in.readInt(), in.readAllBytes());
    }
}
