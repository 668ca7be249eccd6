package conclave.meeting.prepare;

/** What takes room in a line and means nothing. */
final class Spaces {

    private Spaces() {
    }

    /** Spaces of every width, none included, and the marks that only steer the direction of writing. */
    static boolean among(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
