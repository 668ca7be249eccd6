package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PictureDataTest {

    @Test
    void whatACameraNotesIsFoundAndThePictureIsForOcr() throws Exception {
        for (var picture : List.of(PictureFixtures.jpeg("吴一·买买提"), PictureFixtures.tiff("吴一·买买提"),
                PictureFixtures.png("eXIf", PictureFixtures.tiff("吴一·买买提")), PictureFixtures.png("tEXt", "Author\0吴一·买买提".getBytes(StandardCharsets.UTF_8)),
                PictureFixtures.png("zTXt", packed("吴一·买买提")), PictureFixtures.png("iTXt", "Author\0\0\0zh\0作者\0吴一·买买提".getBytes(StandardCharsets.UTF_8)))) {
            var reading = Paper.read(picture);
            assertTrue(Paper.at(reading, HidingPlace.PICTURE_DATA).contains("吴一·买买提"), reading.hidden().toString());
            assertEquals(Set.of(NeedsOcr.ONLY_A_PICTURE), reading.needsOcr().get(1));
        }
    }

    @Test
    void whatStandsBehindAPictureIsSeen() throws Exception {
        var out = new ByteArrayOutputStream();
        out.write(PictureFixtures.jpeg("x"));
        out.write("and then came Wu2".getBytes(StandardCharsets.UTF_8));
        assertTrue(Paper.at(Paper.read(out.toByteArray()), HidingPlace.BEHIND_THE_END).contains("Wu2"));
        var telephone = new ByteArrayOutputStream();
        telephone.write(PictureFixtures.jpeg("x"));
        telephone.write(PictureFixtures.jpeg("吴四的小图片"));
        var reading = Paper.read(telephone.toByteArray());
        assertEquals(Set.of(Unread.STORED_THUMBNAIL), reading.unread());
        assertTrue(Paper.at(reading, HidingPlace.BEHIND_THE_END).contains("吴四的小图片"));
    }

    @Test
    void aPictureThatIsAlsoAPdfIsNeither() throws Exception {
        var both = new ByteArrayOutputStream();
        both.write(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE, 0, 10});
        both.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        assertThrows(Unreadable.class, () -> Paper.read(both.toByteArray()));
    }

    @Test
    void textIsReadInTheCodingsOfOffices() throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            assertEquals("郑一，身份证号", Paper.layers(Paper.read("郑一，身份证号".getBytes(charset))).getFirst().replace("\uFEFF", ""));
        }
        assertThrows(Unreadable.class, () -> Paper.read(new byte[] {1, 2, 3, 0, (byte) 0xFF}));
        assertThrows(Unreadable.class, () -> Paper.read(new byte[0]));
    }

    @Test
    void anOldOfficeFileIsCombedForWords() throws Exception {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        out.write(new byte[505]);
        out.write("王一的申报材料".getBytes(StandardCharsets.UTF_16LE));
        out.write(new byte[9]);
        out.write("narrow Wang2".getBytes(StandardCharsets.US_ASCII));
        var reading = Paper.read(out.toByteArray());
        assertTrue(Paper.layers(reading).getFirst().contains("王一的申报材料") && Paper.layers(reading).getFirst().contains("narrow Wang2"));
        assertEquals(Set.of(Unread.OLD_FORMAT), reading.unread());
        out.write("\0\0EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        var locked = assertThrows(Unreadable.class, () -> Paper.read(out.toByteArray()));
        assertEquals(Unreadable.Reason.ENCRYPTED, locked.reason());
    }

    @Test
    void twistedPicturesNeverEndWithSomethingElseThanAFinding() throws Exception {
        for (var picture : List.of(PictureFixtures.jpeg("吴三"), PictureFixtures.tiff("吴三"), PictureFixtures.png("zTXt", packed("吴三")))) {
            for (long seed = 1; seed <= 150; seed++) {
                var random = new Random(seed);
                var twisted = Arrays.copyOf(picture, picture.length - random.nextInt(20));
                for (int i = 0; i < 4; i++) twisted[4 + random.nextInt(twisted.length - 4)] = (byte) random.nextInt();
                read(twisted, seed);
            }
        }
    }

    private static void read(byte[] twisted, long seed) {
        try {
            Documents.read(ByteBuffer.wrap(twisted), Bounds.usual(10), _ -> { });
        } catch (Unreadable e) {
            assertTrue(e.reason() != null, "seed " + seed);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] packed(String words) throws Exception {
        var out = new ByteArrayOutputStream();
        out.write("Author\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var packed = new DeflaterOutputStream(out)) {
            packed.write(words.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
