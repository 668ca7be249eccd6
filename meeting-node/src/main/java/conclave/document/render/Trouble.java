package conclave.document.render;

/** Why a file or one of its pages has no picture, or a doubtful one. Somebody looks at each; none is passed over. */
public enum Trouble {
    NOT_A_PDF,
    ENCRYPTED,
    DAMAGED,
    /** A picture in a coding that this machine cannot read. */
    UNSUPPORTED,
    TOO_MANY_PAGES,
    TOO_LARGE,
    /** The package promised another number of pages than the file holds. */
    PAGE_COUNT,
    TIMEOUT,
    OUT_OF_MEMORY,
    CRASHED,
    /** The page has a picture, but something on it could not be drawn or read. */
    INCOMPLETE,
    /** An office file of which this machine makes no pages: LibreOffice is missing, or failed at it. */
    NOT_CONVERTED
}
