package conclave.exchange.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One file that may be somebody's document: where it lies, folders divided by a slash, and how it is read. */
record Scan(String name, long bytes, Opening opening) {

    /** What the server opens of one file. */
    static final long LARGEST = 256L << 20;

    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** What the source cannot give is the source's fault, and nobody takes it for that of the disk written to. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }

    InputStream open() throws IOException {
        try {
            return new Source(opening.open());
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static final class Source extends FilterInputStream {

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        @Override
        public int read(byte[] into, int at, int count) throws IOException {
            try {
                return super.read(into, at, count);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }
    }

    String base() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The name without its ending. */
    String stem() {
        var dot = base().lastIndexOf('.');
        return dot > 0 && base().length() - dot <= 5 ? base().substring(0, dot) : base();
    }

    /** What systems and programs leave lying about. */
    static boolean litter(String name) {
        var base = name.substring(name.lastIndexOf('/') + 1);
        return base.startsWith(".") || base.startsWith("~$") || base.equalsIgnoreCase("thumbs.db") || base.equalsIgnoreCase("desktop.ini")
                || name.startsWith("__MACOSX/") || name.contains("/__MACOSX/");
    }
}
