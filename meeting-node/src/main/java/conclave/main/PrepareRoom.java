package conclave.main;

import conclave.document.Screener;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.workshop.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How an office's machine draws, prints and reads documents: as a node does, without one. */
public final class PrepareRoom implements AutoCloseable {

    private final Path scratch;
    private final Optional<Machine> memory;
    private final ScanReader scans;
    private final Screener.Tools tools;

    private PrepareRoom(Path scratch, Optional<Machine> memory, ScanReader scans, Screener.Tools tools) {
        this.scratch = scratch;
        this.memory = memory;
        this.scans = scans;
        this.tools = tools;
    }

    /**
     * @param forms a folder of form templates of this machine; must be there where it is named
     * @param own templates of the meeting, which count before those
     */
    public static PrepareRoom open(Optional<Path> forms, String own, boolean ocr) throws IOException, InterruptedException {
        var templates = Drawings.templates(forms, own);
        var scans = ocr ? ScanReader.onThisMachine() : ScanReader.without(Doubt.PROGRAM_MISSING);
        var scratch = Files.createTempDirectory("conclave-prepare");
        var memory = memory(scratch);
        var conversion = memory.flatMap(place -> Conversion.onThisMachine(place.folder(), Limits.usual()));
        return new PrepareRoom(scratch, memory, scans, new Screener.Tools(Launch.likeThisProcess(scratch), Limits.usual(), () -> scans, templates, conversion));
    }

    /** Office files lie in clear while they are printed: in memory, or they are left to the venue. What a killed process left is taken away. */
    private static Optional<Machine> memory(Path scratch) throws IOException {
        var shared = MemoryFolder.shared(scratch);
        if (shared.isEmpty()) return Optional.empty();
        Machine.sweep(shared.get());
        return Optional.of(Machine.in(shared.get()));
    }

    public Screener.Tools tools() {
        return tools;
    }

    /** Whether office files have pages here. */
    public boolean prints() {
        return tools.conversion().isPresent();
    }

    /** What scans cannot be read without. */
    public List<String> missing() {
        return scans.missing().stream().map(Doubt::name).toList();
    }

    @Override
    public void close() throws IOException {
        if (memory.isPresent()) memory.get().close();
        try (var files = Files.walk(scratch)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
