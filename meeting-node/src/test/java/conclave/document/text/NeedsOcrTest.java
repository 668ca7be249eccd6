package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.junit.jupiter.api.Test;

class NeedsOcrTest {

    private static final String WORDS = Paper.words("ordinary words", 100, 700, 12);
    private static final String SCAN = "q 595.276 0 0 841.89 0 0 cm /X Do Q\n";
    /** A letter as a path: more corners than a box. */
    private static final String LETTER = "%d 300 m %1$d 310 l %1$d 312 310 312 310 311 c 311 305 l 312 300 l 313 304 l 314 305 l 312 302 l f\n";

    @Test
    void aPageOfWordsNeedsNone() throws Exception {
        assertEquals(Set.of(), reasons(WORDS));
        assertEquals(Set.of(), reasons("10 10 100 100 re f 0 0 m 500 800 l S " + WORDS));
        assertEquals(Set.of(), reasons(""));
    }

    @Test
    void picturesAreToldApartFromScansAndScansThatAScannerRead() throws Exception {
        assertEquals(Set.of(NeedsOcr.ONLY_A_PICTURE), reasons(SCAN));
        assertEquals(Set.of(NeedsOcr.SCANNERS_TEXT), reasons(SCAN + "3 Tr " + WORDS));
        assertEquals(Set.of(NeedsOcr.PICTURE), reasons(SCAN + WORDS));
        assertEquals(Set.of(NeedsOcr.PICTURE), reasons(WORDS + "q 200 0 0 60 100 100 cm /X Do Q\n"));
    }

    @Test
    void aLogoIsNotWritingButManySmallPicturesMayBe() throws Exception {
        assertEquals(Set.of(), reasons(WORDS + "q 20 0 0 20 100 100 cm /X Do Q\n"));
        assertEquals(Set.of(NeedsOcr.PICTURE), reasons("q 9 0 0 9 100 100 cm /X Do Q\n".repeat(8)));
    }

    @Test
    void lettersTurnedIntoOutlinesAreSeen() throws Exception {
        var name = new StringBuilder();
        for (int x = 300; x < 306; x++) name.append(LETTER.formatted(x));
        assertEquals(Set.of(NeedsOcr.OUTLINES), reasons(WORDS + name));
        assertEquals(Set.of(), reasons(WORDS + LETTER.formatted(300)));
    }

    @Test
    void glyphsThatAreSmallDrawingsAreSeen() throws Exception {
        try (var paper = new Paper()) {
            paper.fonts.setItem("T", drawnLetters(paper));
            paper.page("BT /T 12 Tf 100 700 Td (aa) Tj ET");
            assertTrue(reasons(paper).contains(NeedsOcr.DRAWN_GLYPHS), reasons(paper).toString());
        }
    }

    @Test
    void aFontThatDoesNotSayWhatItsSignsMeanIsNotBelieved() throws Exception {
        try (var paper = new Paper()) {
            paper.fonts.getCOSDictionary(COSName.F).setItem("ToUnicode", paper.stream("""
                    /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
                    2 beginbfchar <41> <E041> <42> <E042> endbfchar endcmap"""));
            paper.page(Paper.words("AB", 100, 700, 12) + Paper.words("words that are plain and long", 100, 650, 12));
            var reading = Paper.read(paper.saved());
            assertEquals(Set.of(NeedsOcr.UNKNOWN_CHARACTERS), reading.needsOcr().get(1));
            assertTrue(reading.texts().getFirst().text().startsWith("\uFFFD\uFFFD"), "and says nothing else instead");
        }
    }

    /** One sign alone, in the middle or at the end of a name, and none that stands before a line of a list. */
    @Test
    void oneSignOfANameThatNoFontExplainsIsNotBelieved() throws Exception {
        var plain = Paper.words("words that are plain and long enough for one sign to be few", 100, 650, 12);
        for (var name : List.of("WanAg", "WangA", "AWang")) assertEquals(Set.of(NeedsOcr.UNKNOWN_CHARACTERS), withoutA(Paper.words(name, 100, 700, 12) + plain), name);
        assertEquals(Set.of(), withoutA(Paper.words("A", 80, 650, 12) + plain), "the mark of a list");
        assertEquals(Set.of(), withoutA(Paper.words("A first", 80, 700, 12) + plain), "the mark of a list with a blank behind it");
    }

    private static Set<NeedsOcr> withoutA(String contents) throws Exception {
        try (var paper = new Paper()) {
            paper.fonts.getCOSDictionary(COSName.F).setItem("ToUnicode", paper.stream("""
                    /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
                    1 beginbfchar <41> <E041> endbfchar 2 beginbfrange <20> <40> <0020> <42> <7E> <0042> endbfrange endcmap"""));
            paper.page(contents);
            return reasons(paper);
        }
    }

    @Test
    void aFontThatSaysOtherLettersThanItDrawsIsNotBelieved() throws Exception {
        for (boolean lies : new boolean[] {false, true}) {
            try (var paper = new Paper()) {
                var codes = paper.embedded("L", "Zhang");
                if (lies) paper.fonts.getCOSDictionary(COSName.getPDFName("L")).setItem("ToUnicode", paper.stream("""
                        /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
                        1 beginbfrange <0000> <FFFF> <4E00> endbfrange endcmap"""));
                paper.page("BT /L 12 Tf 100 700 Td <" + codes + "> Tj ET");
                assertEquals(lies ? Set.of(NeedsOcr.DOUBTFUL_CHARACTERS) : Set.of(), reasons(paper));
            }
        }
    }

    @Test
    void aPageWhoseContentsAreLostIsNotAnEmptyPage() throws Exception {
        try (var paper = new Paper()) {
            var page = paper.page(WORDS);
            page.getCOSObject().setItem(COSName.CONTENTS, new COSObject(COSNull.NULL));
            assertEquals(Set.of(NeedsOcr.UNREAD), reasons(paper));
        }
    }

    @Test
    void whatPatternsAndMasksSayIsNotPassedOver() throws Exception {
        try (var paper = new Paper()) {
            var patterns = new COSDictionary();
            var pattern = paper.form(WORDS);
            pattern.removeItem(COSName.SUBTYPE);
            pattern.setInt("PatternType", 1);
            patterns.setItem("P", pattern);
            var page = paper.page("/Pattern cs /P scn 0 0 600 800 re f");
            var own = new COSDictionary(paper.resources);
            own.setItem(COSName.PATTERN, patterns);
            page.getCOSObject().setItem(COSName.RESOURCES, own);
            var reading = Paper.read(paper.saved());
            assertEquals(Set.of(NeedsOcr.PATTERN), reading.needsOcr().get(1));
            assertTrue(Paper.at(reading, HidingPlace.UNUSED).contains("ordinary words"));
        }
    }

    @Test
    void formsThatDrawEachOtherWithoutEndAreGivenUp() throws Exception {
        try (var paper = new Paper()) {
            var form = paper.form("/Self Do /Self Do");
            paper.things.setItem("Self", form);
            paper.page(WORDS + "/Self Do");
            var reasons = EnumSet.copyOf(reasons(paper));
            assertTrue(reasons.contains(NeedsOcr.TOO_MUCH) || reasons.contains(NeedsOcr.UNREAD), reasons.toString());
        }
    }

    private static Set<NeedsOcr> reasons(String contents) throws Exception {
        try (var paper = new Paper()) {
            paper.things.setItem("X", paper.picture());
            paper.page(contents);
            return reasons(paper);
        }
    }

    private static Set<NeedsOcr> reasons(Paper paper) throws Exception {
        return Paper.read(paper.saved()).needsOcr().getOrDefault(1, Set.of());
    }

    private static COSDictionary drawnLetters(Paper paper) throws Exception {
        var milli = new COSFloat(0.001f);
        var procedures = new COSDictionary();
        procedures.setItem("a", paper.stream("1000 0 0 0 750 750 d1 0 0 750 750 re f"));
        var encoding = new COSDictionary();
        encoding.setItem("Differences", array(COSInteger.get(97), COSName.getPDFName("a")));
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem("FontBBox", array(COSInteger.ZERO, COSInteger.ZERO, COSInteger.get(750), COSInteger.get(750)));
        font.setItem("FontMatrix", array(milli, COSInteger.ZERO, COSInteger.ZERO, milli, COSInteger.ZERO, COSInteger.ZERO));
        font.setItem("CharProcs", procedures);
        font.setItem(COSName.ENCODING, encoding);
        font.setInt(COSName.FIRST_CHAR, 97);
        font.setInt(COSName.LAST_CHAR, 97);
        font.setItem(COSName.WIDTHS, array(COSInteger.get(1000)));
        return font;
    }

    private static COSArray array(COSBase... items) {
        var array = new COSArray();
        List.of(items).forEach(array::add);
        return array;
    }
}
