package conclave.document.ocr;

/**
 * A page as it is read: even light, straight lines, no red ink, no ruling.
 *
 * @param full the same with its rulings, in which bar codes still stand
 */
record Prepared(Grey page, Grey full, Placing placing, boolean sealed) {
}
