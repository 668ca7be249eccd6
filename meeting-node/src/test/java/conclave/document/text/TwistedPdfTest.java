package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;

class TwistedPdfTest {

    private static final int TWISTS = Integer.getInteger("conclave.twists", 80);

    @Test
    void aTwistedPdfIsReadOrRefusedAndNothingElse() throws Exception {
        var plain = new ByteArrayOutputStream();
        try (var paper = new Paper()) {
            paper.things.setItem("X", paper.form(Paper.words("in a form", 100, 300, 12)));
            paper.page(Paper.words("ordinary words", 100, 700, 12) + Paper.chinese("申报材料", 100, 600, 12, "H") + "/X Do\n");
            paper.page("3 Tr " + Paper.chinese("申报材料", 300, 600, 12, "V"));
            paper.pdf.getDocumentInformation().setAuthor("冯一");
            paper.pdf.save(plain, CompressParameters.NO_COMPRESSION);
        }
        int read = 0;
        for (long seed = 1; seed <= TWISTS; seed++) {
            var random = new Random(seed);
            var twisted = Arrays.copyOf(plain.toByteArray(), plain.size() - (random.nextInt(4) == 0 ? random.nextInt(plain.size() - 100) : 0));
            for (int i = 0; i < 1 + random.nextInt(8); i++) twisted[8 + random.nextInt(twisted.length - 8)] = (byte) (random.nextBoolean() ? random.nextInt() : '0' + random.nextInt(10));
            if (isRead(twisted, seed)) read++;
        }
        assertTrue(read > TWISTS / 2, "read " + read);
    }

    private static boolean isRead(byte[] twisted, long seed) {
        try {
            Documents.read(ByteBuffer.wrap(twisted), Bounds.usual(10), _ -> { });
            return true;
        } catch (Unreadable e) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
