package conclave.document.text;

/** What in a document was not read, so that nobody takes silence for absence. One of each kind is said once a document. */
public enum Unread {
    /** There is more text than is taken in. */
    TOO_MUCH_TEXT,
    /** More objects, parts, attachments or revisions than are looked at. */
    TOO_MANY_PARTS,
    /** Attachments inside attachments inside attachments. */
    TOO_DEEP,
    /** A part that swells when it is unpacked. */
    TOO_LARGE,
    ATTACHMENT,
    EARLIER_REVISION,
    /** Structure that is damaged; what could be read was. */
    DAMAGED,
    /** Stored small pictures of the pages, which may show what the pages no longer show. */
    STORED_THUMBNAIL,
    /** Macros are never run, and their source is packed. */
    MACRO,
    /** A format of old programs, whose text is collected without its order and places. */
    OLD_FORMAT,
    /** No page of it can be shown on this machine: the program that converts it is missing or failed. */
    NOT_CONVERTED
}
