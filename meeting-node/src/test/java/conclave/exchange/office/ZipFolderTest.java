package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips as Windows, macOS and somebody with bad intentions make them. */
class ZipFolderTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path workshop;

    @Test
    void namesInGbkAndInUtf8AreRead() throws IOException, ZipFolder.Refused {
        assertEquals(List.of("张伟/学历证书.pdf", "联通.pdf"), names(zip(GBK, "张伟/学历证书.pdf", "联通.pdf")));
        assertEquals(List.of("阿依古丽·买买提.pdf"), names(zip(StandardCharsets.UTF_8, "阿依古丽·买买提.pdf")));
        assertEquals(List.of("阿依古丽·买买提.pdf"), names(unflagged(zip(StandardCharsets.UTF_8, "阿依古丽·买买提.pdf"))));
        assertEquals(List.of("plain.pdf"), names(zip(GBK, "plain.pdf", "__MACOSX/._plain.pdf", ".DS_Store", "a/")));
        assertEquals("ئايگۈل.pdf", ZipFolder.name("ئايگۈل.pdf".getBytes(StandardCharsets.UTF_8), false));
        assertEquals("张伟\\论文.pdf".replace('\\', '/'), ZipFolder.name("张伟\\论文.pdf".getBytes(GBK), false));
    }

    @Test
    void aZipOfScansIsGatheredLikeAFolder() throws IOException {
        var desk = Desk.of(workshop.resolve("a")).drop("A-001/评审表.pdf").drop("王芳_学历证书.pdf");
        var zip = Files.write(workshop.resolve("扫描.zip"), zip(GBK, "张伟/评审表.pdf", "王芳_学历证书.pdf"));
        var gathered = desk.scansIn(zip).gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        assertEquals(2, gathered.meeting().orElseThrow().files().size());
        var inside = Desk.of(workshop.resolve("b")).put("张伟.zip", zip(GBK, "IMG_1.pdf"));
        assertEquals(List.of(), Desk.said(inside.gather(), true));
    }

    @Test
    void whatLeadsOutOrLinksOrHidesIsRefused() throws IOException {
        for (var name : List.of("../a.pdf", "a/../../b.pdf", "/etc/a.pdf", "C:\\a.pdf", "C:/a.pdf", "..\\a.pdf", "a/./b.pdf", "a\u0000.pdf")) refused(Slip.ZIP_ESCAPE, zip(StandardCharsets.UTF_8, name));
        refused(Slip.ZIP_PASSWORD, changed(zip(GBK, "a.pdf"), 8, 1));
        refused(Slip.ZIP_METHOD, changed(zip(GBK, "a.pdf"), 10, 9));
        refused(Slip.ZIP_LINK, changed(changed(zip(GBK, "a.pdf"), 5, 3), 41, 0xa1));
        var twice = zip(GBK, "a.pdf", "b.pdf");
        refused(Slip.ZIP_TWICE, replaced(twice, "b.pdf", "a.pdf"));
    }

    @Test
    void bombsAreRefusedBeforeAnythingIsUnpacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.pdf"));
            for (int i = 0; i < 80; i++) zip.write(new byte[1 << 20]);
        }
        refused(Slip.ZIP_BOMB, out.toByteArray());
    }

    @Test
    void anEntryThatUnpacksToMoreOrOtherThanItSaysIsAnError() throws IOException, ZipFolder.Refused {
        var sound = zip(GBK, "a.pdf");
        assertEquals("%PDF-1.4 a.pdf", content(sound));
        assertThrows(IOException.class, () -> content(changed(sound, 24, 3)));
        assertThrows(IOException.class, () -> content(changed(sound, 24, 99)));
        assertThrows(IOException.class, () -> content(changed(sound, 16, 0)));
    }

    @Test
    void aTornOrFlippedZipIsRefusedOrReadAndNeverMore() throws IOException {
        var sound = zip(GBK, "张伟/学历证书.pdf", "王芳.pdf");
        for (int left : new int[] {0, 10, 30, sound.length / 2, sound.length - 1}) refused(Slip.ZIP_DAMAGED, Arrays.copyOf(sound, left));
        for (long seed = 0; seed < 3_000; seed++) {
            var chance = new Random(seed);
            var file = sound.clone();
            for (int i = 1 + chance.nextInt(5); i > 0; i--) file[chance.nextInt(file.length)] = (byte) chance.nextInt();
            try (var zip = ZipFolder.open(write(file))) {
                for (var scan : zip.scans()) {
                    try (var in = scan.open()) {
                        assertTrue(in.readAllBytes().length <= 1 << 20, "seed " + seed);
                    } catch (IOException e) {
                        assertTrue(e instanceof Scan.Unreadable, "seed " + seed);
                    }
                }
            } catch (ZipFolder.Refused e) {
                assertTrue(e.slip().name().startsWith("ZIP_"), "seed " + seed);
            }
        }
    }

    @Test
    void aZipThatIsRefusedIsSaidByItsName() throws IOException {
        var desk = Desk.of(workshop).put("张伟.zip", zip(StandardCharsets.UTF_8, "../../a.pdf"));
        assertEquals(List.of("zip-escape 张伟.zip !"), Desk.said(desk.gather(), true));
    }

    private void refused(Slip slip, byte[] zip) throws IOException {
        var file = write(zip);
        var refused = assertThrows(ZipFolder.Refused.class, () -> ZipFolder.open(file).close());
        assertEquals(slip, refused.slip());
    }

    private List<String> names(byte[] zip) throws IOException, ZipFolder.Refused {
        try (var folder = ZipFolder.open(write(zip))) {
            return folder.scans().stream().map(Scan::name).toList();
        }
    }

    private String content(byte[] zip) throws IOException, ZipFolder.Refused {
        try (var folder = ZipFolder.open(write(zip)); var in = folder.scans().getFirst().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path write(byte[] zip) throws IOException {
        return Files.write(workshop.resolve("some.zip"), zip);
    }

    private static byte[] zip(Charset charset, String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, charset)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("%PDF-1.4 " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** One byte of the first entry of the directory. */
    private static byte[] changed(byte[] zip, int at, int value) {
        var copy = zip.clone();
        copy[directory(copy) + at] = (byte) value;
        return copy;
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    /** As macOS writes it: UTF-8 and not a word about it. */
    private static byte[] unflagged(byte[] zip) {
        return changed(zip, 9, 0);
    }

    private static byte[] replaced(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
