package conclave.document.mask;

import conclave.document.screen.Kind;

/**
 * How wide a mask is, in widths of a letter: one of a few for each kind, so that the box does not count the letters
 * of a name. The first holds almost everything of its kind.
 */
final class Widths {

    /** Beyond the widest of its kind a box grows by so much at a time. */
    private static final int STEP = 12;

    private Widths() {
    }

    static int atLeast(Kind kind, double letters) {
        var steps = of(kind);
        for (int step : steps) {
            if (letters <= step) return step;
        }
        int beyond = steps[steps.length - 1];
        return beyond + STEP * (int) Math.ceil((letters - beyond) / STEP);
    }

    private static int[] of(Kind kind) {
        return switch (kind) {
            case NAME, ADVISOR -> new int[] {6, 12, 20, 32};
            case PHONE, LANDLINE, BIRTH -> new int[] {9, 21};
            case ID_NUMBER, CREDIT_CODE -> new int[] {12, 21};
            case CARD, ACCOUNT, CERTIFICATE, MAIL, PHOTO, SEAL -> new int[] {14, 28};
            case UNIT -> new int[] {14, 24, 36};
            case ADDRESS -> new int[] {24, 40};
        };
    }
}
