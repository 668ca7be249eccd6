package conclave.exchange.tar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Everything that is not the one form, by kind; nothing but {@link BadTar} comes of it. */
class BadTarTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261121);

    @Test
    void namesThatLeadElsewhere() {
        for (var name : List.of("/etc/passwd", "../x", "data/../../x", "data/..", "./data/x", "data//x", "data/", "~/x", "C:/x", "data\\x", "data/.x", "a b",
                "data/\u00e4", "data/%2e%2e/x", "data/x\n", "con:", "-rf/../x")) {
            refused(TarFault.NAME, Blocks.header(name, 0), Blocks.end());
        }
        refused(TarFault.NAME, Blocks.header("x", 0, 345, "../.."), Blocks.end());
    }

    @Test
    void whatIsNoPlainFile() {
        for (var type : List.of("1", "2", "3", "4", "5", "6", "7", "g", "x", "L", "K", "S", "V", "\0")) {
            refused(TarFault.NOT_A_FILE, Blocks.header("data/x", 0, 156, type), Blocks.end());
        }
    }

    @Test
    void fieldsThatAreOtherwise() {
        refused(TarFault.FIELD, Blocks.header("x", 0, 100, "0004755"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 108, "0001750"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 136, "00000000001"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 157, "/etc/passwd"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 262, " \0"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 265, "root"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 505, "hidden"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 2, "behind the name"), Blocks.end());
    }

    @Test
    void sizesThatLie() {
        for (var size : List.of("\u0080\0\0\0\0\0\0\0\0\0\1\0", "-0000000001\0", "00000000008\0", "         12 ", "000000000000")) {
            refused(TarFault.SIZE_MALFORMED, Blocks.header("x", 0, 124, size), Blocks.end());
        }
        refused(TarFault.FILE_TOO_LARGE, Blocks.header("x", 2L << 30 | 1), Blocks.end());
        refused(TarFault.CUT, Blocks.header("x", 2L << 30), Blocks.end());
        refused(TarFault.CUT, Blocks.header("x", 1025), Blocks.end());
    }

    @Test
    void namesOutOfOrder() {
        refused(TarFault.TWICE, Blocks.header("a", 0), Blocks.header("a", 0), Blocks.end());
        refused(TarFault.UNSORTED, Blocks.header("b", 0), Blocks.header("a", 0), Blocks.end());
        refused(TarFault.FILE_AS_FOLDER, Blocks.header("d/a", 0), Blocks.header("d/a/x", 0), Blocks.end());
        refused(TarFault.FILE_AS_FOLDER, Blocks.header("d/a", 0), Blocks.header("d/a-b", 0), Blocks.header("d/a.b", 0), Blocks.header("d/a/x", 0), Blocks.end());
    }

    @Test
    void anEndThatIsNone() {
        refused(TarFault.CUT);
        refused(TarFault.CUT, new byte[512]);
        refused(TarFault.CUT, Blocks.header("x", 0));
        refused(TarFault.SURPLUS, new byte[512], Blocks.header("x", 0));
        refused(TarFault.SURPLUS, Blocks.end(), new byte[1]);
        refused(TarFault.SURPLUS, Blocks.end(), new byte[9216]);
        refused(TarFault.PADDING, Blocks.header("x", 1), Arrays.copyOf(new byte[] {7, 7}, 512), Blocks.end());
        refused(TarFault.NOT_USTAR, "PK\u0003\u0004".repeat(128).getBytes(StandardCharsets.ISO_8859_1));
        refused(TarFault.NOT_USTAR, Blocks.header("x", 0, 257, "\0\0\0\0\0\0\0\0"), Blocks.end());
        refused(TarFault.FIELD, Blocks.header("x", 0, 257, "ustar  \0"), Blocks.end());
    }

    @Test
    void moreFilesThanTheCap() throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < 4; i++) files.put("f" + i, new byte[0]);
        assertEquals(4, Blocks.read(Blocks.tar(files), new TarCaps(10, 4)).size());
        assertEquals(TarFault.TOO_MANY, assertThrows(BadTar.class, () -> Blocks.read(Blocks.tar(files), new TarCaps(10, 3))).fault());
    }

    /** In a header and in the space behind a file no byte may change; in a file it is the manifest that notices. */
    @Test
    void everyFlippedByteOutsideOfTheFilesIsRefused() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("data/1.pdf", new byte[700]);
        files.put("data/2.pdf", new byte[0]);
        var tar = Blocks.tar(files);
        for (int at = 0; at < tar.length; at++) {
            if (at >= 512 && at < 512 + 700) continue;
            for (int bit = 0; bit < 8; bit++) {
                var changed = tar.clone();
                changed[at] ^= (byte) (1 << bit);
                var place = "byte " + at + " bit " + bit;
                assertThrows(BadTar.class, () -> Blocks.read(changed, TarCaps.PACKAGE), place);
            }
        }
    }

    @Test
    void cutAnywhereItIsCut() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("data/1.pdf", new byte[700]);
        files.put("data/2.pdf", new byte[20]);
        var tar = Blocks.tar(files);
        for (int length = 0; length < tar.length; length++) {
            var cut = Arrays.copyOf(tar, length);
            assertEquals(TarFault.CUT, assertThrows(BadTar.class, () -> Blocks.read(cut, TarCaps.PACKAGE)).fault(), "length " + length);
        }
    }

    /** Rubbish, and tars with a few bytes changed, with their sums made right again now and then. */
    @Test
    void whateverComesNothingElseIsThrown() throws IOException {
        var random = new Random(SEED);
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < 5; i++) files.put("data/" + i + ".pdf", new byte[random.nextInt(1500)]);
        var tar = Blocks.tar(files);
        for (int round = 0; round < 8_000; round++) {
            var bytes = round % 4 == 0 ? new byte[random.nextInt(3000)] : tar.clone();
            if (round % 4 == 0) random.nextBytes(bytes);
            for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                Blocks.read(bytes, TarCaps.PACKAGE);
            } catch (BadTar expected) {
                assertTrue(expected.offset() <= bytes.length, "seed " + SEED + " round " + round);
            } catch (RuntimeException e) {
                fail("seed " + SEED + " round " + round, e);
            }
        }
    }

    /** Names by the hundred thousand cost next to nothing, however they begin. */
    @Test
    void aGreatManyFilesAreReadInNextToNoMemory() throws IOException {
        var reader = new TarReader(new Endless(150_000), TarCaps.PACKAGE);
        int files = 0;
        while (reader.next().isPresent()) files++;
        assertEquals(150_000, files);
    }

    private static void refused(TarFault fault, byte[]... blocks) {
        var tar = Blocks.joined(blocks);
        var bad = assertThrows(BadTar.class, () -> Blocks.read(tar, TarCaps.PACKAGE), fault + " " + new String(tar, 0, Math.min(tar.length, 20), StandardCharsets.ISO_8859_1));
        assertEquals(fault, bad.fault(), bad.getMessage());
    }

    /** Headers of empty files, made while they are read. */
    private static final class Endless extends InputStream {
        private final int files;
        private int next;
        private ByteArrayInputStream block = new ByteArrayInputStream(new byte[0]);

        Endless(int files) {
            this.files = files;
        }

        @Override
        public int read() {
            if (block.available() == 0 && next <= files) {
                block = new ByteArrayInputStream(next == files ? Blocks.end() : TarHeader.of(new TarEntry("data/" + (1_000_000 + next), 0)));
                next++;
            }
            return block.read();
        }

        @Override
        public int read(byte[] into, int at, int length) {
            int first = read();
            if (first < 0) return -1;
            into[at] = (byte) first;
            return 1 + Math.max(0, block.read(into, at + 1, length - 1));
        }
    }
}
