package conclave.exchange.tar;

import java.io.IOException;

/** The tar does not hold, from this byte on; what was read before it is as it was sent. */
public final class BadTar extends IOException {
    private static final long serialVersionUID = 1L;

    private final TarFault fault;
    private final long offset;
    private final String file;

    BadTar(TarFault fault, long offset, String file) {
        super(fault.code() + " at byte " + offset + (file.isEmpty() ? "" : ", " + file));
        this.fault = fault;
        this.offset = offset;
        this.file = file;
    }

    public TarFault fault() {
        return fault;
    }

    /** Where the block begins in which it was noticed, from 0. */
    public long offset() {
        return offset;
    }

    /** The file that it is about, as far as it was named; odd characters are replaced. */
    public String file() {
        return file;
    }
}
