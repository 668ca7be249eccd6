package conclave.document.render;

/** An office file has no pages on this machine. Carries the reason only; what the program said is about a foreign file. */
public final class NotConverted extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** LibreOffice is not installed, or not the part of it that reads such a file, or the file is damaged. */
        FAILED,
        /** Not an office file by its first bytes; LibreOffice would open anything. */
        NO_OFFICE_FILE,
        TOO_LARGE,
        TIMEOUT,
        OUT_OF_MEMORY
    }

    private final Reason reason;

    NotConverted(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
