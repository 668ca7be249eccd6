package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** Takes a picture of ours back to pixels, so that something can be painted over it; in the child, whoever made the picture. */
@SuppressWarnings("restricted")
final class PictureReader {

    private static final List<String> NAMES = List.of("libwebp.so.7", "libwebp.so.6", "libwebp.so");
    /** Where the first chunk of a WebP says how it is coded. */
    private static final int CODING_AT = 12;

    private final MethodHandle decode;

    private PictureReader(MethodHandle decode) {
        this.decode = decode;
    }

    /** One that reads WebP as well where this machine has the library. */
    static PictureReader find() {
        for (var name : NAMES) {
            try {
                var function = SymbolLookup.libraryLookup(name, Arena.global()).find("WebPDecodeBGRAInto");
                if (function.isEmpty()) continue;
                return new PictureReader(Linker.nativeLinker().downcallHandle(function.get(),
                        FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT), Linker.Option.critical(true)));
            } catch (IllegalArgumentException | LinkageError notThisOne) {
                continue;
            }
        }
        return new PictureReader(null);
    }

    /** Whether it was written without loss: then it has few colours and sharp strokes. */
    static boolean lossless(Picture picture) {
        return switch (picture.coding()) {
            case PNG -> true;
            case JPEG -> false;
            case WEBP -> picture.bytes().length > CODING_AT + 4
                    && new String(picture.bytes(), CODING_AT, 4, StandardCharsets.US_ASCII).equals("VP8L");
        };
    }

    BufferedImage read(Picture picture) throws IOException {
        var image = picture.coding() == Picture.Coding.WEBP ? webp(picture) : plain(ImageIO.read(new ByteArrayInputStream(picture.bytes())));
        if (image.getWidth() != picture.width() || image.getHeight() != picture.height()) throw new IOException("a picture of another size than it says");
        return image;
    }

    private static BufferedImage plain(BufferedImage read) throws IOException {
        if (read == null) throw new IOException("not a picture");
        var image = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        return image;
    }

    private BufferedImage webp(Picture picture) throws IOException {
        if (decode == null) throw new IOException("this machine reads no WebP");
        int width = picture.width();
        int height = picture.height();
        var pixels = new int[Math.multiplyExact(width, height)];
        var to = MemorySegment.ofArray(pixels);
        try {
            // Writes nothing beyond what it is given, and nothing at all where the picture is larger.
            var done = (MemorySegment) decode.invokeExact(MemorySegment.ofArray(picture.bytes()), (long) picture.bytes().length, to, to.byteSize(), width * 4);
            if (done.address() == 0) throw new IOException("libwebp cannot read this picture");
        } catch (IOException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("libwebp could not be called", e);
        }
        return of(pixels, width, height);
    }

    private static BufferedImage of(int[] pixels, int width, int height) {
        var model = new DirectColorModel(24, 0xff0000, 0x00ff00, 0x0000ff);
        var raster = Raster.createPackedRaster(new DataBufferInt(pixels, pixels.length), width, height, width,
                new int[] {0xff0000, 0x00ff00, 0x0000ff}, new Point());
        return new BufferedImage(model, raster, false, null);
    }
}
