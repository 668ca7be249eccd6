package conclave.document.mask;

/** A plan that would leave something uncovered, or is none. Carries places only, never what stands there. */
public final class MaskTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Code {
        NOT_A_PLAN, NOT_A_TEMPLATE, OFF_THE_PAGE, COVERS_NOTHING, NO_SUCH_PAGE, NO_SUCH_BOX, TOO_MANY_BOXES,
        /** Something was found that stands on no place of the page: a person has to look. */
        HIT_WITHOUT_PLACE
    }

    private final Code code;
    private final int at;

    /** @param at the line of a file, or else the page; 0 where neither is meant */
    public MaskTrouble(Code code, int at) {
        super(code + (at == 0 ? "" : " at " + at), null, false, false);
        this.code = code;
        this.at = at;
    }

    public Code code() {
        return code;
    }

    public int at() {
        return at;
    }
}
