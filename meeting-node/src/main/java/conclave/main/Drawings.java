package conclave.main;

import conclave.document.Marking;
import conclave.document.Originals;
import conclave.document.Printing;
import conclave.document.Printouts;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.document.Shelves;
import conclave.document.mask.FormTemplate;
import conclave.document.mask.FormTemplates;
import conclave.document.mask.MaskTrouble;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Conversion;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.node.House;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this machine draws and reads documents: each in processes of its own. */
final class Drawings implements House.Drawing {

    private static final Logger LOG = LoggerFactory.getLogger(Drawings.class);

    private final Launch launch;
    private final Map<String, FormTemplate> forms;
    private final Optional<Conversion> conversion;

    private Drawings(Launch launch, Map<String, FormTemplate> forms, Optional<Conversion> conversion) {
        this.launch = launch;
        this.conversion = conversion;
        this.forms = forms;
    }

    /** @param forms a folder of form templates, as in {@code docs/formats/mask.md}; need not be there */
    static Drawings of(Path scratch, Path forms) throws IOException {
        var launch = Launch.likeThisProcess(scratch);
        return new Drawings(launch, Files.isDirectory(forms) ? templates(forms) : Map.of(), conversion(scratch));
    }

    /** Office files lie in clear while they are made into pages: in memory, or they are not made. */
    private static Optional<Conversion> conversion(Path scratch) throws IOException {
        var memory = MemoryFolder.of(scratch);
        var found = memory.isPresent() ? Conversion.onThisMachine(memory.get(), Limits.usual()) : Optional.<Conversion>empty();
        if (found.isEmpty()) LOG.info("office files have no pages on this machine: install libreoffice-writer-nogui and libreoffice-calc-nogui");
        return found;
    }

    /** The meeting's own templates, and of this machine's those of kinds for which it has none: as a screener lays them at the venue. */
    static Map<String, FormTemplate> templates(Optional<Path> folder, String own) throws IOException {
        var templates = new HashMap<String, FormTemplate>();
        if (folder.isPresent()) templates.putAll(templates(folder.get()));
        try {
            templates.putAll(FormTemplates.read(own.getBytes(StandardCharsets.UTF_8)).byKind());
            return templates;
        } catch (MaskTrouble e) {
            throw new IOException("the form templates of the meeting cannot be read: " + e.getMessage(), e);
        }
    }

    /** One that cannot be read would leave uncovered what somebody relies on: then the node does not start. */
    static Map<String, FormTemplate> templates(Path folder) throws IOException {
        var templates = new HashMap<String, FormTemplate>();
        try (var files = Files.newDirectoryStream(folder, "*.txt")) {
            for (var file : files) {
                var template = FormTemplate.read(Files.readAllBytes(file));
                if (templates.put(template.kind(), template) != null) throw new IOException("a second form template of one kind: " + file);
            }
        } catch (MaskTrouble e) {
            throw new IOException("a form template in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return templates;
    }

    @Override
    public Rendering of(MeetingKey key, Originals originals, Path folder) throws IOException {
        var printing = Printing.of(originals, new Printouts(folder.resolve("printouts"), key.blobs()), conversion, launch, Limits.usual());
        return new Rendering(printing, Shelves.in(folder, key.blobs()), Rendering.Setup.usual(launch), new DrawingLog());
    }

    @Override
    public Optional<Marking> marking(MeetingKey key, Path folder) throws IOException {
        return Optional.of(new Marking(folder, key.blobs(), Marking.Setup.usual(launch)));
    }

    @Override
    public Optional<Screener> screener(MeetingKey key, Printing printing) {
        var tools = new Screener.Tools(launch, Limits.usual(), ScanReader::onThisMachine, forms);
        return Optional.of(new Screener(printing, tools, new Stamp(key.derive("screening"))));
    }
}
