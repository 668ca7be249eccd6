package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfficeReadingTest {

    @Test
    void aNameIsFoundWhereverItHidesInAWordDocument() throws Exception {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", OfficeFixtures.xml("<Types/>"));
        parts.put("word/document.xml", OfficeFixtures.document(OfficeFixtures.paragraph("钱", "学", "一在正文")
                + "<w:p><w:ins w:author='钱二'><w:r><w:t>钱三</w:t></w:r></w:ins><w:del w:author='钱四'><w:r><w:delText>钱五</w:delText></w:r></w:del></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>钱六</w:t></w:r><w:r><w:t>看得见</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>前</w:t></w:r><w:r><w:txbxContent>" + OfficeFixtures.paragraph("钱七") + "</w:txbxContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
                + "<w:p><w:r><w:instrText>HYPERLINK mailto:qian8@x</w:instrText></w:r><w:drawing><wp:docPr xmlns:wp='p' name='图' descr='钱九'/></w:drawing></w:p>"));
        parts.put("word/header1.xml", OfficeFixtures.word("hdr", OfficeFixtures.paragraph("钱十")));
        parts.put("word/footnotes.xml", OfficeFixtures.word("footnotes", OfficeFixtures.paragraph("钱十一")));
        parts.put("word/comments.xml", OfficeFixtures.word("comments", "<w:comment w:author='钱十二'>" + OfficeFixtures.paragraph("钱十三") + "</w:comment>"));
        parts.put("docProps/core.xml", OfficeFixtures.xml("<c xmlns:d='d'><d:creator>钱十四</d:creator></c>"));
        parts.put("word/_rels/document.xml.rels", OfficeFixtures.xml("<R><Relationship Target='file:///D:/材料/qian15.doc'/></R>"));
        parts.put("word/media/image1.jpeg", PictureFixtures.jpeg("钱十六"));
        parts.put("word/embeddings/inner.xlsx", OfficeFixtures.zip(Map.of("xl/worksheets/sheet1.xml",
                OfficeFixtures.sheet("", "<row><c t='inlineStr'><is><t>钱十七</t></is></c></row>"))));
        parts.put("word/embeddings/old.bin", "....钱十八....".getBytes(StandardCharsets.UTF_16LE));
        parts.put("word/unheard_of.xml", OfficeFixtures.xml("<x>钱十九</x>"));
        parts.put("word/qian20.xml", OfficeFixtures.xml("<x/>"));
        var reading = Paper.read(OfficeFixtures.zip(parts));
        hides(reading, Map.ofEntries(Map.entry("钱二", HidingPlace.TRACKED_CHANGE), Map.entry("钱三", HidingPlace.TRACKED_CHANGE),
                Map.entry("钱四", HidingPlace.TRACKED_CHANGE), Map.entry("钱五", HidingPlace.TRACKED_CHANGE), Map.entry("钱六", HidingPlace.HIDDEN_TEXT),
                Map.entry("钱七", HidingPlace.TEXT_BOX), Map.entry("qian8@x", HidingPlace.LINK), Map.entry("钱九", HidingPlace.ALTERNATE_TEXT),
                Map.entry("钱十", HidingPlace.HEADER_OR_FOOTER), Map.entry("钱十一", HidingPlace.FOOTNOTE), Map.entry("钱十二", HidingPlace.COMMENT),
                Map.entry("钱十三", HidingPlace.COMMENT), Map.entry("钱十四", HidingPlace.PROPERTIES), Map.entry("qian15", HidingPlace.LINK),
                Map.entry("钱十六", HidingPlace.PICTURE_DATA), Map.entry("钱十七", HidingPlace.ATTACHMENT), Map.entry("钱十八", HidingPlace.ATTACHMENT),
                Map.entry("钱十九", HidingPlace.OTHER), Map.entry("qian20", HidingPlace.FILE_NAME)));
        var body = Paper.layers(reading).getFirst();
        assertTrue(body.startsWith("钱学一在正文\n钱三\n"), body);
        assertTrue(body.contains("前后\n"), "a box does not tear its paragraph: " + body);
        assertFalse(body.contains("钱五"), "what was deleted is not shown");
        assertEquals(Set.of(NeedsOcr.PICTURE), reading.needsOcr().get(1));
    }

    @Test
    void aNameIsFoundWhereverItHidesInAWorkbook() throws Exception {
        var reading = Paper.read(OfficeFixtures.zip(Map.ofEntries(
                Map.entry("xl/workbook.xml", OfficeFixtures.xml("<workbook xmlns:r='r'><sheets><sheet name='表一' r:id='rId1'/><sheet name='孙二' state='veryHidden' r:id='rId2'/>"
                        + "</sheets><definedNames><definedName name='孙三'>Sheet1!A1</definedName></definedNames></workbook>")),
                Map.entry("xl/_rels/workbook.xml.rels", OfficeFixtures.xml("<R><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='rId2' Target='worksheets/sheet2.xml'/></R>")),
                Map.entry("xl/sharedStrings.xml", OfficeFixtures.xml("<sst><si><t>孙</t><r><t>四</t></r><rPh><t>sunsi</t></rPh></si><si><t>孙五</t></si><si><t>姓名</t></si></sst>")),
                Map.entry("xl/worksheets/sheet1.xml", OfficeFixtures.sheet("<cols><col min='3' max='3' hidden='1'/></cols>",
                        "<row><c t='s'><v>2</v></c><c t='s'><v>0</v></c><c r='C1' t='str'><v>孙六</v></c></row>"
                                + "<row hidden='1'><c><v>13999999999</v></c></row><row><c><f>\"孙七\"&amp;A1</f><v>1.3999999998E10</v></c></row>")),
                Map.entry("xl/worksheets/sheet2.xml", OfficeFixtures.sheet("", "<row><c t='inlineStr'><is><t>孙八</t></is></c></row>")),
                Map.entry("xl/comments1.xml", OfficeFixtures.xml("<comments><authors><author>孙九</author></authors><comment><text><r><t>孙十</t></r></text></comment></comments>")),
                Map.entry("xl/drawings/drawing1.xml", OfficeFixtures.xml("<d><a:t xmlns:a='a'>孙十一</a:t></d>")))));
        hides(reading, Map.ofEntries(Map.entry("孙二", HidingPlace.SHEET_NAME), Map.entry("孙三", HidingPlace.DEFINED_NAME),
                Map.entry("孙五", HidingPlace.UNUSED), Map.entry("孙六", HidingPlace.HIDDEN_CELLS), Map.entry("13999999999", HidingPlace.HIDDEN_CELLS),
                Map.entry("孙七", HidingPlace.SCRIPT), Map.entry("孙八", HidingPlace.HIDDEN_SHEET), Map.entry("孙九", HidingPlace.COMMENT),
                Map.entry("孙十", HidingPlace.COMMENT), Map.entry("孙十一", HidingPlace.OTHER)));
        assertEquals(List.of("姓名\t孙四\t\n13999999998\t\n"), Paper.layers(reading));
    }

    @Test
    void bombsEndWithAFindingAndTheRestIsRead() throws Exception {
        var bomb = new byte[33 << 20];
        Arrays.fill(bomb, (byte) ' ');
        var entities = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/hostname'>]>";
        var reading = Paper.read(OfficeFixtures.zip(Map.of("word/document.xml", OfficeFixtures.document(OfficeFixtures.paragraph("李一")),
                "word/bomb.xml", bomb, "word/header1.xml", (entities + "<w>李二&b;&c;</w>").getBytes(StandardCharsets.UTF_8),
                "word/deep.xml", OfficeFixtures.xml("<a>".repeat(5000)))));
        assertEquals(List.of("李一\n"), Paper.layers(reading));
        assertTrue(reading.unread().containsAll(Set.of(Unread.TOO_LARGE, Unread.DAMAGED)), reading.unread().toString());
        assertTrue(Paper.at(reading, HidingPlace.HEADER_OR_FOOTER).contains("李二"), "what cannot be read as it should is shown as it stands");
        assertFalse(Paper.at(reading, HidingPlace.HEADER_OR_FOOTER).contains("aaaaaaaaaaaaaaaaaaaa"), "and no entity is put in");
    }

    @Test
    void zipsInsideOfZipsEndSomewhere() throws Exception {
        var inner = "李三".getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth < 5; depth++) inner = OfficeFixtures.zip(Map.of("more.zip", inner));
        assertEquals(Set.of(Unread.TOO_DEEP), Paper.read(inner).unread());
    }

    @Test
    void aFileThatWasCutOffOrTwistedSaysSoOrIsRead() throws Exception {
        var whole = OfficeFixtures.zip(Map.of("word/document.xml", OfficeFixtures.document(OfficeFixtures.paragraph("周一".repeat(300)))));
        assertThrows(Unreadable.class, () -> Paper.read(Arrays.copyOf(whole, whole.length - 30)));
        for (long seed = 1; seed <= 150; seed++) {
            var random = new Random(seed);
            var twisted = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) twisted[4 + random.nextInt(twisted.length - 4)] = (byte) random.nextInt();
            readOrRefuse(twisted, seed);
        }
    }

    @Test
    void whatAFileSaysAndNoPageOfItShowsIsHidden() throws Exception {
        var file = Paper.read(OfficeFixtures.zip(Map.of("word/document.xml", OfficeFixtures.document(OfficeFixtures.paragraph("shown on two lines") + OfficeFixtures.paragraph("褚一")))));
        try (var paper = new Paper()) {
            paper.page(Paper.words("shown on", 100, 700, 12) + Paper.words("two lines", 100, 680, 12));
            var both = file.onPages(Paper.read(paper.saved()));
            assertEquals(List.of(new HiddenText(HidingPlace.NOT_PRINTED, 0, "褚一")),
                    both.hidden().stream().filter(text -> text.place() == HidingPlace.NOT_PRINTED).toList());
            assertFalse(both.texts().getFirst().runs().isEmpty(), "and what is shown has places");
        }
    }

    private static void readOrRefuse(byte[] twisted, long seed) {
        try {
            Documents.read(ByteBuffer.wrap(twisted), Bounds.usual(10), _ -> { });
        } catch (Unreadable e) {
            assertTrue(e.reason() != null, "seed " + seed);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void hides(Reading reading, Map<String, HidingPlace> expected) {
        assertAll(expected.entrySet().stream().map(entry -> () ->
                assertTrue(Paper.at(reading, entry.getValue()).contains(entry.getKey()), entry + " is not in " + Paper.at(reading, entry.getValue()))));
    }
}
