package conclave.document.screen;

/**
 * A place in a text that says who somebody is, never what it says. Offsets count code points of the text it was found in.
 *
 * @param near like it but not it: for a person to look at, never masked unseen
 * @param confidence of 100
 */
public record Hit(Kind kind, int start, int end, int confidence, boolean near) {

    public Hit {
        if (start < 0 || end <= start || confidence < 1 || confidence > 100) throw new IllegalArgumentException("no hit");
    }
}
