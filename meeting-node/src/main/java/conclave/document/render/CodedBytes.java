package conclave.document.render;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/** A picture in JPEG 2000 as OpenJPEG asks for it piece by piece, and what it complains of meanwhile. */
final class CodedBytes {

    static final CodedBytes NONE = new CodedBytes(new byte[0]);

    /** OpenJPEG's numbers of a codestream alone and of one in boxes. */
    private static final int STREAM = 0;
    private static final int BOXES = 2;
    private static final long BOX_SIGNATURE = 0x0000_000c_6a50_2020L;
    private static final int STREAM_SIGNATURE = 0xff4f_ff51;

    private final byte[] bytes;
    private int at;
    private int complaints;

    CodedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    long length() {
        return bytes.length;
    }

    int format() throws IOException {
        if (bytes.length < Long.BYTES) throw new IOException("no JPEG 2000");
        var head = ByteBuffer.wrap(bytes);
        if (head.getLong(0) == BOX_SIGNATURE) return BOXES;
        if (head.getInt(0) == STREAM_SIGNATURE) return STREAM;
        throw new IOException("no JPEG 2000");
    }

    /** That there is no half of a picture is no fault of the picture. */
    void forgetComplaints() {
        complaints = 0;
    }

    /** It makes up what is missing, and only warns. */
    void refuseComplaints() throws IOException {
        if (complaints > 0) throw new IOException("OpenJPEG complains of the picture");
    }

    @SuppressWarnings("restricted")
    private long read(MemorySegment to, long most) {
        int length = (int) Math.min(most, bytes.length - at);
        if (length <= 0) return -1;
        MemorySegment.copy(bytes, at, to.reinterpret(length), JAVA_BYTE, 0, length);
        at += length;
        return length;
    }

    private long skip(long by) {
        boolean within = by >= 0 && by <= bytes.length - at;
        at = within ? (int) (at + by) : bytes.length;
        return within ? by : -1;
    }

    private int seek(long to) {
        if (to < 0 || to > bytes.length) return 0;
        at = (int) to;
        return 1;
    }

    /** What native code calls, made once: nothing here may throw, or the process ends. */
    @SuppressWarnings("restricted")
    static final class Calls {
        private final MemorySegment read;
        private final MemorySegment skip;
        private final MemorySegment seek;
        private final MemorySegment complain;
        private CodedBytes turned = NONE;

        Calls() {
            read = stub("read", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
            skip = stub("skip", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS));
            seek = stub("seek", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
            complain = stub("complain", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        }

        private MemorySegment stub(String name, FunctionDescriptor shape) {
            try {
                MethodType type = shape.toMethodType();
                var target = MethodHandles.lookup().bind(this, name, type);
                return Linker.nativeLinker().upcallStub(target, shape, Arena.global());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        void turnTo(CodedBytes bytes) {
            turned = bytes;
        }

        MemorySegment read() {
            return read;
        }

        MemorySegment skip() {
            return skip;
        }

        MemorySegment seek() {
            return seek;
        }

        MemorySegment complain() {
            return complain;
        }

        private long read(MemorySegment to, long most, MemorySegment nobody) {
            return turned.read(to, most);
        }

        private long skip(long by, MemorySegment nobody) {
            return turned.skip(by);
        }

        private int seek(long to, MemorySegment nobody) {
            return turned.seek(to);
        }

        private void complain(MemorySegment words, MemorySegment nobody) {
            turned.complaints++;
        }
    }
}
