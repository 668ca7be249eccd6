package conclave.exchange.parcel;

import conclave.exchange.Bag;
import conclave.exchange.MeetingFolder;
import conclave.exchange.PayloadFile;
import conclave.exchange.Pulse;
import conclave.exchange.parcel.Progress.Step;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarEntry;
import conclave.exchange.tar.TarWriter;
import conclave.seal.container.ContainerWriter;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.VolumeNames;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A folder becomes a package: read once, sealed as it goes by, signed at the end. The signature gets its name last, and without it the
 * volumes are nothing; whatever goes wrong, none of them stays.
 */
public final class Packing {

    private final Path folder;
    private final Order order;
    private final Progress progress;

    public Packing(Path folder, Order order, Progress progress) {
        this.folder = folder;
        this.order = order;
        this.progress = progress;
    }

    /** Of a bag that does not hold no package is made; what is wrong with it then stands in the complaint. */
    public Statement into(Path out, String name) throws IOException {
        progress.begin(Step.CHECK, 0);
        Optional<Supplier<MessageDigest>> sm3 =
                order.profile() == Profile.GM ? Optional.of(order.suite()::digest) : Optional.empty();
        var payload = checked(sm3);
        var files = new TreeMap<String, Optional<byte[]>>();
        tagFiles(files);
        payload.keySet().forEach(path -> files.put(path, Optional.empty()));
        if (sm3.isPresent()) Bag.withSm3(folder, payload, sm3.get(), progress::passed).forEach((path, bytes) -> files.put(path, Optional.of(bytes)));
        var signature = out.resolve(VolumeNames.signature(name));
        if (Files.exists(signature)) throw Refused.because(Reason.EXISTS, "volume", signature.getFileName().toString());
        return seal(files, out, name, signature);
    }

    /** A meeting is looked through as its import will look through it; of other folders the bag must hold. */
    private SortedMap<String, PayloadFile> checked(Optional<Supplier<MessageDigest>> sm3) throws IOException {
        var watch = new Watch();
        if (order.type() == PackageType.MEETING) {
            var reading = MeetingFolder.read(folder, sm3, watch);
            watch.requireGoingOn();
            return reading.meeting().orElseThrow(() -> Stopped.by(reading.findings())).files();
        }
        var bag = Bag.read(folder.toRealPath(), Set.of(), sm3, watch);
        watch.requireGoingOn();
        if (!bag.holds()) throw Stopped.by(bag.findings());
        return bag.payload();
    }

    /** What a full disk or a missing stick means while one packs. */
    public static Complaint complaint(IOException reason) {
        return Complaint.about(reason);
    }

    private Statement seal(SortedMap<String, Optional<byte[]>> files, Path out, String name, Path signature) throws IOException {
        try (var container = ContainerWriter.create(out, name, order.envelope(), order.suite(), order.volumeSize())) {
            progress.begin(Step.PACK, bytes(files));
            var tar = new TarWriter(container.payload(), TarCaps.PACKAGE);
            for (var file : files.entrySet()) put(tar, file.getKey(), file.getValue());
            tar.finish();
            return signed(order, container, out, signature);
        }
    }

    /** The volumes stand when their signature does; where it cannot be made, none of them stays. */
    static Statement signed(Order order, ContainerWriter container, Path out, Path signature) throws IOException {
        var statement = order.statement(container.finish());
        try {
            sign(order, statement, signature);
            return statement;
        } catch (IOException | RuntimeException e) {
            for (var volume : statement.volumes()) Files.deleteIfExists(out.resolve(volume.name()));
            throw e;
        }
    }

    private void tagFiles(SortedMap<String, Optional<byte[]>> files) throws IOException {
        try (var beside = Files.list(folder)) {
            beside.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> files.put(file.getFileName().toString(), Optional.empty()));
        }
    }

    private long bytes(SortedMap<String, Optional<byte[]>> files) throws IOException {
        long bytes = 0;
        for (var file : files.entrySet()) bytes += file.getValue().isPresent() ? file.getValue().get().length : Files.size(folder.resolve(file.getKey()));
        return bytes;
    }

    private void put(TarWriter tar, String path, Optional<byte[]> instead) throws IOException {
        if (instead.isPresent()) {
            tar.put(new TarEntry(path, instead.get().length), new ByteArrayInputStream(instead.get()));
            return;
        }
        var file = folder.resolve(path);
        try (var in = new Watched(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            tar.put(new TarEntry(path, Files.size(file)), in);
        }
    }

    private static void sign(Order order, Statement statement, Path signature) throws IOException {
        var part = signature.resolveSibling(signature.getFileName() + ".part");
        try {
            Files.write(part, order.signer().sign(statement.bytes()), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Folders.force(part);
            Files.move(part, signature, StandardCopyOption.ATOMIC_MOVE);
            Folders.force(signature.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Somebody who wants to stop is heard while files are hashed; what the reader makes of it is no finding. */
    private final class Watch implements Pulse {
        private IOException stopped;

        @Override
        public void beat(long bytes) throws IOException {
            try {
                progress.passed(bytes);
            } catch (IOException asked) {
                stopped = asked;
                throw asked;
            }
        }

        void requireGoingOn() throws IOException {
            if (stopped != null) throw stopped;
        }
    }

    /** Tells the progress what goes by. */
    private final class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int read = super.read(into, at, length);
            if (read > 0) progress.passed(read);
            return read;
        }
    }
}
