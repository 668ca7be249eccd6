package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import javax.imageio.ImageIO;

/** A picture as a browser would show it, whatever it is coded in. */
@SuppressWarnings("restricted")
public final class Shown {

    private Shown() {
    }

    public static BufferedImage of(byte[] bytes) throws IOException {
        return Picture.Coding.WEBP.begins(bytes) ? webp(bytes) : ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static BufferedImage webp(byte[] bytes) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var library = SymbolLookup.libraryLookup("libwebp.so.7", arena);
            var decode = Linker.nativeLinker().downcallHandle(library.find("WebPDecodeBGRA").orElseThrow(),
                    FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
            var free = Linker.nativeLinker().downcallHandle(library.find("WebPFree").orElseThrow(), FunctionDescriptor.ofVoid(ADDRESS));
            var size = arena.allocate(JAVA_INT, 2);
            var pixels = (MemorySegment) decode.invokeExact(arena.allocateFrom(JAVA_BYTE, bytes), (long) bytes.length,
                    size, size.asSlice(4));
            if (pixels.equals(MemorySegment.NULL)) throw new IOException("not a WebP");
            int width = size.getAtIndex(JAVA_INT, 0);
            int height = size.getAtIndex(JAVA_INT, 1);
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, pixels.reinterpret(4L * width * height).toArray(JAVA_INT), 0, width);
            free.invokeExact(pixels);
            return image;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}
