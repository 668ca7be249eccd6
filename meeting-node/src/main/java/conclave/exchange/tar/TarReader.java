package conclave.exchange.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a tar once from the front. Hands out files whose header was found to be exactly as it must be; reads on to the very end,
 * behind which there must be nothing. Throws {@link BadTar} and what the stream below throws.
 */
public final class TarReader {

    private final InputStream in;
    private final TarCaps caps;
    private final NameOrder order = new NameOrder();
    private final byte[] block = new byte[TarHeader.BLOCK];
    private long offset;
    private long left;
    private int padding;
    private int files;
    private String current = "";
    private boolean ended;

    public TarReader(InputStream in, TarCaps caps) {
        this.in = in;
        this.caps = caps;
    }

    /** The next file; what was not read of the one before is read past. Empty at the end, and then for ever. */
    public Optional<TarEntry> next() throws IOException {
        if (ended) return Optional.empty();
        passRest();
        readBlock();
        if (empty()) return end();
        var fault = TarHeader.fault(block);
        if (fault.isPresent()) throw bad(fault.get(), TarHeader.shown(block));
        var entry = new TarEntry(TarHeader.name(block), TarHeader.size(block).orElseThrow());
        if (++files > caps.mostFiles()) throw bad(TarFault.TOO_MANY, entry.name());
        if (entry.size() > caps.largestFile()) throw bad(TarFault.FILE_TOO_LARGE, entry.name());
        var disorder = order.next(entry.name());
        if (disorder.isPresent()) throw bad(disorder.get(), entry.name());
        current = entry.name();
        left = entry.size();
        padding = (int) (-left & (TarHeader.BLOCK - 1));
        return Optional.of(entry);
    }

    /** Bytes of the file that {@link #next} named last; -1 at its end. */
    public int read(byte[] into, int at, int length) throws IOException {
        if (left == 0) return -1;
        int read = in.read(into, at, (int) Math.min(length, left));
        if (read < 0) throw new BadTar(TarFault.CUT, offset, current);
        left -= read;
        offset += read;
        return read;
    }

    private void passRest() throws IOException {
        var buffer = left > 0 ? new byte[1 << 16] : block;
        while (left > 0) read(buffer, 0, buffer.length);
        if (padding == 0) return;
        if (in.readNBytes(block, 0, padding) < padding) throw new BadTar(TarFault.CUT, offset, current);
        for (int i = 0; i < padding; i++) {
            if (block[i] != 0) throw new BadTar(TarFault.PADDING, offset + i, current);
        }
        offset += padding;
        padding = 0;
    }

    private Optional<TarEntry> end() throws IOException {
        readBlock();
        if (!empty()) throw bad(TarFault.SURPLUS, "");
        if (in.read() >= 0) throw new BadTar(TarFault.SURPLUS, offset, "");
        ended = true;
        return Optional.empty();
    }

    private void readBlock() throws IOException {
        if (in.readNBytes(block, 0, block.length) < block.length) throw new BadTar(TarFault.CUT, offset, current);
        offset += block.length;
    }

    private boolean empty() {
        return Arrays.equals(block, new byte[TarHeader.BLOCK]);
    }

    private BadTar bad(TarFault fault, String file) {
        return new BadTar(fault, offset - TarHeader.BLOCK, file);
    }
}
