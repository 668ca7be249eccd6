package conclave.document;

import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Room for one picture on its way from the disk, sealed and open. The next one on the way uses it again. Not for several threads at once. */
final class Scratch {

    private static final int FIRST = 512 << 10;
    /** No picture that we make is as large; a file that is was not made by us. */
    private static final int MOST = 64 << 20;

    private byte[] sealed = new byte[FIRST];
    private byte[] clear = new byte[FIRST];
    private int length;

    void read(Path file) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            length = 0;
            makeRoom(in.size() + 1);
            while (true) {
                int count = in.read(ByteBuffer.wrap(sealed, length, sealed.length - length));
                if (count < 0) return;
                length += count;
                if (length == sealed.length) makeRoom(2L * length);
            }
        }
    }

    private void makeRoom(long bytes) throws IOException {
        if (bytes > MOST) throw new IOException("a stored picture is larger than any we make");
        if (bytes > sealed.length) sealed = Arrays.copyOf(sealed, (int) bytes);
    }

    /** How many bytes stand in {@link #clear} then. */
    int open(SealedBlobs seal, String name) {
        if (clear.length < length) clear = new byte[sealed.length];
        return seal.openInto(name, sealed, length, clear);
    }

    byte[] clear() {
        return clear;
    }
}
