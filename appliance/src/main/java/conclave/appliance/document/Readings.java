package conclave.appliance.document;

import conclave.document.ocr.Doubt;
import conclave.document.text.PageText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whoever gets text out of files that are not plain text: documents, scans. */
public interface Readings extends AutoCloseable {

    /** What comes out of a file, piece by piece. */
    interface Taker {

        /** One order of reading of one page; several of a page follow each other. */
        void page(PageText text);

        /**
         * What nobody sees who looks at the pages.
         *
         * @param place where it was hidden, in small letters
         * @param page 0 where it belongs to the file as a whole
         */
        void hidden(String place, int page, String text);

        /**
         * Something was not read.
         *
         * @param page 0 for the file as a whole
         * @param detail a word for programs
         */
        void missing(int page, String detail);

        /** A scanned page was read, or not, in a way that leaves something to a person. */
        void unsure(int page, Doubt doubt);
    }

    /** @return what ended it before its end, a word for programs @throws IOException where the machine fails, not the file */
    Optional<String> read(Path file, Taker to) throws IOException;

    @Override
    void close();
}
