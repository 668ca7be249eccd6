package conclave.exchange.parcel;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
import conclave.exchange.parcel.Progress.Step;
import conclave.exchange.tar.TarCaps;
import conclave.exchange.tar.TarEntry;
import conclave.exchange.tar.TarWriter;
import conclave.seal.Digests;
import conclave.seal.container.ContainerWriter;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.VolumeNames;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A meeting that was read already becomes a package once more, with prepared pages in it: its files pass by and are sealed again, and
 * nothing of them is written anywhere in clear. What was prepared before is replaced by what is given now.
 */
public final class Repacking {

    private static final int MOST_TAGS = 10;

    /** A file that comes in, as long as it says. */
    public record Added(long size, Opened content) {
    }

    @FunctionalInterface
    public interface Opened {
        InputStream stream() throws IOException;
    }

    private final MeetingFile meeting;
    private final Passage source;
    private final Order order;
    private final Progress progress;
    private final TreeMap<String, Added> added;
    private final TreeMap<String, String> sha256 = new TreeMap<>();
    private final TreeMap<String, String> sm3 = new TreeMap<>();
    private final TreeMap<String, byte[]> tags = new TreeMap<>();

    /**
     * @param source all files of the bag, in the order of their names
     * @param added files of prepared pages by their names
     */
    public Repacking(MeetingFile meeting, Passage source, SortedMap<String, Added> added, Order order, Progress progress) {
        if (!added.keySet().stream().allMatch(MeetingFolder::isPrepared)) throw new IllegalArgumentException("not a name of prepared pages");
        this.meeting = meeting;
        this.source = source;
        this.added = new TreeMap<>(added);
        // What finds no room is made at the venue.
        int room = Math.max(0, TarCaps.PACKAGE.mostFiles() - original().size() - MOST_TAGS);
        while (this.added.size() > room) this.added.pollLastEntry();
        this.order = order;
        this.progress = progress;
    }

    public Statement into(Path out, String name) throws IOException {
        var signature = out.resolve(VolumeNames.signature(name));
        if (Files.exists(signature)) throw Refused.because(Reason.EXISTS, "volume", signature.getFileName().toString());
        try (var container = ContainerWriter.create(out, name, order.envelope(), order.suite(), order.volumeSize())) {
            progress.begin(Step.PACK, bytes());
            var tar = new TarWriter(container.payload(), TarCaps.PACKAGE);
            var left = new TreeMap<>(added);
            source.through((path, size, content) -> {
                while (path.startsWith("data/") && !left.isEmpty() && left.firstKey().compareTo(path) < 0) add(tar, left.pollFirstEntry().getKey());
                pass(tar, path, size, content);
            });
            for (var path : left.keySet()) add(tar, path);
            if (!sha256.keySet().containsAll(original().keySet())) throw Stopped.by(Obstacle.INSIDE);
            lists(tar);
            tar.finish();
            return Packing.signed(order, container, out, signature);
        }
    }

    private void pass(TarWriter tar, String path, long size, InputStream content) throws IOException {
        if (path.equals("bag-info.txt")) tag(tar, path, info(content.readAllBytes()));
        else if (path.equals("bagit.txt")) tag(tar, path, content.readAllBytes());
        else if (path.startsWith("data/")) payload(tar, path, size, content);
    }

    /** As it was when it was checked, or the package is none. */
    private void payload(TarWriter tar, String path, long size, InputStream content) throws IOException {
        if (MeetingFolder.isPrepared(path)) return;
        var known = meeting.files().get(path);
        put(tar, path, size, content);
        if (known == null || !known.sha256().equals(sha256.get(path))) throw Stopped.by(Obstacle.UNREADABLE, "file", path);
    }

    private void add(TarWriter tar, String path) throws IOException {
        try (var in = added.get(path).content().stream()) {
            put(tar, path, added.get(path).size(), in);
        }
    }

    private void put(TarWriter tar, String path, long size, InputStream content) throws IOException {
        var digest = Digests.sha256();
        InputStream hashed = new DigestInputStream(new Told(content), digest);
        var second = order.profile() == Profile.GM ? Optional.of(order.suite().digest()) : Optional.<MessageDigest>empty();
        if (second.isPresent()) hashed = new DigestInputStream(hashed, second.get());
        tar.put(new TarEntry(path, size), hashed);
        sha256.put(path, Digests.hex(digest.digest()));
        second.ifPresent(sum -> sm3.put(path, Digests.hex(sum.digest())));
    }

    /** The lists come behind all that they name, in the order of their own names. */
    private void lists(TarWriter tar) throws IOException {
        tag(tar, "manifest-sha256.txt", list(sha256));
        if (order.profile() == Profile.GM) tag(tar, "sm3sum.txt", list(sm3));
        var sums = new TreeMap<String, String>();
        tags.forEach((name, bytes) -> sums.put(name, Digests.hex(Digests.sha256(bytes))));
        tag(tar, "tagmanifest-sha256.txt", list(sums));
    }

    private static byte[] list(SortedMap<String, String> sums) {
        var text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void tag(TarWriter tar, String path, byte[] bytes) throws IOException {
        tags.put(path, bytes);
        tar.put(new TarEntry(path, bytes.length), new ByteArrayInputStream(bytes));
    }

    /** What somebody wrote there stays; only how much there is has changed. */
    private byte[] info(byte[] before) {
        var text = new StringBuilder();
        for (var line : new String(before, StandardCharsets.UTF_8).split("\r\n|\r|\n")) {
            if (!line.regionMatches(true, 0, "Payload-Oxum", 0, 12) && !line.isBlank()) text.append(line).append('\n');
        }
        var files = original().size() + added.size();
        return text.append("Payload-Oxum: ").append(bytes()).append('.').append(files).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private long bytes() {
        return original().values().stream().mapToLong(Long::longValue).sum() + added.values().stream().mapToLong(Added::size).sum();
    }

    private SortedMap<String, Long> original() {
        var files = new TreeMap<String, Long>();
        meeting.files().forEach((path, file) -> {
            if (!MeetingFolder.isPrepared(path)) files.put(path, file.bytes());
        });
        return Collections.unmodifiableSortedMap(files);
    }

    /** Tells the progress what goes by. */
    private final class Told extends FilterInputStream {
        Told(InputStream in) {
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
