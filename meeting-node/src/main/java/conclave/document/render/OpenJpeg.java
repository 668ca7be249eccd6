package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The system's OpenJPEG, called without a process or a copy in between; pdftoppm stands on the same library. A foreign
 * file reaches it, as it reaches the JPEG decoder inside of Java, in a child that may be lost and whose memory is
 * limited from outside. For one thread.
 */
@SuppressWarnings("restricted")
final class OpenJpeg {

    private static final String LIBRARY = "libopenjp2.so.7";
    private static final long BUFFER = 1 << 20;
    /** More than the decoder's settings have; the library fills them in and reads them itself. */
    private static final long SETTINGS_BYTES = 16 << 10;
    /** Of all planes together, four bytes each: 192 MB, beside as much for the decoder's own work. */
    private static final long MOST_SAMPLES = 48L << 20;

    private final MethodHandle createDecoder;
    private final MethodHandle destroyDecoder;
    private final MethodHandle usualSettings;
    private final MethodHandle setUp;
    private final MethodHandle readHead;
    private final MethodHandle decode;
    private final MethodHandle end;
    private final MethodHandle destroyImage;
    private final MethodHandle hearWarnings;
    private final MethodHandle hearErrors;
    private final MethodHandle createStream;
    private final MethodHandle destroyStream;
    private final MethodHandle length;
    private final MethodHandle[] hooks;
    private final CodedBytes.Calls calls;

    private OpenJpeg(SymbolLookup library) throws IOException {
        var whole = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        var pointer = FunctionDescriptor.ofVoid(ADDRESS);
        var hook = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);
        createDecoder = handle(library, "opj_create_decompress", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        destroyDecoder = handle(library, "opj_destroy_codec", pointer);
        usualSettings = handle(library, "opj_set_default_decoder_parameters", pointer);
        setUp = handle(library, "opj_setup_decoder", whole);
        readHead = handle(library, "opj_read_header", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        decode = handle(library, "opj_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        end = handle(library, "opj_end_decompress", whole);
        destroyImage = handle(library, "opj_image_destroy", pointer);
        var hearing = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        hearWarnings = handle(library, "opj_set_warning_handler", hearing);
        hearErrors = handle(library, "opj_set_error_handler", hearing);
        createStream = handle(library, "opj_stream_create", FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_INT));
        destroyStream = handle(library, "opj_stream_destroy", pointer);
        length = handle(library, "opj_stream_set_user_data_length", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
        hooks = new MethodHandle[] {handle(library, "opj_stream_set_read_function", hook),
                handle(library, "opj_stream_set_skip_function", hook), handle(library, "opj_stream_set_seek_function", hook)};
        calls = new CodedBytes.Calls();
    }

    private static final class Here {
        private static final Optional<OpenJpeg> LIBRARY = find();
    }

    /** Empty where this machine has none. */
    static Optional<OpenJpeg> here() {
        return Here.LIBRARY;
    }

    private static Optional<OpenJpeg> find() {
        try {
            return Optional.of(new OpenJpeg(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
        } catch (IOException | RuntimeException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /**
     * Whole and without a complaint, or not at all. The smaller pictures in such a coding are never taken: they can be made to show something
     * else than the large one, and what was looked through at one size would be read at another.
     *
     * @throws IOException for whatever is not a grey or coloured picture of eight bits in one piece; what has a palette is left to others as well
     */
    BufferedImage decode(byte[] coded) throws IOException {
        var bytes = new CodedBytes(coded);
        var stream = MemorySegment.NULL;
        var decoder = MemorySegment.NULL;
        var image = MemorySegment.NULL;
        try (var arena = Arena.ofConfined()) {
            decoder = opened(bytes, arena);
            stream = stream(bytes);
            var place = arena.allocate(ADDRESS);
            must(readHead, stream, decoder, place);
            image = place.get(ADDRESS, 0);
            var head = Planes.of(image);
            head.check();
            if (head.samples() > MOST_SAMPLES) throw new IOException("more samples than are decoded here");
            bytes.forgetComplaints();
            must(decode, decoder, stream, image);
            must(end, decoder, stream);
            bytes.refuseComplaints();
            var planes = Planes.of(image);
            planes.check();
            if (planes.count() != head.count()) throw new IOException("a picture of another sort");
            return planes.picture(head.across(), head.down());
        } finally {
            if (image.address() != 0) called(destroyImage, image);
            if (stream.address() != 0) called(destroyStream, stream);
            if (decoder.address() != 0) called(destroyDecoder, decoder);
            calls.turnTo(CodedBytes.NONE);
        }
    }

    private MemorySegment opened(CodedBytes bytes, Arena arena) throws IOException {
        var decoder = (MemorySegment) called(createDecoder, bytes.format());
        if (decoder.address() == 0) throw new IOException("OpenJPEG has no decoder");
        calls.turnTo(bytes);
        var settings = arena.allocate(SETTINGS_BYTES, 16);
        called(usualSettings, settings);
        must(hearWarnings, decoder, calls.complain(), MemorySegment.NULL);
        must(hearErrors, decoder, calls.complain(), MemorySegment.NULL);
        must(setUp, decoder, settings);
        return decoder;
    }

    private MemorySegment stream(CodedBytes bytes) throws IOException {
        var stream = (MemorySegment) called(createStream, BUFFER, 1);
        if (stream.address() == 0) throw new IOException("OpenJPEG has no stream");
        called(length, stream, bytes.length());
        called(hooks[0], stream, calls.read());
        called(hooks[1], stream, calls.skip());
        called(hooks[2], stream, calls.seek());
        return stream;
    }

    private static void must(MethodHandle function, Object... arguments) throws IOException {
        if ((int) called(function, arguments) == 0) throw new IOException("OpenJPEG gave up");
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor shape) throws IOException {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(() -> new IOException("OpenJPEG has no " + name)), shape);
    }

    private static Object called(MethodHandle function, Object... arguments) throws IOException {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException("OpenJPEG could not be called", e);
        }
    }
}
