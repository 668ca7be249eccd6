package conclave.document.render;

/** A file or page could not be drawn. Carries the kind only: messages about hostile files are hostile too. */
public final class Troubled extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final boolean aboutFile;

    public Troubled(Trouble trouble) {
        this(trouble, false);
    }

    private Troubled(Trouble trouble, boolean aboutFile) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
        this.aboutFile = aboutFile;
    }

    /** The same trouble, known to concern every page of the file. */
    public Troubled ofFile() {
        return new Troubled(trouble, true);
    }

    public Trouble trouble() {
        return trouble;
    }

    public boolean isAboutFile() {
        return aboutFile;
    }
}
