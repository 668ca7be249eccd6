package conclave.workshop;

import conclave.document.NotAPortfolio;
import conclave.document.PreparedPages;
import conclave.seal.Damaged;
import conclave.seal.MeetingKey;
import conclave.seal.OwnerFiles;
import conclave.seal.RandomIds;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * 备页间: the folder in which a meeting's pages are prepared, by one machine or by several that share it. A file there is whole or not there;
 * its name says what it was made of, so that nothing is made twice that is there, and the same made twice is one file.
 *
 * <pre>
 * format             what kind of folder this is
 * key                the secret under which all below is sealed; whoever has the folder can read it
 * lock               held while the folder is made
 * prepared/ID        the prepared pages of one document (docs/formats/prepared.md), sealed
 * machines/NAME/     what one process has on its table; removed when it ends
 * crew/              papers and addresses of machines that share the work
 * </pre>
 */
public final class Workshop implements AutoCloseable {

    private static final String FORMAT = "conclave workshop 1\n";
    private static final String NAME = "prepare";
    private static final List<String> MADE_FIRST = List.of("lock", "key", "key.part", "format.part");

    private final Path folder;
    private final MeetingKey key;
    private final String salt;

    private Workshop(Path folder, MeetingKey key) {
        this.folder = folder;
        this.key = key;
        this.salt = HexFormat.of().formatHex(key.derive("salt"));
    }

    /** Makes the folder where there is none; refuses one that is something else. Of several that begin at one moment one makes it. */
    public static Workshop open(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve("format"))) requireNothing(folder);
        return Alone.in(folder, () -> opened(folder));
    }

    private static void requireNothing(Path folder) throws IOException {
        try (var there = Files.list(folder)) {
            if (there.anyMatch(each -> !MADE_FIRST.contains(each.getFileName().toString()))) throw new NotAWorkshop(folder);
        }
    }

    private static Workshop opened(Path folder) throws IOException {
        var format = folder.resolve("format");
        if (!Files.exists(format)) {
            Files.deleteIfExists(folder.resolve("key"));
            MeetingKey.found(folder.resolve("key"), NAME).close();
            OwnerFiles.write(format, FORMAT.getBytes(StandardCharsets.US_ASCII));
        }
        if (!Files.readString(format).equals(FORMAT)) throw new NotAWorkshop(folder);
        Files.createDirectories(folder.resolve("prepared"));
        Machine.sweep(folder.resolve("machines"));
        return new Workshop(folder, MeetingKey.open(folder.resolve("key"), NAME));
    }

    public Path folder() {
        return folder;
    }

    /** Under which dictionaries are digested, in hexadecimal; it travels with what was screened. */
    public String salt() {
        return salt;
    }

    /** A key for a further purpose, the same on every machine that shares the folder. */
    public byte[] derive(String purpose) {
        return key.derive(purpose);
    }

    public boolean holds(String id) {
        return Files.exists(place(id));
    }

    Machine machine() throws IOException {
        return Alone.in(folder, () -> Machine.in(folder.resolve("machines")));
    }

    /** Durable when it returns. */
    void keep(String id, Machine machine, Piped.Writer written) throws IOException {
        var part = machine.folder().resolve(id + "." + RandomIds.next() + ".part");
        try {
            try (var file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Piped.through(written, clear -> key.blobs().seal(name(id), clear, Channels.newOutputStream(file)));
                file.force(true);
            }
            Files.move(part, place(id), StandardCopyOption.ATOMIC_MOVE);
            try (var channel = FileChannel.open(place(id).getParent(), StandardOpenOption.READ)) {
                channel.force(true);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A chunk that was changed does not come out. */
    public InputStream read(String id) throws IOException {
        return key.blobs().open(name(id), new BufferedInputStream(Files.newInputStream(place(id)), 1 << 16));
    }

    /** Empty where it is not there, or was spoiled: then it is removed, and made again. */
    public Optional<PreparedPages.Head> head(String id) throws IOException {
        if (!holds(id)) return Optional.empty();
        try (var in = read(id)) {
            return Optional.of(PreparedPages.head(in));
        } catch (NotAPortfolio | Damaged spoiled) {
            Files.deleteIfExists(place(id));
            return Optional.empty();
        }
    }

    /** Reads all of these through and removes what the disk has spoiled, so that it is made again. @return how many */
    public int mend(List<String> ids) throws IOException {
        int spoiled = 0;
        for (var id : ids) {
            try (var in = read(id)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (Damaged changed) {
                Files.deleteIfExists(place(id));
                spoiled++;
            }
        }
        return spoiled;
    }

    private Path place(String id) {
        return folder.resolve("prepared").resolve(id);
    }

    private static String name(String id) {
        return "prepared\0" + id;
    }

    @Override
    public void close() {
        key.close();
    }
}
