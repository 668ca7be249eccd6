package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** A picture as OpenJPEG holds it: one plane of numbers for grey, three for colours. Offsets are those of libopenjp2.so.7. */
@SuppressWarnings("restricted")
record Planes(int across, int down, int count, int colours, MemorySegment each) {

    private static final long IMAGE_BYTES = 48;
    private static final long COUNT = 16;
    private static final long COLOURS = 20;
    private static final long PLANES = 24;
    private static final long PLANE_BYTES = 64;
    private static final long WIDTH = 8;
    private static final long HEIGHT = 12;
    private static final long BITS = 24;
    private static final long SIGNED = 32;
    private static final long SAMPLES = 48;
    private static final long TRANSPARENCY = 56;

    private static final int MOST_PLANES = 4;
    /** What a picture says of its colours: not known, not said, red green blue, grey. Others would have to be converted. */
    private static final int LEAST_COLOURS = -1;
    private static final int MOST_COLOURS = 2;

    static Planes of(MemorySegment address) throws IOException {
        var image = address.reinterpret(IMAGE_BYTES);
        long across = Integer.toUnsignedLong(image.get(JAVA_INT, 8)) - Integer.toUnsignedLong(image.get(JAVA_INT, 0));
        long down = Integer.toUnsignedLong(image.get(JAVA_INT, 12)) - Integer.toUnsignedLong(image.get(JAVA_INT, 4));
        int count = image.get(JAVA_INT, COUNT);
        if (across < 1 || down < 1 || across > Short.MAX_VALUE || down > Short.MAX_VALUE || count < 1 || count > MOST_PLANES) {
            throw new IOException("no picture of a page");
        }
        var planes = image.get(ADDRESS, PLANES).reinterpret(count * PLANE_BYTES);
        return new Planes((int) across, (int) down, count, image.get(JAVA_INT, COLOURS), planes);
    }

    /** One or three planes of eight bits, none coarser than the other, nothing transparent. */
    void check() throws IOException {
        boolean plain = (count == 1 || count == 3) && colours >= LEAST_COLOURS && colours <= MOST_COLOURS;
        for (int i = 0; i < count; i++) {
            long at = i * PLANE_BYTES;
            plain &= each.get(JAVA_INT, at) == 1 && each.get(JAVA_INT, at + 4) == 1 && each.get(JAVA_INT, at + BITS) == 8
                    && each.get(JAVA_INT, at + SIGNED) == 0 && each.get(JAVA_SHORT, at + TRANSPARENCY) == 0;
        }
        if (!plain) throw new IOException("a picture of another sort");
    }

    long samples() {
        return (long) across * down * count;
    }

    /** @throws IOException when a plane is not as large as it has to be: nothing beyond its end is read */
    BufferedImage picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, count == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        var to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < count; i++) {
            long at = i * PLANE_BYTES;
            var samples = each.get(ADDRESS, at + SAMPLES);
            boolean whole = samples.address() != 0 && each.get(JAVA_INT, at + WIDTH) == width && each.get(JAVA_INT, at + HEIGHT) == height;
            if (!whole) throw new IOException("a plane of another size");
            // Blue comes first in the picture and last in the file.
            fill(to, count - 1 - i, samples.reinterpret(4L * width * height), width, height);
        }
        return image;
    }

    private void fill(byte[] to, int first, MemorySegment samples, int width, int height) {
        var row = new int[width];
        int place = first;
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(samples, JAVA_INT, 4L * y * width, row, 0, width);
            for (int x = 0; x < width; x++, place += count) to[place] = (byte) row[x];
        }
    }
}
