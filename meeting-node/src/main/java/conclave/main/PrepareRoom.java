package conclave.main;

import conclave.document.Screener;
import conclave.document.mask.FormTemplate;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an office's machine draws and reads documents: as a node does, without one. */
public final class PrepareRoom implements AutoCloseable {

    private final Path scratch;
    private final ScanReader scans;
    private final Screener.Tools tools;

    private PrepareRoom(Path scratch, ScanReader scans, Screener.Tools tools) {
        this.scratch = scratch;
        this.scans = scans;
        this.tools = tools;
    }

    /** @param forms a folder of form templates; must be there where it is named */
    public static PrepareRoom open(Optional<Path> forms, boolean ocr) throws IOException, InterruptedException {
        var templates = forms.isPresent() ? Drawings.templates(forms.get()) : Map.<String, FormTemplate>of();
        var scans = ocr ? ScanReader.onThisMachine() : ScanReader.without(Doubt.PROGRAM_MISSING);
        var scratch = Files.createTempDirectory("conclave-prepare");
        return new PrepareRoom(scratch, scans, new Screener.Tools(Launch.likeThisProcess(scratch), Limits.usual(), () -> scans, templates));
    }

    public Screener.Tools tools() {
        return tools;
    }

    /** What scans cannot be read without. */
    public List<String> missing() {
        return scans.missing().stream().map(Doubt::name).toList();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(scratch)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
