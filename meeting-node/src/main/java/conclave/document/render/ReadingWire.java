package conclave.document.render;

import conclave.document.text.Box;
import conclave.document.text.Found;
import conclave.document.text.HiddenText;
import conclave.document.text.HidingPlace;
import conclave.document.text.NeedsOcr;
import conclave.document.text.PageText;
import conclave.document.text.Unread;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reading brings to light, on its way from the child: one byte for its kind, then numbers and bytes with their
 * length before them. As with pictures, the parent believes no length and no number before it has looked at it.
 */
final class ReadingWire {

    static final byte PAGES = 20;
    static final byte LAYER = 21;
    static final byte HIDDEN = 22;
    static final byte DOUBTFUL = 23;
    static final byte MISSING = 24;
    static final byte WORKING = 25;
    static final byte END = 26;

    /** Above what {@link conclave.document.text.Bounds} let one text grow to, in bytes of UTF-8. */
    private static final int MOST_BYTES = 128 << 20;
    private static final int MOST_PAGES = 1 << 20;

    private ReadingWire() {
    }

    static void write(DataOutputStream out, Found found) throws IOException {
        switch (found) {
            case Found.Pages(int count) -> {
                out.writeByte(PAGES);
                out.writeInt(count);
            }
            case Found.Layer(PageText text) -> {
                out.writeByte(LAYER);
                out.writeInt(text.page());
                write(out, text.text());
                write(out, text.runs());
            }
            case Found.Hidden(HiddenText text) -> {
                out.writeByte(HIDDEN);
                out.writeByte(text.place().ordinal());
                out.writeInt(text.page());
                write(out, text.text());
            }
            case Found.Doubtful(int page, NeedsOcr reason) -> {
                out.writeByte(DOUBTFUL);
                out.writeInt(page);
                out.writeByte(reason.ordinal());
            }
            case Found.Missing(Unread what) -> {
                out.writeByte(MISSING);
                out.writeByte(what.ordinal());
            }
            case Found.Working() -> out.writeByte(WORKING);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, List<PageText.Run> runs) throws IOException {
        out.writeInt(runs.size());
        for (var run : runs) {
            out.writeInt(run.start());
            out.writeInt(run.end());
            for (int side : new int[] {run.box().left(), run.box().top(), run.box().right(), run.box().bottom()}) out.writeShort(side);
            out.writeByte(run.sure());
        }
    }

    /** @return nothing at the end of the answer */
    static Optional<Found> read(byte kind, DataInputStream in) throws IOException {
        try {
            return switch (kind) {
                case PAGES -> Optional.of(new Found.Pages(page(in, 1)));
                case LAYER -> Optional.of(new Found.Layer(layer(in)));
                case HIDDEN -> Optional.of(new Found.Hidden(new HiddenText(one(in, HidingPlace.values()), page(in, 0), text(in))));
                case DOUBTFUL -> Optional.of(new Found.Doubtful(page(in, 1), one(in, NeedsOcr.values())));
                case MISSING -> Optional.of(new Found.Missing(one(in, Unread.values())));
                case WORKING -> Optional.of(new Found.Working());
                case END -> Optional.empty();
                default -> throw new IOException("another answer than asked for");
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("no such finding", e);
        }
    }

    private static PageText layer(DataInputStream in) throws IOException {
        int page = page(in, 1);
        var text = text(in);
        int length = text.codePointCount(0, text.length());
        int count = Wire.bounded(in.readInt(), 0, length);
        var runs = new ArrayList<PageText.Run>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int start = Wire.bounded(in.readInt(), from, length);
            from = Wire.bounded(in.readInt(), start, length);
            var box = new Box(in.readShort(), in.readShort(), in.readShort(), in.readShort());
            runs.add(new PageText.Run(start, from, box, in.readByte()));
        }
        return new PageText(page, PageText.Source.LAYER, text, runs);
    }

    private static int page(DataInputStream in, int least) throws IOException {
        return Wire.bounded(in.readInt(), least, MOST_PAGES);
    }

    /** Read piece by piece: a length that lies costs nothing. */
    private static String text(DataInputStream in) throws IOException {
        int length = Wire.bounded(in.readInt(), 0, MOST_BYTES);
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new IOException("the answer ends in the middle");
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("no text", e);
        }
    }

    private static <T> T one(DataInputStream in, T[] all) throws IOException {
        return all[Wire.bounded(in.readByte(), 0, all.length - 1)];
    }
}
