package conclave.document.text;

/** Where in a document something is written that nobody sees who looks at its pages. */
public enum HidingPlace {
    /** Author, title and what else a program notes about a document or picture it makes. */
    PROPERTIES,
    XMP,
    ATTACHMENT,
    BOOKMARK,
    ANNOTATION,
    LINK,
    FORM_FIELD,
    XFA,
    /** What is read aloud instead of what is shown: ActualText, Alt, expansions; descriptions of pictures. */
    ALTERNATE_TEXT,
    /** Optional content that is switched off, and the names of layers. */
    LAYER,
    SCRIPT,
    DESTINATION,
    PAGE_LABEL,
    SIGNATURE,
    /** What stood there before the document was last saved. */
    EARLIER_REVISION,
    /** EXIF, XMP, IPTC and comments inside a picture. */
    PICTURE_DATA,
    /** Drawn, but beside the page. */
    OUTSIDE_PAGE,
    /** Kept in the file, and used by no page. */
    UNUSED,
    /** Behind the end of the file proper. */
    BEHIND_THE_END,
    COMMENT,
    /** Changes that were followed: what was deleted or inserted, and by whom. */
    TRACKED_CHANGE,
    HEADER_OR_FOOTER,
    FOOTNOTE,
    TEXT_BOX,
    HIDDEN_TEXT,
    HIDDEN_SHEET,
    HIDDEN_CELLS,
    SHEET_NAME,
    DEFINED_NAME,
    /** In the body of an office file, and on none of the pages that were made of it. */
    NOT_PRINTED,
    /** Names of parts and of files inside a file. */
    FILE_NAME,
    OTHER
}
