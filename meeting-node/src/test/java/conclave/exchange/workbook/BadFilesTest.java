package conclave.exchange.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.ExampleSheets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are no workbooks, no longer, or more than that: one clear sentence, never an exception. */
class BadFilesTest {

    private static final byte[] SOUND = SheetWorkbook.export(ExampleSheets.engineers());
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};

    @Test
    void whatIsNoWorkbookIsNotOne() throws IOException {
        said("file-empty", new byte[0]);
        said("not-a-workbook", "编号,名称\nA1,学历\n".getBytes(Charset.forName("GB18030")));
        said("not-a-workbook", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8));
        said("old-excel", Arrays.copyOf(OLE, 4096));
        var locked = Arrays.copyOf(OLE, 4096);
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 1024, name.length);
        said("protected", locked);
        said("file-too-large", new byte[Vetting.LARGEST + 1]);
        said("not-a-workbook", zip("word/document.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
        said("macros", with("xl/vbaProject.bin", new byte[10]));
    }

    @Test
    void aFileThatWasCutOffSaysSo() {
        for (int left : new int[] {5, 30, 1000, SOUND.length / 2, SOUND.length - 1000, SOUND.length - 30}) said("torn", Arrays.copyOf(SOUND, left));
    }

    @Test
    void bombsDoNotGoOff() throws IOException {
        said("bomb", with("xl/media/zeros.bin", new byte[Vetting.UNPACKED + 1]));
        said("bomb", with("xl/worksheets/sheet99.xml", ("<worksheet><sheetData>" + "<row/>".repeat(Vetting.ELEMENTS + 1) + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8)));
        said("torn", with("xl/worksheets/sheet99.xml", "<a>".repeat(200_000).getBytes(StandardCharsets.UTF_8)));
        said("torn", with("xl/worksheets/sheet99.xml", """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>""".getBytes(StandardCharsets.UTF_8)));
        said("bomb", with("xl/worksheets/sheet99.xml", ("<a>" + "<f t=\"array\" ref=\"A1\"/>".repeat(Vetting.ARRAYS + 1) + "</a>").getBytes(StandardCharsets.UTF_8)));
        said("torn", with("xl/worksheets/sheet99.xml", "<a>".getBytes(StandardCharsets.UTF_16)));
        said("torn", with("xl/worksheets/sheet99.xml", "<?xml version=\"1.0\" encoding=\"IBM037\"?><a/>".getBytes(StandardCharsets.UTF_8)));
        var parts = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(parts)) {
            for (int i = 0; i <= Vetting.PARTS; i++) zip.putNextEntry(new ZipEntry("xl/media/" + i));
        }
        said("bomb", parts.toByteArray());
    }

    @Test
    void aFlippedBitIsAFindingOrNothing() {
        for (long seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            var file = SOUND.clone();
            for (int i = 1 + chance.nextInt(4); i > 0; i--) file[chance.nextInt(file.length)] ^= (byte) (1 << chance.nextInt(8));
            sound(file, "seed " + seed);
        }
    }

    @Test
    void marksThatAreOutOfPlaceAreAFindingOrNothing() throws IOException {
        for (long seed = 0; seed < 150; seed++) {
            var chance = new Random(seed);
            sound(rewritten(chance), "seed " + seed);
        }
    }

    /** One part of the workbook with characters changed inside, so that the package is whole and its content is not. */
    private static byte[] rewritten(Random chance) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(SOUND)); var zip = new ZipOutputStream(out)) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                var content = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(part.getName()));
                if (chance.nextInt(4) == 0) scratch(content, chance);
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    /** Digits, letters and signs for others of their kind: what stays well-formed goes deepest. */
    private static void scratch(byte[] content, Random chance) {
        for (int i = 1 + chance.nextInt(5); i > 0; i--) {
            var at = chance.nextInt(content.length);
            if (Character.isDigit(content[at])) content[at] = (byte) ('0' + chance.nextInt(10));
            else if (Character.isLetter(content[at])) content[at] = (byte) ('a' + chance.nextInt(26));
            else if (chance.nextInt(6) == 0) content[at] = (byte) chance.nextInt(128);
        }
    }

    private static void sound(byte[] file, String message) {
        var loaded = SheetWorkbook.load(file);
        assertEquals(loaded.compiled().isPresent(), loaded.findings().stream().noneMatch(CellFinding::error), message);
        SheetWorkbook.marked(file, loaded.findings());
    }

    private static byte[] with(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(SOUND)); var zip = new ZipOutputStream(out)) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(in.readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static void said(String rule, byte[] file) {
        var loaded = SheetWorkbook.load(file);
        assertEquals(List.of(rule), loaded.findings().stream().map(CellFinding::rule).toList());
        assertTrue(loaded.findings().getFirst().error() && loaded.sheet().isEmpty());
        assertTrue(SheetWorkbook.marked(file, loaded.findings()).isEmpty());
    }
}
