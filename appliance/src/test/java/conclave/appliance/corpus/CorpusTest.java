package conclave.appliance.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusTest {

    @Test
    void theUsualCorpusHasTwoHundredAnswersOfSixKindsAndNamesOfEveryScript() throws IOException {
        var corpus = Corpus.of(7, Corpus.USUAL_PAGES);
        var planted = IntStream.rangeClosed(1, Corpus.USUAL_PAGES).mapToObj(corpus::page).flatMap(page -> page.written().stream()).toList();
        assertTrue(planted.size() >= 200, planted.size() + " identifiers");
        assertEquals(6, planted.stream().map(Corpus.Written::kind).distinct().count());
        assertTrue(planted.stream().anyMatch(it -> it.value().contains("·")));
        assertTrue(planted.stream().anyMatch(it -> it.value().matches("\\p{IsHan}{2,3}")));
    }

    @Test
    void everythingPlantedStandsInTheTextLayer() throws IOException {
        var corpus = Corpus.of(7, 4);
        for (int number = 1; number <= 4; number++) {
            var page = corpus.page(number);
            for (var written : page.written()) {
                var text = page.text();
                var there = text.substring(text.offsetByCodePoints(0, written.start()), text.offsetByCodePoints(0, written.end()));
                assertEquals(written.value(), there.replace("\n", ""), "page " + number);
            }
        }
    }

    @Test
    void equalSeedsGiveEqualPixelsAndOthersDoNot() throws IOException {
        var page = Corpus.of(7, 2).scan(2, Variant.NOISY);
        var again = Corpus.of(7, 2).scan(2, Variant.NOISY);
        assertArrayEquals(pixels(page), pixels(again));
        assertEquals(page.planted(), again.planted());
        assertNotEquals(page.people(), Corpus.of(8, 2).scan(2, Variant.NOISY).people());
    }

    @Test
    void aSealLiesOnSomethingAndATiltedPageKnowsWhereItsWordsWent() throws IOException {
        var corpus = Corpus.of(7, 2);
        assertFalse(corpus.scan(2, Variant.SEALED).sealed().isEmpty());
        assertNotEquals(corpus.scan(2, Variant.CLEAN).planted(), corpus.scan(2, Variant.SKEWED).planted());
    }

    private static byte[] pixels(Corpus.ScannedPage page) {
        return ((DataBufferByte) page.image().getRaster().getDataBuffer()).getData();
    }
}
