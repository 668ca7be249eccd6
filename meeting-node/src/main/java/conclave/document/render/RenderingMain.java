package conclave.document.render;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.SynchronousQueue;
import javax.imageio.ImageIO;

/**
 * The rendering process: one file at a time comes in over standard input, pictures go out over standard output. It
 * is told nothing else and knows nothing else; whatever a hostile file does to it, it can only be killed.
 */
public final class RenderingMain {

    private final Limits limits;
    private final PageCoder coder;
    private final DataOutputStream out;
    private final PictureReader pictures = PictureReader.find();
    private Paper file;

    private RenderingMain(Limits limits, PageCoder coder, DataOutputStream out) {
        this.limits = limits;
        this.coder = coder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // A library that prints must not spoil the conversation.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        // Nothing of any document is written outside of the store, and a file would cost more than memory.
        ImageIO.setUseCache(false);
        var usual = Limits.usual().withPages(Integer.parseInt(args[0]));
        var writer = PictureWriter.best();
        out.writeByte(Wire.READY);
        out.writeByte(writer.ordinal());
        out.flush();
        new RenderingMain(usual, new PageCoder(writer.webp(), usual.thumbnail()), out).serve(listen());
    }

    /**
     * Reads ahead in a thread of its own, so that the end of the parent is noticed in the middle of a page that
     * never ends, and nothing is left behind.
     */
    private static SynchronousQueue<Asked> listen() {
        var asked = new SynchronousQueue<Asked>();
        var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        Thread.ofPlatform().daemon().name("listen").start(() -> {
            try {
                while (true) {
                    byte kind = in.readByte();
                    asked.put(switch (kind) {
                        case Wire.OPEN -> new Open(Wire.readFile(in));
                        case Wire.READ -> new Read(Wire.readFile(in));
                        case Wire.LOOK -> new Look(Wire.readOrder(in));
                        case Wire.MARK -> new Mark(Wire.readMark(in, Limits.usual().imageBytes(), RenderingProcess.MOST_PIXELS_A_SIDE));
                        default -> new Render(Wire.readOrder(in));
                    });
                }
            } catch (IOException | InterruptedException | OutOfMemoryError e) {
                Runtime.getRuntime().halt(0);
            }
        });
        return asked;
    }

    private void serve(SynchronousQueue<Asked> questions) throws IOException, InterruptedException {
        while (true) {
            try {
                switch (questions.take()) {
                    case Open open -> open(open);
                    case Render render -> render(render.order());
                    case Look look -> look(look.order());
                    case Mark mark -> mark(mark.order());
                    case Read read -> Reads.read(read.bytes(), limits, out);
                }
            } catch (Troubled e) {
                out.writeByte(Wire.TROUBLE);
                out.writeByte(e.trouble().ordinal());
            }
            out.flush();
        }
    }

    private void open(Open open) throws IOException, Troubled {
        if (file != null) file.close();
        file = null;
        var opened = Paper.open(open.bytes(), limits);
        int pages = opened.pages();
        file = opened;
        out.writeByte(Wire.OPENED);
        out.writeInt(pages);
    }

    private void render(PageOrder order) throws IOException, Troubled {
        var page = coder.page(file.draw(order), order.level());
        // Written whole or not at all, so that a failure half-way is not taken for a picture.
        var answer = new ByteArrayOutputStream(page.page().bytes().length + 20_000);
        Wire.write(new DataOutputStream(answer), page);
        answer.writeTo(out);
    }

    private void look(PageOrder order) throws IOException, Troubled {
        Wire.write(out, BarePage.of(file.draw(order)));
    }

    /** As it was written before: what was sharp stays sharp, and a scan a scan. */
    private void mark(MarkOrder order) throws IOException, Troubled {
        Picture marked;
        try {
            var image = pictures.read(order.picture());
            WaterMark.over(image, order.text());
            marked = PictureReader.lossless(order.picture()) ? coder.drawn(image) : coder.photographed(image);
        } catch (IOException | RuntimeException e) {
            throw new Troubled(Trouble.DAMAGED);
        }
        out.writeByte(Wire.MARKED);
        Wire.write(out, marked);
    }

    private sealed interface Asked {
    }

    private record Open(java.nio.ByteBuffer bytes) implements Asked {
    }

    private record Read(java.nio.ByteBuffer bytes) implements Asked {
    }

    private record Render(PageOrder order) implements Asked {
    }

    private record Look(PageOrder order) implements Asked {
    }

    private record Mark(MarkOrder order) implements Asked {
    }
}
