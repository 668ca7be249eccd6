package conclave.exchange.parcel;

import conclave.seal.Digests;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignatureCheck;
import conclave.seal.container.Suites;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeDigest;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes, read once from wherever they lie and hashed on the way; from then on nobody can exchange the stick. How large and how
 * many is all that is looked at.
 */
final class Copying {

    private static final long SPARE = 64L << 20;

    private final Path first;
    private final Progress progress;
    private final byte[] buffer = new byte[1 << 18];

    Copying(Path first, Progress progress) {
        this.first = first;
        this.progress = progress;
    }

    /** Every volume goes to the place of the same name in this folder, and the signature beside them. */
    List<Volume> into(Path folder) throws IOException {
        var files = VolumeNames.find(first);
        requireSpace(files, folder);
        copySignature(folder);
        var volumes = new ArrayList<Volume>();
        for (var file : files) {
            var name = file.getFileName().toString();
            try (var out = Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW)) {
                volumes.add(pass(file, out));
            }
        }
        return volumes;
    }

    /** Looked at where they lie: for whoever only wants to know. */
    List<Volume> inPlace() throws IOException {
        var files = VolumeNames.find(first);
        progress.begin(Progress.Step.COPY, requireSizes(files));
        var volumes = new ArrayList<Volume>();
        for (var file : files) volumes.add(pass(file, OutputStream.nullOutputStream()));
        return volumes;
    }

    /** With the second digest, where the signed statement says that there is one. */
    static List<Volume> withSecondDigest(List<Volume> volumes, Path folder, Profile profile, Suites suites, Progress progress) throws IOException {
        if (profile != Profile.GM) return volumes;
        progress.begin(Progress.Step.VERIFY, volumes.stream().mapToLong(Volume::size).sum());
        var all = new ArrayList<Volume>();
        for (var volume : volumes) {
            var digest = new VolumeDigest(suites.of(profile));
            var buffer = new byte[1 << 18];
            try (var in = Files.newInputStream(folder.resolve(volume.name()))) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    progress.passed(n);
                }
            }
            all.add(digest.volume(volume.name()));
        }
        return all;
    }

    private void requireSpace(List<Path> files, Path folder) throws IOException {
        long bytes = requireSizes(files);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < 2 * bytes + SPARE) throw Stopped.by(Obstacle.SPACE, "needed", Long.toString(2 * bytes + SPARE), "free", Long.toString(free));
        progress.begin(Progress.Step.COPY, bytes);
    }

    private static long requireSizes(List<Path> files) throws IOException {
        long bytes = 0;
        for (var file : files) {
            long size = Files.size(file);
            if (size > VolumeNames.LARGEST_SIZE) {
                throw Refused.because(Reason.VOLUME_SIZE, "volume", file.getFileName().toString(), "size", Long.toString(size));
            }
            bytes += size;
        }
        return bytes;
    }

    private void copySignature(Path folder) throws IOException {
        var name = VolumeNames.signature(VolumeNames.nameOf(first));
        if (!Files.isRegularFile(first.resolveSibling(name))) return;
        try (var in = Files.newInputStream(first.resolveSibling(name))) {
            Files.write(folder.resolve(name), in.readNBytes(SignatureCheck.LARGEST + 1), StandardOpenOption.CREATE_NEW);
        }
    }

    private Volume pass(Path file, OutputStream out) throws IOException {
        var digest = Digests.sha256();
        long size = 0;
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > VolumeNames.LARGEST_SIZE) throw Refused.because(Reason.VOLUME_SIZE, "volume", file.getFileName().toString());
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
                progress.passed(n);
            }
        }
        return new Volume(file.getFileName().toString(), size, Digests.hex(digest.digest()), Optional.empty());
    }
}
