package conclave.exchange.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes what {@link TarReader} reads. Files are given in the order of their names; a mistake of the caller is no package. */
public final class TarWriter {

    private final OutputStream out;
    private final TarCaps caps;
    private final NameOrder order = new NameOrder();
    private final byte[] buffer = new byte[1 << 18];
    private int files;

    public TarWriter(OutputStream out, TarCaps caps) {
        this.out = out;
        this.caps = caps;
    }

    /** Exactly so many bytes are taken; a file that has become shorter or longer meanwhile is an error, and the tar is none. */
    public void put(TarEntry entry, InputStream content) throws IOException {
        if (!TarHeader.nameFits(entry.name())) throw new IllegalArgumentException("not a name for a tar: " + entry.name());
        if (entry.size() < 0 || entry.size() > caps.largestFile()) throw new IllegalArgumentException("too large: " + entry.name());
        if (++files > caps.mostFiles()) throw new IllegalArgumentException("too many files");
        order.next(entry.name()).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.code() + ": " + entry.name());
        });
        out.write(TarHeader.of(entry));
        long left = entry.size();
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) throw changed(entry);
            out.write(buffer, 0, read);
            left -= read;
        }
        if (content.read() >= 0) throw changed(entry);
        out.write(new byte[(int) (-entry.size() & (TarHeader.BLOCK - 1))]);
    }

    /** The end. The stream below stays open: it has an end of its own. */
    public void finish() throws IOException {
        out.write(new byte[2 * TarHeader.BLOCK]);
    }

    private static IOException changed(TarEntry entry) {
        return new IOException("the file changed while it was read: " + entry.name());
    }
}
