package conclave.exchange.parcel;

import conclave.exchange.Bag;
import conclave.exchange.Passage;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarReader;
import conclave.seal.container.ContainerReader;
import conclave.seal.container.PackageType;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Volume;
import conclave.seal.container.VolumeNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A package that is small enough to be held in memory: an answer, not a meeting. It passes the same steps as an import, nothing of it
 * touches a disk, and nothing is handed out before all of it has held.
 *
 * @param files by their paths in the bag
 */
public record Letter(SignedStatement signed, SortedMap<String, byte[]> files) {

    /** Of the whole package; the largest answer that is read has so many bytes. */
    public static final long LARGEST = 96L << 20;
    private static final TarCaps SMALL = new TarCaps(64L << 20, 16);

    public Letter {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Read once to a place of our own, so that nobody changes on the stick what was verified. */
    public static Letter open(Path first, Desk desk, PackageType wanted) throws IOException {
        long bytes = 0;
        for (var file : VolumeNames.find(first)) bytes += Files.size(file);
        if (bytes > LARGEST) throw large();
        var own = Files.createTempDirectory("letter");
        try {
            return read(own, new Copying(first, Progress.SILENT).into(own), own.resolve(VolumeNames.signature(VolumeNames.nameOf(first))), desk, wanted);
        } finally {
            Folders.remove(own);
        }
    }

    private static Letter read(Path own, List<Volume> copied, Path signature, Desk desk, PackageType wanted) throws IOException {
        var signed = SignedStatement.read(signature, desk.check(), desk.trust(), desk.at());
        var statement = signed.statement();
        statement.requireVolumes(Copying.withSecondDigest(copied, own, statement.profile(), desk.suites(), Progress.SILENT));
        if (statement.type() != wanted) throw Stopped.by(Obstacle.ANSWER_OTHER_TYPE, "type", statement.type().word());
        desk.opening().requireRecipient(statement);
        if (desk.meeting().isPresent() && !desk.meeting().get().equals(statement.meeting())) {
            throw Stopped.by(Obstacle.OTHER_MEETING, "meeting", statement.meeting(), "expected", desk.meeting().get());
        }
        statement.requireValidAt(desk.at());
        var volumes = statement.volumes().stream().map(volume -> own.resolve(volume.name())).toList();
        try (var container = ContainerReader.open(volumes, desk.opening().unwrapping(), desk.suites())) {
            if (container.profile() != statement.profile()) throw Refused.because(Reason.STATEMENT_PROFILE);
            return new Letter(signed, held(new TarReader(container.payload(), SMALL)));
        }
    }

    private static Stopped large() {
        return Stopped.by(Obstacle.ANSWER_LARGE, "most", Long.toString(LARGEST));
    }

    private static TreeMap<String, byte[]> held(TarReader tar) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            var file = new ByteArrayOutputStream();
            for (int n = tar.read(buffer, 0, buffer.length); n >= 0; n = tar.read(buffer, 0, buffer.length)) {
                bytes += n;
                if (bytes > LARGEST) throw large();
                file.write(buffer, 0, n);
            }
            files.put(entry.get().name(), file.toByteArray());
        }
        var bag = Bag.read(inMemory(files), Set.of(), Optional.empty());
        if (!bag.holds()) throw Stopped.by(bag.findings());
        return files;
    }

    private static Passage inMemory(SortedMap<String, byte[]> files) {
        return station -> {
            for (var file : files.entrySet()) station.pass(file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
        };
    }
}
