package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.document.text.Box;
import org.junit.jupiter.api.Test;

/** The whole way once, with Tesseract itself. */
class ScanReaderTest {

    @Test
    void aPageUpsideDownGoesToAPerson() throws InterruptedException {
        var reader = here();
        var page = new PrintedPage();
        for (int n = 0; n < 6; n++) page.words("主持完成大型灌区续建配套与节水改造工程的设计和现场技术服务", 44, 200, 500 + n * 120);
        assertTrue(reader.read(1, page.image()).doubts().isEmpty());
        assertTrue(reader.read(1, page.tilted(180)).doubts().contains(Doubt.UNCLEAR));
    }

    private static ScanReader here() throws InterruptedException {
        var reader = ScanReader.onThisMachine();
        boolean there = reader.missing().isEmpty();
        assumeTrue(there || System.getenv("CI") != null, () -> reader.missing().orElseThrow().english());
        assertTrue(there, () -> reader.missing().orElseThrow().english());
        return reader;
    }

    @Test
    void aTiltedPageIsReadAndEachWordHasItsPlaceOnThePageAsItIsShown() throws InterruptedException {
        var reader = here();
        var page = new PrintedPage().words("姓名：王建国", 44, 300, 500).words("联系电话：13900001234", 44, 300, 620)
                .words("新疆水利水电勘测设计研究院", 44, 300, 740).words("主持完成大型灌区续建配套与节水改造工程", 44, 300, 860);
        var read = reader.read(4, page.tilted(1.5));
        var text = read.texts().getFirst();
        assertEquals(4, text.page());
        assertTrue(text.text().contains("王建国") && text.text().contains("13900001234"), text.text());
        int start = text.text().codePointCount(0, text.text().indexOf("13900001234"));
        var box = Box.around(text.between(start, start + 11).stream().map(run -> run.box()).toList());
        // The number stands right of the label, turned about the middle of the page with everything else.
        var angle = Math.toRadians(1.5);
        double x = (650 - 827) * Math.cos(angle) - (605 - 1169.5) * Math.sin(angle) + 827;
        double y = (650 - 827) * Math.sin(angle) + (605 - 1169.5) * Math.cos(angle) + 1169.5;
        assertTrue(box.meets(new Box((int) (x * 10_000 / 1654), (int) (y * 10_000 / 2339), (int) (x * 10_000 / 1654) + 60, (int) (y * 10_000 / 2339) + 20)), box::toString);
        assertTrue(box.bottom() - box.top() < 400, "far too high: " + box);
        assertTrue(read.doubts().isEmpty(), () -> read.doubts().toString());
    }
}
