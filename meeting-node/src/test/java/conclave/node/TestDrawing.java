package conclave.node;

import conclave.document.DrawingEvents;
import conclave.document.Marking;
import conclave.document.Originals;
import conclave.document.Printing;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.document.Shelves;
import conclave.document.ocr.Doubt;
import conclave.document.ocr.ScanReader;
import conclave.document.render.Launch;
import conclave.document.render.Limits;
import conclave.seal.MeetingKey;
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Draws in real processes, and screens where the test is about that. */
record TestDrawing(boolean screens, Path scratch) implements House.Drawing {

    @Override
    public Rendering of(MeetingKey key, Originals originals, Path place) throws IOException {
        return new Rendering(originals, Shelves.in(place, key.blobs()), Rendering.Setup.usual(launch()), new DrawingEvents() { });
    }

    @Override
    public Optional<Screener> screener(MeetingKey key, Printing printing) throws IOException {
        if (!screens) return Optional.empty();
        var tools = new Screener.Tools(launch(), Limits.usual(),
                () -> ScanReader.without(Doubt.PROGRAM_MISSING), Map.of());
        return Optional.of(new Screener(printing, tools, new Stamp(key.derive("screening"))));
    }

    @Override
    public Optional<Marking> marking(MeetingKey key, Path folder) throws IOException {
        return Optional.of(new Marking(folder, key.blobs(), Marking.Setup.usual(launch())));
    }

    private Launch launch() throws IOException {
        return Launch.likeThisProcess(Files.createDirectories(scratch));
    }
}
