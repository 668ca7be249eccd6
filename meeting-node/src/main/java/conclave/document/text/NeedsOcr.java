package conclave.document.text;

/** Why the text layer of a page is not all that is to be read on it: it goes to OCR, and in doubt to a person. */
public enum NeedsOcr {
    /** The page is a picture and nothing else. */
    ONLY_A_PICTURE,
    /** A picture that is large enough to hold writing stands on the page. */
    PICTURE,
    /** The text is invisible and lies over a picture: what a scanner thought it read. */
    SCANNERS_TEXT,
    /** Glyphs whose font does not say which characters they are. */
    UNKNOWN_CHARACTERS,
    /** The font says one character and draws the glyph of another. */
    DOUBTFUL_CHARACTERS,
    /** Glyphs that are small drawings of their own. */
    DRAWN_GLYPHS,
    /** Writing turned into outlines. */
    OUTLINES,
    /** Writing may stand in a pattern or in a mask of transparency. */
    PATTERN,
    /** More is written on the page than is read. */
    TOO_MUCH,
    /** Something on the page could not be read. */
    UNREAD
}
