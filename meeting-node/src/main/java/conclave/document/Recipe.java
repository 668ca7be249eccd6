package conclave.document;

/**
 * How pages are made of originals. Everything that changes the picture changes the name, so that addresses of pages
 * are immutable and old pictures are never taken for new ones.
 */
public record Recipe(String name) {

    /** Drawn as they are, no masks. */
    public static final Recipe PLAIN = new Recipe("plain-2");
    /** With masks painted in: each page by its own, see {@link #masked}. */
    static final Recipe MASKED = new Recipe("masked-2");
    /** Nobody has opened the page: it has an address, as every page has, and no picture. */
    static final Recipe CLOSED = new Recipe("closed");

    public Recipe {
        if (!name.matches("[a-z0-9-]{1,80}")) throw new IllegalArgumentException("not the name of a recipe");
    }

    /** As it is, on the paper that the digest names. */
    static Recipe plain(String digest) {
        return new Recipe(PLAIN.name() + "-" + digest);
    }

    /** @param digest of the page's mask: another mask is another picture with another address */
    static Recipe masked(String digest) {
        return new Recipe(MASKED.name() + "-" + digest);
    }
}
