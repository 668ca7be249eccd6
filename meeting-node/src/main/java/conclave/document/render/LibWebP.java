package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * The system's libwebp, called without a process or a copy in between. It is fed with pixels of ours alone, never with
 * a foreign file. Offsets are those of the library's encoder interface 2 (WebPConfig, WebPPicture, WebPMemoryWriter);
 * the library itself says at the start whether it still is that.
 */
@SuppressWarnings("restricted")
final class LibWebP implements WebP {

    private static final List<String> NAMES = List.of("libwebp.so.7", "libwebp.so.6", "libwebp.so");
    private static final int INTERFACE = 0x020f;
    private static final int OLDEST = 0x010000;
    private static final int NEWEST = 0x020000;
    private static final int MOST_SIDE = 16_383;

    private static final float QUALITY = 80;
    private static final int LOSSY_METHOD = 2;
    /** Of a lossless picture quality is patience: method 0 makes half as much again of a page of text, more of either gains nothing. */
    private static final float LOSSLESS_PATIENCE = 20;
    private static final int LOSSLESS_METHOD = 1;

    private static final long CONFIG_BYTES = 256;
    private static final long LOSSLESS = 0;
    private static final long PATIENCE = 4;
    private static final long METHOD = 8;
    private static final long PICTURE_BYTES = 512;
    private static final long USE_ARGB = 0;
    private static final long WIDTH = 8;
    private static final long HEIGHT = 12;
    private static final long WRITER = 96;
    private static final long WRITER_STATE = 104;
    private static final long ERROR = 136;
    private static final long STATE_BYTES = 64;
    private static final long STATE_SIZE = 8;

    private final MemorySegment lossy;
    private final MemorySegment lossless;
    private final MemorySegment write;
    private final MethodHandle pictureInit;
    private final MethodHandle take;
    private final MethodHandle encode;
    private final MethodHandle pictureFree;
    private final MethodHandle writerInit;
    private final MethodHandle writerClear;

    private LibWebP(SymbolLookup library) throws IOException {
        int version = (int) called(handle(library, "WebPGetEncoderVersion", FunctionDescriptor.of(JAVA_INT)));
        if (version < OLDEST || version >= NEWEST) throw new IOException("an unknown libwebp: " + Integer.toHexString(version));
        var pointer = FunctionDescriptor.ofVoid(ADDRESS);
        pictureInit = handle(library, "WebPPictureInitInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        take = handle(library, "WebPPictureImportBGRX", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT), Linker.Option.critical(true));
        encode = handle(library, "WebPEncode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        pictureFree = handle(library, "WebPPictureFree", pointer);
        writerInit = handle(library, "WebPMemoryWriterInit", pointer);
        writerClear = handle(library, "WebPMemoryWriterClear", pointer);
        write = found(library, "WebPMemoryWrite");
        lossy = config(library, QUALITY);
        lossy.set(JAVA_INT, METHOD, LOSSY_METHOD);
        lossless = config(library, QUALITY);
        lossless.set(JAVA_INT, LOSSLESS, 1);
        lossless.set(JAVA_FLOAT, PATIENCE, LOSSLESS_PATIENCE);
        lossless.set(JAVA_INT, METHOD, LOSSLESS_METHOD);
        tryOut();
    }

    /** Empty where this machine has none, or one that speaks another interface. */
    static Optional<WebP> find() {
        for (var name : NAMES) {
            try {
                return Optional.of(new LibWebP(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IOException | RuntimeException | LinkageError notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** What it says of itself may be wrong; a small picture is not. */
    private void tryOut() throws IOException {
        var pixels = new int[16 * 16];
        pixels[17] = 0xff8000;
        if (!Picture.Coding.WEBP.begins(lossy(pixels, 16, 16)) || !Picture.Coding.WEBP.begins(lossless(pixels, 16, 16))) {
            throw new IOException("libwebp writes something else");
        }
    }

    @Override
    public byte[] lossy(int[] pixels, int width, int height) throws IOException {
        return written(lossy, false, pixels, width, height);
    }

    @Override
    public byte[] lossless(int[] pixels, int width, int height) throws IOException {
        return written(lossless, true, pixels, width, height);
    }

    private byte[] written(MemorySegment how, boolean exactly, int[] pixels, int width, int height) throws IOException {
        boolean fits = width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && pixels.length >= (long) width * height;
        if (!fits) throw new IOException("no size for a WebP");
        try (var arena = Arena.ofConfined()) {
            var picture = arena.allocate(PICTURE_BYTES, 16);
            var state = arena.allocate(STATE_BYTES, 16);
            if ((int) called(pictureInit, picture, INTERFACE) == 0) throw new IOException("libwebp speaks another interface");
            picture.set(JAVA_INT, USE_ARGB, exactly ? 1 : 0);
            picture.set(JAVA_INT, WIDTH, width);
            picture.set(JAVA_INT, HEIGHT, height);
            called(writerInit, state);
            picture.set(ADDRESS, WRITER, write);
            picture.set(ADDRESS, WRITER_STATE, state);
            try {
                boolean taken = (int) called(take, picture, MemorySegment.ofArray(pixels), width * 4) != 0;
                if (!taken || (int) called(encode, how, picture) == 0) throw new IOException("libwebp gave up: " + picture.get(JAVA_INT, ERROR));
                return state.get(ADDRESS, 0).reinterpret(state.get(JAVA_LONG, STATE_SIZE)).toArray(JAVA_BYTE);
            } finally {
                called(writerClear, state);
                called(pictureFree, picture);
            }
        }
    }

    private static MemorySegment config(SymbolLookup library, float quality) throws IOException {
        var init = handle(library, "WebPConfigInitInternal", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT));
        var config = Arena.global().allocate(CONFIG_BYTES, 16);
        if ((int) called(init, config, 0, quality, INTERFACE) == 0) throw new IOException("libwebp speaks another interface");
        return config;
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor shape, Linker.Option... options) throws IOException {
        return Linker.nativeLinker().downcallHandle(found(library, name), shape, options);
    }

    private static MemorySegment found(SymbolLookup library, String name) throws IOException {
        return library.find(name).orElseThrow(() -> new IOException("libwebp has no " + name));
    }

    /** A dozen calls a picture: what exact types would save does not show. */
    private static Object called(MethodHandle function, Object... arguments) throws IOException {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("libwebp could not be called", e);
        }
    }
}
