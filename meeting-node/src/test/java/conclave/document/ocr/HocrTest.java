package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.text.Box;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HocrTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122);
    private static final Placing PLAIN = Placing.turned(1000, 1000, 0);

    @Test
    void charactersWordsAndLinesBecomeATextWithPlaces() {
        var hocr = line(word(at("姓", 100, 100) + at("名", 142, 100)), word(at("𠮷", 300, 100)), word(at("&amp;", 342, 100))) + line(word(at("王", 100, 200)));
        var text = Hocr.understand(3, hocr, PLAIN).text();
        assertEquals("姓名 𠮷&\n王", text.text());
        assertEquals(3, text.page());
        assertEquals(5, text.runs().size());
        // Offsets count code points: the character beyond the basic plane is one.
        var rare = text.runs().get(2);
        assertEquals(3, rare.start());
        assertEquals(4, rare.end());
        assertEquals(new Box(2400, 1000, 3420, 1400), rare.box(), "it reaches to its neighbours, a character and a half at most");
        assertEquals(96, rare.sure());
        var last = text.runs().getLast();
        assertEquals("王", text.text().substring(text.text().offsetByCodePoints(0, last.start())));
    }

    @Test
    void aSpaceStandsOnlyWhereOneIsOnThePaper() {
        assertEquals("汉字", Hocr.understand(1, line(word(at("汉", 100, 100)), word(at("字", 141, 100))), PLAIN).text().text());
        assertEquals("汉 字", Hocr.understand(1, line(word(at("汉", 100, 100)), word(at("字", 190, 100))), PLAIN).text().text());
    }

    @Test
    void whateverComesNothingIsThrownAndPlacesStayOnThePage() {
        var good = line(word(at("姓", 100, 100) + at("名", 142, 100)), word(at("9", 99_999, -5))) + line(word(at("王", 0, 960)));
        var chance = new Random(SEED);
        for (int n = 0; n < 3000; n++) {
            var bad = new StringBuilder(good);
            for (int k = chance.nextInt(6); k >= 0; k--) {
                int place = chance.nextInt(bad.length());
                switch (chance.nextInt(3)) {
                    case 0 -> bad.setCharAt(place, (char) chance.nextInt(1, 128));
                    case 1 -> bad.delete(place, Math.min(bad.length(), place + 1 + chance.nextInt(20)));
                    default -> bad.insert(place, good, 0, chance.nextInt(good.length()));
                }
                if (bad.isEmpty()) bad.append('x');
            }
            var text = Hocr.understand(1, bad.toString(), Placing.turned(1000, 700, chance.nextDouble(-3, 3))).text();
            int length = text.text().codePointCount(0, text.text().length());
            int before = 0;
            for (var run : text.runs()) {
                assertTrue(run.start() >= before && run.end() <= length, "seed " + SEED + ", turn " + n);
                before = run.end();
            }
        }
    }

    static String at(String character, int left, int top) {
        return "<span class='ocrx_cinfo' title='x_bboxes " + left + " " + top + " " + (left + 40) + " " + (top + 40) + "; x_conf 96.4'>" + character + "</span>";
    }

    static String word(String characters) {
        return "<span class='ocrx_word' id='word_1_1' title='bbox 0 0 1 1; x_wconf 96' lang='chi_sim'>" + characters + "</span>\n";
    }

    static String line(String... words) {
        return "<span class='ocr_line' id='line_1_1' title=\"bbox 0 0 1 1; baseline 0 0; x_size 40\">\n" + String.join("", words) + "</span>\n";
    }
}
