package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of planted texts: all of it is found, at its place and as what it is. */
class PlantedTest {

    @Test
    void everythingIsFoundWhereItStands() throws IOException {
        var sieve = Sieve.of(Somebody.KNOWN);
        var missed = new ArrayList<String>();
        var all = Planted.all();
        for (var planted : all) {
            var hits = sieve.screen(planted.text());
            if (!planted.isIn(hits)) missed.add(planted.line() + " " + planted.start() + "-" + planted.end() + " → " + hits);
        }
        assertEquals(List.of(), missed, () -> String.join("\n", missed));
        assertTrue(all.size() >= 150, "a page of at least 150 lines");
    }
}
