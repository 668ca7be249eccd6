package conclave.seal.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A container that a test wrote, and ways to read it again. The key is 32 times 7 and lies in no envelope. */
final class SealedFolder {

    static final byte[] KEY = filled(Envelope.KEY_BYTES, 7);
    static final int CHUNK = Head.LEAST_CHUNK;
    private static final Suite SUITE = new InternationalSuite();

    final Path folder;
    final List<Volume> volumes;

    private SealedFolder(Path folder, List<Volume> volumes) {
        this.folder = folder;
        this.volumes = volumes;
    }

    static SealedFolder sealed(Path folder, byte[] payload, long volumeSize) throws IOException {
        return sealed(folder, SUITE, payload, volumeSize);
    }

    static SealedFolder sealed(Path folder, Suite suite, byte[] payload, long volumeSize) throws IOException {
        try (var writer = ContainerWriter.create(folder, "P", envelope(), suite, volumeSize, CHUNK, filled(32, 9))) {
            writer.payload().write(payload);
            return new SealedFolder(folder, writer.finish());
        }
    }

    static Envelope envelope() {
        return new Envelope(Envelope.Kind.PASSPHRASE, new byte[] {1, 2, 3}, KEY);
    }

    List<Path> files() throws IOException {
        return VolumeNames.find(folder.resolve("P.mpkg"));
    }

    byte[] bytes() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var file : files()) all.write(Files.readAllBytes(file));
        return all.toByteArray();
    }

    byte[] read() throws IOException {
        return read(files(), SUITE);
    }

    static byte[] read(List<Path> files, Suite suite) throws IOException {
        try (var reader = ContainerReader.open(files, (kind, profile, bytes) -> KEY, profile -> suite)) {
            return reader.payload().readAllBytes();
        }
    }

    /** What these bytes would be as a container; {@link Refused} for a bad one. */
    byte[] readInstead(byte[] bytes) throws IOException {
        var file = folder.resolve("instead");
        Files.write(file, bytes);
        return read(List.of(file), SUITE);
    }

    static byte[] random(long seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
