package conclave.appliance.bench;

import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Variant;
import conclave.document.DocumentId;
import conclave.document.Originals;
import conclave.document.ocr.ScanReader;
import conclave.seal.MeetingKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/** What one core of this machine does in a second, measured on few pages of each kind, as often as it is asked. */
final class OfficeRates implements AutoCloseable {

    private static final int SEALED_BYTES = 64 << 20;
    private static final int PICTURE_BYTES = 400_000;
    private static final long SEED = 7;

    private final Path folder;
    private final Map<PageKind, List<Binder.Volume>> bound = new EnumMap<>(PageKind.class);
    private final Painters painter;

    /** @param pages of each kind that this machine can make; drawn once unmeasured, which warms the process */
    OfficeRates(Path folder, int pages) throws IOException, InterruptedException {
        this.folder = folder;
        var binder = new Binder(folder);
        painter = new Painters(folder.resolve("scratch"), 1);
        for (var kind : PageKind.values()) {
            var volumes = binder.bind(kind, pages);
            if (volumes.isEmpty() || painter.paint(volumes.get()).pages() == 0) continue;
            bound.put(kind, volumes.get());
        }
    }

    record Drawing(Map<PageKind, Double> pages, Map<PageKind, Double> bytes, double slowestSeconds) {
    }

    /** By one process, one page after the other. */
    Drawing drawing() throws IOException, InterruptedException {
        var rates = new EnumMap<PageKind, Double>(PageKind.class);
        var bytes = new EnumMap<PageKind, Double>(PageKind.class);
        for (var one : bound.entrySet()) {
            var drawn = painter.paint(one.getValue());
            rates.put(one.getKey(), drawn.pages() / drawn.seconds());
            bytes.put(one.getKey(), (double) drawn.bytes() / drawn.pages());
        }
        return new Drawing(rates, bytes, rates.values().stream().mapToDouble(rate -> 1 / rate).max().orElseThrow());
    }

    /** Noisy pages, as faxes come; empty where this machine cannot read. */
    OptionalDouble reading(int pages) throws IOException, InterruptedException {
        var reader = ScanReader.onThisMachine();
        if (reader.missing().isPresent()) return OptionalDouble.empty();
        var count = new ScanRecall(Corpus.of(SEED, pages), reader, _ -> { }).measure(Variant.NOISY, pages);
        return OptionalDouble.of(count.pages / count.seconds);
    }

    /** Read under one key, checked, sealed under another, forced: as documents move between stores. Bytes a second. */
    double moving() throws IOException {
        var clear = new byte[SEALED_BYTES];
        new Random(SEED).nextBytes(clear);
        var stores = Files.createTempDirectory(folder, "stores");
        try (var from = MeetingKey.found(stores.resolve("from.key"), "from"); var to = MeetingKey.found(stores.resolve("to.key"), "to")) {
            var one = new Originals(stores.resolve("one"), from.blobs());
            var other = new Originals(stores.resolve("other"), to.blobs());
            var id = one.keep(new ByteArrayInputStream(clear), SEALED_BYTES);
            long began = System.nanoTime();
            try (var in = one.open(id)) {
                other.keep(in, SEALED_BYTES);
            }
            return SEALED_BYTES / ((System.nanoTime() - began) / 1e9);
        }
    }

    /** So many pictures of a usual size, opened and checked one after the other: none of those who ask at once waits for longer. Seconds. */
    double showing(int pictures) throws IOException {
        var shown = Files.createTempDirectory(folder, "shown");
        try (var key = MeetingKey.found(shown.resolve("key"), "shown")) {
            var store = new Originals(shown.resolve("pages"), key.blobs());
            var chance = new Random(SEED);
            var ids = new ArrayList<DocumentId>();
            for (int i = 0; i < pictures; i++) {
                var picture = new byte[PICTURE_BYTES];
                chance.nextBytes(picture);
                ids.add(store.keep(new ByteArrayInputStream(picture), PICTURE_BYTES));
            }
            long began = System.nanoTime();
            for (var id : ids) store.verify(id);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    @Override
    public void close() {
        painter.close();
    }
}
