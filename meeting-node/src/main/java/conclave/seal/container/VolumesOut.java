package conclave.seal.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** One stream of bytes over files of at most so many, hashed on the way. Until the end they are called .part; the first gets its name last. */
final class VolumesOut implements AutoCloseable {

    private static final String PART = ".part";

    private final Path folder;
    private final String name;
    private final Suite suite;
    private final long volumeSize;
    private final List<Volume> written = new ArrayList<>();
    private final List<Path> named = new ArrayList<>();
    private FileChannel channel;
    private VolumeDigest digest;
    private boolean kept;

    VolumesOut(Path folder, String name, Suite suite, long volumeSize) throws IOException {
        if (!VolumeNames.isName(name)) throw Refused.because(Reason.VOLUME_NAME, "volume", "NAME");
        if (volumeSize < 1 || volumeSize > VolumeNames.LARGEST_SIZE) throw new IllegalArgumentException("a volume has 1 byte to 4 GiB - 1");
        this.folder = folder;
        this.name = name;
        this.suite = suite;
        this.volumeSize = volumeSize;
        var signed = Files.exists(folder.resolve(VolumeNames.signature(name)));
        if (signed) throw Refused.because(Reason.EXISTS, "volume", VolumeNames.signature(name));
        for (int number = 0; number < VolumeNames.MOST; number++) {
            if (Files.exists(folder.resolve(VolumeNames.of(name, number)))) throw Refused.because(Reason.UNSIGNED, "volume", VolumeNames.of(name, number));
        }
        clear();
    }

    /** What a making that was killed left half-written; it may have had more volumes than this one. */
    private void clear() throws IOException {
        for (int number = 0; number < VolumeNames.MOST; number++) Files.deleteIfExists(part(number));
        Files.deleteIfExists(folder.resolve(VolumeNames.signature(name) + PART));
    }

    void write(byte[] bytes, int length) throws IOException {
        for (int from = 0; from < length; ) {
            if (channel == null) open();
            int count = (int) Math.min(length - from, volumeSize - digest.size());
            var buffer = ByteBuffer.wrap(bytes, from, count);
            while (buffer.hasRemaining()) channel.write(buffer);
            digest.update(bytes, from, count);
            from += count;
            if (digest.size() == volumeSize) end();
        }
    }

    /** Everything is durable under its own name when this returns. */
    List<Volume> finish() throws IOException {
        if (channel != null) end();
        for (int number = written.size() - 1; number >= 0; number--) {
            var file = folder.resolve(VolumeNames.of(name, number));
            if (Files.exists(file)) throw Refused.because(Reason.EXISTS, "volume", file.getFileName().toString());
            Files.move(part(number), file, StandardCopyOption.ATOMIC_MOVE);
            named.add(file);
            if (number <= 1) force(folder);
        }
        kept = true;
        return List.copyOf(written);
    }

    private void open() throws IOException {
        if (written.size() == VolumeNames.MOST) throw Refused.because(Reason.VOLUMES_MANY, "most", Integer.toString(VolumeNames.MOST));
        var part = part(written.size());
        Files.deleteIfExists(part);
        channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        digest = new VolumeDigest(suite);
    }

    private void end() throws IOException {
        channel.force(true);
        channel.close();
        channel = null;
        written.add(digest.volume(VolumeNames.of(name, written.size())));
    }

    private Path part(int number) {
        return folder.resolve(VolumeNames.of(name, number) + PART);
    }

    /** Without {@link #finish} nothing is left behind. */
    @Override
    public void close() throws IOException {
        if (kept) return;
        kept = true;
        if (channel != null) channel.close();
        for (int number = 0; number <= written.size(); number++) Files.deleteIfExists(part(number));
        for (var file : named) Files.deleteIfExists(file);
    }

    private static void force(Path folder) throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
