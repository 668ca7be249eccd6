package conclave.document.render;

import conclave.document.text.Box;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What the two processes say to each other over a pipe: numbers and length-prefixed bytes. There is no format here
 * that could be parsed wrongly, and the parent bounds every length before it reserves memory: behind the child may
 * stand whoever wrote the file.
 */
final class Wire {

    static final byte OPEN = 1;
    static final byte RENDER = 2;
    static final byte READ = 3;
    static final byte LOOK = 4;

    static final byte MARK = 9;

    static final byte READY = 10;
    static final byte OPENED = 11;
    static final byte RENDERED = 12;
    static final byte TROUBLE = 13;
    static final byte LOOKED = 14;
    static final byte MARKED = 19;

    private static final int MOST_TEXT = 2_000;

    private Wire() {
    }

    static void write(DataOutputStream out, PageOrder order) throws IOException {
        write(out, RENDER, order);
    }

    /** @param question RENDER or LOOK */
    static void write(DataOutputStream out, byte question, PageOrder order) throws IOException {
        out.writeByte(question);
        out.writeInt(order.page());
        out.writeByte(order.level().ordinal());
        out.writeShort(order.masks().size());
        for (var box : order.masks()) {
            for (int edge : new int[] {box.left(), box.top(), box.right(), box.bottom()}) out.writeShort(edge);
        }
    }

    /** A box that is none would leave something uncovered: then nothing is drawn. */
    static PageOrder readOrder(DataInputStream in) throws IOException {
        int page = bounded(in.readInt(), 1, Integer.MAX_VALUE);
        var level = Level.values()[bounded(in.readByte(), 0, Level.values().length - 1)];
        int count = bounded(in.readUnsignedShort(), 0, PageOrder.MOST_MASKS);
        var masks = new ArrayList<Box>();
        try {
            for (int i = 0; i < count; i++) {
                masks.add(new Box(in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not a place on a page", e);
        }
        return new PageOrder(page, level, masks);
    }

    static void write(DataOutputStream out, RenderedPage page) throws IOException {
        out.writeByte(RENDERED);
        out.writeBoolean(page.complete());
        write(out, page.page());
        out.writeBoolean(page.thumbnail().isPresent());
        if (page.thumbnail().isPresent()) write(out, page.thumbnail().get());
    }

    static RenderedPage readPage(DataInputStream in, int mostBytes, int mostPixels) throws IOException {
        boolean complete = in.readBoolean();
        var page = readPicture(in, mostBytes, mostPixels);
        return new RenderedPage(complete, page, in.readBoolean() ? Optional.of(readPicture(in, mostBytes, mostPixels)) : Optional.empty());
    }

    /** A picture of ours, and what is to stand across it. */
    static void writeMark(DataOutputStream out, MarkOrder order) throws IOException {
        out.writeByte(MARK);
        var text = order.text().getBytes(StandardCharsets.UTF_8);
        out.writeShort(bounded(text.length, 1, MOST_TEXT));
        out.write(text);
        write(out, order.picture());
    }

    static MarkOrder readMark(DataInputStream in, int mostBytes, int mostPixels) throws IOException {
        var text = new byte[bounded(in.readUnsignedShort(), 1, MOST_TEXT)];
        in.readFully(text);
        return new MarkOrder(new String(text, StandardCharsets.UTF_8), readPicture(in, mostBytes, mostPixels));
    }

    static PictureWriter readWriter(DataInputStream in) throws IOException {
        return PictureWriter.values()[bounded(in.readByte(), 0, PictureWriter.values().length - 1)];
    }

    static void write(DataOutputStream out, Picture picture) throws IOException {
        out.writeByte(picture.coding().ordinal());
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        out.writeInt(picture.bytes().length);
        out.write(picture.bytes());
    }

    static Picture readPicture(DataInputStream in, int mostBytes, int mostPixels) throws IOException {
        var codings = Picture.Coding.values();
        int coding = in.readByte();
        if (coding < 0 || coding >= codings.length) throw new IOException("no such coding");
        int width = bounded(in.readInt(), 1, mostPixels);
        int height = bounded(in.readInt(), 1, mostPixels);
        var bytes = new byte[bounded(in.readInt(), 1, mostBytes)];
        in.readFully(bytes);
        if (!codings[coding].begins(bytes)) throw new IOException("not the coding it claims");
        return new Picture(codings[coding], width, height, bytes);
    }

    static void write(DataOutputStream out, BarePage page) throws IOException {
        out.writeByte(LOOKED);
        out.writeBoolean(page.complete());
        out.writeInt(page.width());
        out.writeInt(page.height());
        out.write(page.colours());
    }

    static BarePage readBarePage(DataInputStream in) throws IOException {
        boolean complete = in.readBoolean();
        int width = bounded(in.readInt(), 1, BarePage.LONG_SIDE);
        int height = bounded(in.readInt(), 1, BarePage.LONG_SIDE);
        var colours = new byte[3 * width * height];
        in.readFully(colours);
        return new BarePage(complete, width, height, colours);
    }

    static Trouble readTrouble(DataInputStream in) throws IOException {
        var troubles = Trouble.values();
        return troubles[bounded(in.readByte(), 0, troubles.length - 1)];
    }

    /** Outside of the heap: a large file leaves the heap to the drawing. */
    static ByteBuffer readFile(DataInputStream in) throws IOException {
        var file = ByteBuffer.allocateDirect(in.readInt());
        var piece = new byte[64 << 10];
        while (file.hasRemaining()) {
            int length = Math.min(piece.length, file.remaining());
            in.readFully(piece, 0, length);
            file.put(piece, 0, length);
        }
        return file.flip();
    }

    static int bounded(int value, int least, int most) throws IOException {
        if (value < least || value > most) throw new IOException("out of bounds: " + value);
        return value;
    }
}
