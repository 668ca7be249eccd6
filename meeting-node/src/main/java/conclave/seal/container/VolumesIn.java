package conclave.seal.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Volumes read as one stream. Its length is known from the start, so that the last chunk is known before it is read. */
final class VolumesIn extends InputStream {

    private final List<Path> files;
    private final long[] ends;
    private int next;
    private InputStream current = InputStream.nullInputStream();
    private long position;

    VolumesIn(List<Path> files) throws IOException {
        this.files = List.copyOf(files);
        this.ends = new long[files.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) ends[i] = end += Files.size(files.get(i));
    }

    long remaining() {
        return (ends.length == 0 ? 0 : ends[ends.length - 1]) - position;
    }

    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** A volume that gives less than its size is cut here, and does not run on into the next. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (remaining() > 0) {
            if (next > 0 && position < ends[next - 1]) {
                int count = current.read(into, offset, (int) Math.min(length, ends[next - 1] - position));
                if (count < 0) throw Refused.because(Reason.CUT, "volume", files.get(next - 1).getFileName().toString());
                position += count;
                return count;
            }
            current.close();
            current = Files.newInputStream(files.get(next++));
        }
        return -1;
    }

    /** Names a place of the whole stream by volume, chunk and offset in the volume. */
    Refused refuse(Reason reason, long chunk, long at) {
        int volume = 0;
        while (volume < ends.length - 1 && at >= ends[volume]) volume++;
        long offset = volume == 0 ? at : at - ends[volume - 1];
        var name = ends.length == 0 ? "-" : files.get(volume).getFileName().toString();
        return Refused.because(reason, "volume", name, "chunk", Long.toString(chunk), "offset", Long.toString(offset));
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
