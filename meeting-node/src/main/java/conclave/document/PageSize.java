package conclave.document;

public enum PageSize {
    /** 1600 pixels wide: for reading. */
    PAGE,
    /** 2400 pixels wide, or as many as the scan has: for looking closely. */
    ZOOM,
    /** 200 pixels wide: for finding one's way. */
    THUMBNAIL
}
