package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Boxes are where the glyphs are drawn: all ink of a word lies in its boxes, and there is ink in each of them. */
class BoxesTest {

    private static final float DPI = 60;

    private record Sheet(int rotation, PDRectangle media, PDRectangle crop, float userUnit) {
    }

    @Test
    void theInkOfAWordLiesInItsBoxesHoweverThePageIsTurnedAndCut() throws Exception {
        for (int rotation : new int[] {0, 90, 180, -90}) {
            for (var sheet : List.of(new Sheet(rotation, PDRectangle.A4, PDRectangle.A4, 1),
                    new Sheet(rotation, new PDRectangle(-100, -50, 700, 900), new PDRectangle(30, 200, 480, 420), 2))) {
                inkIsInBoxes(sheet, Paper.words("Wgjy_Q9", 120, 400, 24));
                inkIsInBoxes(sheet, Paper.words("Wgjy_Q9", 120, 400, 24).replace("/F 24 Tf", "/F 24 Tf 140 Tz 5 Ts"));
                inkIsInBoxes(sheet, "q 0.8 0.4 -0.4 0.8 250 100 cm /X Do Q\n");
            }
        }
    }

    @Test
    void writingFromTheTopDownHasItsBoxesInAColumn() throws Exception {
        try (var paper = new Paper()) {
            paper.page(Paper.chinese("机密文件", 300, 700, 24, "V"));
            var text = Paper.read(paper.saved()).texts().getFirst();
            assertEquals("机密文件", text.text());
            for (int i = 1; i < 4; i++) {
                var above = text.runs().get(i - 1).box();
                var below = text.runs().get(i).box();
                assertTrue(above.top() < below.top() && Math.abs(above.left() - below.left()) < 5, above + " " + below);
            }
        }
    }

    @Test
    void arabicLettersAreReadFromTheirBeginningHoweverTheyWereDrawn() throws Exception {
        var name = "گۈلنار";
        for (boolean backwards : new boolean[] {false, true}) {
            try (var paper = new Paper()) {
                paper.fonts.getCOSDictionary(COSName.F).setItem("ToUnicode", paper.stream("""
                        /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 6 beginbfchar
                        <41> <06AF> <42> <06C8> <43> <0644> <44> <0646> <45> <0627> <46> <0631> endbfchar endcmap"""));
                paper.page(letters(backwards) + Paper.words("xyz", 100, 600, 12));
                assertTrue(Paper.layers(Paper.read(paper.saved())).stream().anyMatch(text -> text.contains(name)), Paper.layers(Paper.read(paper.saved())).toString());
            }
        }
    }

    /** The first letter stands at the right. */
    private static String letters(boolean backwards) {
        var drawn = new ArrayList<String>();
        for (int i = 0; i < 6; i++) drawn.add(Paper.words(String.valueOf((char) ('A' + i)), 300 - 8.2 * i, 700, 12));
        return String.join("", backwards ? drawn.reversed() : drawn);
    }

    @Test
    void whatIsTypedOverAnImageOfTheSameWordsHasTheSameBoxesWhetherItIsSeenOrNot() throws Exception {
        try (var paper = new Paper()) {
            paper.page("3 Tr " + Paper.words("Zhao", 100, 700, 12));
            paper.page("0 Tr " + Paper.words("Zhao", 100, 700, 12));
            var texts = Paper.read(paper.saved()).texts();
            assertEquals(texts.getFirst().runs(), texts.getLast().runs());
        }
    }

    @Test
    void aWordAnywhereOnThePageIsFoundByOneOfTheViews() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            try (var paper = new Paper()) {
                var page = paper.page(scattered(random));
                page.setRotation(90 * random.nextInt(4));
                boolean found = Paper.layers(Paper.read(paper.saved())).stream().anyMatch(text -> text.replaceAll("\\s", "").contains("ZHAO2024CANARY"));
                assertTrue(found, "seed " + seed);
            }
        }
    }

    /** One line in pieces of any size, some drawn twice, in any order among other lines. */
    private static String scattered(Random random) {
        var pieces = new ArrayList<String>();
        int size = 8 + random.nextInt(12);
        double x = 80;
        double y = 300 + random.nextInt(200);
        var word = "ZHAO2024CANARY";
        for (int at = 0; at < word.length(); ) {
            int end = Math.min(word.length(), at + 1 + random.nextInt(5));
            var piece = Paper.words(word.substring(at, end), x, y + 0.1 * size * (random.nextDouble() - 0.5), size);
            pieces.add(piece);
            if (random.nextBoolean()) pieces.add(piece.replaceFirst(" Td", " Td 0.05 0 Td"));
            x += (end - at) * 0.85 * size;
            at = end;
        }
        for (int line = 0; line < 6; line++) pieces.add(Paper.words("other words stand here", 60 + random.nextInt(80), y + (line - 2.5) * 2.5 * size, size));
        Collections.shuffle(pieces, random);
        return String.join("", pieces);
    }

    private static void inkIsInBoxes(Sheet sheet, String contents) throws Exception {
        byte[] file;
        try (var paper = new Paper()) {
            paper.things.setItem("X", paper.form(Paper.words("Wgjy_Q9", 120, 240, 24)));
            var page = paper.page(contents);
            page.setMediaBox(sheet.media());
            page.setCropBox(sheet.crop());
            page.getCOSObject().setInt(COSName.ROTATE, sheet.rotation());
            page.setUserUnit(sheet.userUnit());
            file = paper.saved();
        }
        var runs = Paper.read(file).texts().getFirst().runs();
        assertEquals(7, runs.size(), sheet + contents);
        var picture = drawn(file);
        for (var run : runs) assertTrue(ink(picture, run.box(), false) > 0, () -> "nothing is drawn in " + run + " on " + sheet);
        for (var run : runs) ink(picture, run.box(), true);
        assertFalse(hasInk(picture), () -> "there is ink outside of the boxes on " + sheet + contents);
    }

    private static BufferedImage drawn(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, DPI, ImageType.GRAY);
        }
    }

    /** An edge of one pixel belongs to the box. */
    private static int ink(BufferedImage picture, Box box, boolean takenAway) {
        int ink = 0;
        for (int y = Math.max(0, at(box.top(), picture.getHeight()) - 1); y < Math.min(picture.getHeight(), at(box.bottom(), picture.getHeight()) + 2); y++) {
            for (int x = Math.max(0, at(box.left(), picture.getWidth()) - 1); x < Math.min(picture.getWidth(), at(box.right(), picture.getWidth()) + 2); x++) {
                if (!isDark(picture, x, y)) continue;
                ink++;
                if (takenAway) picture.setRGB(x, y, 0xFFFFFF);
            }
        }
        return ink;
    }

    private static int at(int part, int side) {
        return part * side / Box.WHOLE;
    }

    private static boolean isDark(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xff) < 160;
    }

    private static boolean hasInk(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isDark(picture, x, y)) return true;
            }
        }
        return false;
    }
}
