package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The system's libjpeg-turbo by its TurboJPEG interface: the same picture as from the decoder inside of Java, to the bit,
 * in less than half the time. What it warns of is left to the other one, which says what is wrong. For one thread.
 */
@SuppressWarnings("restricted")
final class TurboJpeg {

    private static final String LIBRARY = "libturbojpeg.so.0";
    private static final int BLUE_GREEN_RED = 1;
    private static final int GREY = 6;
    /** What the coding says of its colours: red green blue, luminance and two colours, grey. Others have four planes. */
    private static final int MOST_COLOURS = 2;
    private static final int COLOURS_GREY = 2;
    private static final int STOP_AT_A_WARNING = 8192;
    private static final int FEW_PASSES = 32_768;

    private final MethodHandle readHead;
    private final MethodHandle decode;
    private final MemorySegment decoder;

    private TurboJpeg(SymbolLookup library) throws IOException {
        var linker = Linker.nativeLinker();
        readHead = linker.downcallHandle(found(library, "tjDecompressHeader3"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        decode = linker.downcallHandle(found(library, "tjDecompress2"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                Linker.Option.critical(true));
        decoder = (MemorySegment) called(linker.downcallHandle(found(library, "tjInitDecompress"), FunctionDescriptor.of(ADDRESS)));
        if (decoder.address() == 0) throw new IOException("TurboJPEG has no decoder");
    }

    private static final class Here {
        private static final Optional<TurboJpeg> LIBRARY = find();
    }

    /** Empty where this machine has none. */
    static Optional<TurboJpeg> here() {
        return Here.LIBRARY;
    }

    private static Optional<TurboJpeg> find() {
        try {
            return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
        } catch (IOException | RuntimeException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /** Empty for whatever is not whole, or neither grey nor in colours. */
    Optional<BufferedImage> decode(byte[] coded) throws IOException, Troubled {
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocate(Math.max(1, coded.length)).copyFrom(MemorySegment.ofArray(coded));
            var said = arena.allocate(JAVA_INT, 4);
            boolean read = (int) called(readHead, decoder, bytes, (long) coded.length, said, said.asSlice(4), said.asSlice(8), said.asSlice(12)) == 0;
            int width = said.get(JAVA_INT, 0);
            int height = said.get(JAVA_INT, 4);
            int colours = said.get(JAVA_INT, 12);
            if (!read || colours < 0 || colours > MOST_COLOURS) return Optional.empty();
            ScanDecoder.check(width, height);
            boolean grey = colours == COLOURS_GREY;
            var image = new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            var to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            boolean whole = (int) called(decode, decoder, bytes, (long) coded.length, MemorySegment.ofArray(to), width, width * (grey ? 1 : 3), height,
                    grey ? GREY : BLUE_GREEN_RED, STOP_AT_A_WARNING | FEW_PASSES) == 0;
            return whole ? Optional.of(image) : Optional.empty();
        }
    }

    private static MemorySegment found(SymbolLookup library, String name) throws IOException {
        return library.find(name).orElseThrow(() -> new IOException("TurboJPEG has no " + name));
    }

    private static Object called(MethodHandle function, Object... arguments) throws IOException {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("TurboJPEG could not be called", e);
        }
    }
}
