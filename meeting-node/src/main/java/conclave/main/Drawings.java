package conclave.main;

import conclave.document.Marking;
import conclave.document.Originals;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.document.Shelves;
import conclave.document.mask.FormTemplate;
import conclave.document.mask.MaskTrouble;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.node.House;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How this machine draws and reads documents: each in processes of its own. */
final class Drawings implements House.Drawing {

    private final Launch launch;
    private final Map<String, FormTemplate> forms;

    private Drawings(Launch launch, Map<String, FormTemplate> forms) {
        this.launch = launch;
        this.forms = forms;
    }

    /** @param forms a folder of form templates, as in {@code docs/formats/mask.md}; need not be there */
    static Drawings of(Path scratch, Path forms) throws IOException {
        return new Drawings(Launch.likeThisProcess(scratch), Files.isDirectory(forms) ? templates(forms) : Map.of());
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
        return new Rendering(originals, Shelves.in(folder, key.blobs()), Rendering.Setup.usual(launch), new DrawingLog());
    }

    @Override
    public Optional<Marking> marking(MeetingKey key, Path folder) throws IOException {
        return Optional.of(new Marking(folder, key.blobs(), Marking.Setup.usual(launch)));
    }

    @Override
    public Optional<Screener> screener(MeetingKey key, Originals originals) {
        var tools = new Screener.Tools(launch, Limits.usual(), ScanReader::onThisMachine, forms);
        return Optional.of(new Screener(originals, tools, new Stamp(key.derive("screening"))));
    }
}
