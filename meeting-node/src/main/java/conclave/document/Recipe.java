package conclave.document;

/**
 * How pages are made of originals. Everything that changes the picture changes the name, so that addresses of pages
 * are immutable and old pictures are never taken for new ones.
 */
public record Recipe(String name) {

    /** Drawn as they are, no masks. */
    public static final Recipe PLAIN = new Recipe("plain-2");

    public Recipe {
        if (!name.matches("[a-z0-9-]{1,80}")) throw new IllegalArgumentException("not the name of a recipe");
    }
}
