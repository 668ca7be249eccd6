package conclave.appliance.document;

import conclave.document.mask.MaskPlan;
import conclave.document.mask.MaskTrouble;
import conclave.document.render.Level;
import conclave.document.render.PageOrder;
import conclave.document.render.Picture;
import conclave.document.render.RenderedPage;
import conclave.document.render.RenderingProcess;
import conclave.document.render.Troubled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** Draws the pages of a plan into a folder: {@code page-0001.webp}, its zoom level and its thumbnail. */
final class MaskedPages {

    private final Path folder;
    private final MaskPlan plan;
    private final SortedMap<Integer, Unmasked> withheld;

    /** @param withheld pages that are not drawn; those that could not be are added */
    MaskedPages(Path folder, MaskPlan plan, SortedMap<Integer, Unmasked> withheld) {
        this.folder = folder;
        this.plan = plan;
        this.withheld = withheld;
    }

    void draw(RenderingProcess process) throws IOException, MaskTrouble {
        for (int page = 1; page <= plan.pages().size(); page++) {
            if (withheld.containsKey(page)) continue;
            var failed = drawn(process, page);
            if (failed.isPresent()) withheld.put(page, failed.get());
        }
    }

    private Optional<Unmasked> drawn(RenderingProcess process, int page) throws IOException, MaskTrouble {
        try {
            var places = plan.page(page).places();
            var reading = process.render(new PageOrder(page, Level.READING, places));
            if (!reading.complete()) return Optional.of(Unmasked.DRAWN_IN_PART);
            var zoom = process.render(new PageOrder(page, Level.ZOOM, places));
            keep(page, reading, zoom);
            return Optional.empty();
        } catch (Troubled e) {
            return Optional.of(Unmasked.NOT_DRAWN);
        }
    }

    private void keep(int page, RenderedPage reading, RenderedPage zoom) throws IOException {
        var name = String.format(Locale.ROOT, "page-%04d", page);
        write(name, reading.page());
        write(name + ".zoom", zoom.page());
        if (reading.thumbnail().isPresent()) write(name + ".thumb", reading.thumbnail().get());
    }

    private void write(String name, Picture picture) throws IOException {
        Files.write(folder.resolve(name + "." + picture.coding().name().toLowerCase(Locale.ROOT)), picture.bytes());
    }
}
