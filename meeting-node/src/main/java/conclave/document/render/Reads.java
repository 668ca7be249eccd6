package conclave.document.render;

import conclave.document.text.Bounds;
import conclave.document.text.Documents;
import conclave.document.text.Found;
import conclave.document.text.NeedsOcr;
import conclave.document.text.Unreadable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Reading a document, in the rendering process: each thing goes out as soon as it is found. */
final class Reads {

    private final DataOutputStream out;
    private int complaints = Complaints.heardSoFar();
    private int page = 1;

    private Reads(DataOutputStream out) {
        this.out = out;
    }

    static void read(ByteBuffer bytes, Limits limits, DataOutputStream out) throws IOException, Troubled {
        try {
            Documents.read(bytes, Bounds.usual(limits.pages()), new Reads(out)::send);
            out.writeByte(ReadingWire.END);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Unreadable e) {
            throw new Troubled(switch (e.reason()) {
                case UNKNOWN_FORMAT -> Trouble.UNSUPPORTED;
                case ENCRYPTED -> Trouble.ENCRYPTED;
                case DAMAGED -> Trouble.DAMAGED;
                case TOO_MANY_PAGES -> Trouble.TOO_MANY_PAGES;
            });
        } catch (RuntimeException | StackOverflowError e) {
            throw new Troubled(Trouble.DAMAGED);
        }
    }

    private void send(Found found) {
        try {
            if (found instanceof Found.Layer(var text)) page = text.page();
            if (found instanceof Found.Doubtful(int number, _)) page = number;
            ReadingWire.write(out, found);
            if (Complaints.heardSoFar() > complaints) ReadingWire.write(out, new Found.Doubtful(page, NeedsOcr.UNREAD));
            complaints = Complaints.heardSoFar();
            if (found instanceof Found.Working) out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
