package conclave.appliance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked out by hand for rates that are easy to reckon with. */
class ProjectionTest {

    private static final double CLOSE = 1e-9;

    @Test
    void hoursAreSecondsOfAllKindsOverTheCores() {
        var drawn = new EnumMap<PageKind, Double>(PageKind.class);
        var bytes = new EnumMap<PageKind, Double>(PageKind.class);
        for (var kind : PageKind.values()) {
            drawn.put(kind, 10.0);
            bytes.put(kind, 200_000.0);
        }
        var projection = new Projection(drawn, bytes, 0.5, 100e6);
        assertEquals(1.35 * 150_000 / 10 / 8 / 3600, projection.drawingHours(150_000, 8), CLOSE);
        assertEquals(projection.drawingHours(150_000, 2) / 8, projection.drawingHours(150_000, 16), CLOSE);
        assertEquals(0.7 * 150_000 / 0.5 / 2 / 3600, projection.ocrHours(150_000, 2), CLOSE);
        assertEquals(1.35 * 150_000 * 200_000, projection.pictureBytes(150_000), 1);
        assertEquals(1.35 * 30e9 / 100e6 / 3600, projection.sealingHours(150_000), CLOSE);
        assertEquals(150_000 * (0.6 * 1 + 0.4 * 12 * 2) / 3600, Projection.personHours(150_000), CLOSE);
    }

    /** A kind that this machine cannot make is not free of cost. */
    @Test
    void whatWasNotMeasuredCountsAsTheSlowest() {
        var projection = new Projection(Map.of(PageKind.TEXT, 20.0, PageKind.JPEG, 5.0), Map.of(PageKind.TEXT, 100.0, PageKind.JPEG, 300.0), 1, 1);
        assertEquals(1.35 * (30 / 20.0 + 70 / 5.0) / 3600, projection.drawingHours(100, 1), CLOSE);
        assertEquals(1.35 * (30 * 100 + 70 * 300), projection.pictureBytes(100), CLOSE);
    }
}
