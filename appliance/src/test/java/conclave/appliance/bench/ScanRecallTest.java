package conclave.appliance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.appliance.corpus.Corpus;
import conclave.appliance.corpus.Variant;
import conclave.document.ocr.ScanReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few pages of what bench screen counts on many. */
class ScanRecallTest {

    private static final long SEED = 7;

    @Test
    void whatStandsOnScannedPagesIsFoundAndCoveredAndPagesWithSealsGoToAPerson() throws IOException, InterruptedException {
        var reader = ScanReader.onThisMachine();
        boolean there = reader.missing().isEmpty();
        assumeTrue(there || System.getenv("CI") != null, () -> reader.missing().orElseThrow().english());
        assertTrue(there, () -> reader.missing().orElseThrow().english());
        var misses = new ArrayList<String>();
        var recall = new ScanRecall(Corpus.of(SEED, 3), reader, misses::add);
        for (var page : List.of(recall.page(2, Variant.NOISY), recall.page(3, Variant.SKEWED))) {
            assertTrue(page.planted >= 6 && page.found >= page.planted - 1, () -> "seed " + SEED + ": " + misses);
            assertEquals(0, page.falseAlarms, () -> "seed " + SEED + ": " + misses);
        }
        var sealed = recall.page(2, Variant.SEALED);
        assertEquals(1, sealed.sealedQueued);
        assertTrue(sealed.found * 2 > sealed.planted, () -> "seed " + SEED + ": " + misses);
    }

    @Test
    void everyIdentifierOfATextLayerIsFound() throws IOException {
        var misses = new ArrayList<String>();
        TextRecall.add(new Report("screen", new PrintStream(OutputStream.nullOutputStream())), Corpus.of(SEED, 8), 8, misses::add);
        assertEquals(List.of(), misses);
    }
}
