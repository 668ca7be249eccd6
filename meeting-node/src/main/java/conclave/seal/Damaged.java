package conclave.seal;

/** What was sealed does not open: a byte of it changed, it was cut, moved or belongs elsewhere. Nothing of it is used. */
public final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long NO_CHUNK = -1;

    private final String code;
    private final long chunk;

    private Damaged(String code, long chunk, String message) {
        super(message);
        this.code = code;
        this.chunk = chunk;
    }

    static Damaged text(String field) {
        return new Damaged("sealed.text", NO_CHUNK, "The sealed text of " + field + " was changed or belongs elsewhere.");
    }

    static Damaged header() {
        return new Damaged("sealed.header", NO_CHUNK,
                "The head of the sealed file was changed, or the file belongs elsewhere.");
    }

    static Damaged chunk(long chunk) {
        return new Damaged("sealed.chunk", chunk, "Chunk " + chunk + " of the sealed file was changed or moved.");
    }

    static Damaged cutAfter(long chunk) {
        return new Damaged("sealed.cut", chunk, "The sealed file was cut off after chunk " + chunk + ".");
    }

    static Damaged grownAfter(long chunk) {
        return new Damaged("sealed.grown", chunk, "Something was added to the sealed file after chunk " + chunk + ".");
    }

    /** A key for words: sealed.text, sealed.header, sealed.chunk, sealed.cut, sealed.grown. */
    public String code() {
        return code;
    }

    /** Which chunk, counted from 0; -1 where it is not about a chunk. */
    public long chunk() {
        return chunk;
    }
}
