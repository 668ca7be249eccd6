package conclave.document;

public enum PageSize {
    /** 1600 pixels wide: for reading. */
    PAGE,
    /** 200 pixels wide: for finding one's way. */
    THUMBNAIL
}
