package conclave.exchange.office;

import java.io.IOException;

/** How many pages a document has. Whoever counts opens the document, and a document from outside may be made to harm whoever opens it. */
@FunctionalInterface
public interface PageCounting {

    /** It does not open; the message says why, in a few Chinese words. */
    final class Unopened extends Exception {
        private static final long serialVersionUID = 1L;

        public Unopened(String why) {
            super(why);
        }
    }

    int pages(long size, Content content) throws Unopened, IOException;

    @FunctionalInterface
    interface Content {
        java.io.InputStream open() throws IOException;
    }
}
