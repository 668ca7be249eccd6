package conclave.document;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One page as a browser shows it, lent to one reader. The bytes are shared with others: never written to. Whoever has no more use for it
 * may give it back, so that its memory serves the next picture; whoever does not need not.
 */
public final class PageImage {

    private final String mediaType;
    private final int width;
    private final int height;
    private final PictureMemory.Held held;
    private final AtomicBoolean back = new AtomicBoolean();

    public PageImage(String mediaType, int width, int height, byte[] bytes) {
        this(mediaType, width, height, PictureMemory.alone(bytes));
    }

    PageImage(String mediaType, int width, int height, PictureMemory.Held held) {
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        this.held = held;
    }

    /** The same picture in a memory that is used again and again. */
    PageImage in(PictureMemory memory) {
        if (held.isIn(memory)) return this;
        return new PageImage(mediaType, width, height, memory.hold(bytes(), length()));
    }

    /** The same for another reader; nothing where everybody has given it back. */
    Optional<PageImage> lent() {
        return held.lend() ? Optional.of(new PageImage(mediaType, width, height, held)) : Optional.empty();
    }

    public String mediaType() {
        return mediaType;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int length() {
        return held.length();
    }

    long room() {
        return held.room();
    }

    public byte[] bytes() {
        return ours().bytes();
    }

    /** Of so many pieces it consists, in their order. */
    public int slices() {
        return Math.max(1, (length() + PictureMemory.LEAF - 1) / PictureMemory.LEAF);
    }

    /** As it lies in memory, of 64 KB or, at the end, what is left. */
    public ByteBuffer slice(int number) {
        return ours().slice(number);
    }

    /**
     * By this reader, who will not look at it any more, nor at its slices: only when the last of them was handed on for certain. The
     * memory may be another picture's a moment later.
     */
    public void giveBack() {
        if (back.compareAndSet(false, true)) held.giveBack();
    }

    private PictureMemory.Held ours() {
        if (back.get()) throw new IllegalStateException("the picture was given back");
        return held;
    }
}
