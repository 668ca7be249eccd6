package conclave.document.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarePageTest {

    private static final long SEED = 20_261_122;

    private static byte[] sent(BarePage page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Wire.write(new DataOutputStream(bytes), page);
        return bytes.toByteArray();
    }

    private static BarePage received(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        assertEquals(Wire.LOOKED, in.readByte());
        return Wire.readBarePage(in);
    }

    @Test
    void everyPixelComesOverTheWireAsItWasDrawn() throws IOException {
        var chance = new Random(SEED);
        var image = new BufferedImage(37, 53, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 53; y++) for (int x = 0; x < 37; x++) image.setRGB(x, y, chance.nextInt());
        var page = received(sent(BarePage.of(new DrawnPage(image, true, false))));
        assertFalse(page.complete());
        for (int y = 0; y < 53; y++) for (int x = 0; x < 37; x++) assertEquals(image.getRGB(x, y), page.image().getRGB(x, y), "seed " + SEED);
    }

    @Test
    void aLargePageIsMadeAsLargeAsIsRead() {
        var wide = BarePage.of(new DrawnPage(new BufferedImage(6000, 1000, BufferedImage.TYPE_BYTE_GRAY), true, true));
        assertEquals(BarePage.LONG_SIDE, wide.width());
        assertEquals(390, wide.height());
    }

    @Test
    void aSizeThatIsNoneIsRefusedBeforeMemoryIsTakenForIt() throws IOException {
        var good = sent(BarePage.of(new DrawnPage(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), false, true)));
        for (int place : new int[] {2, 6}) {
            var bad = good.clone();
            bad[place] = 0x7f;
            var refused = assertThrows(IOException.class, () -> received(bad));
            assertEquals("out of bounds", refused.getMessage().substring(0, 13));
        }
        assertThrows(EOFException.class, () -> received(Arrays.copyOf(good, good.length - 1)));
    }
}
