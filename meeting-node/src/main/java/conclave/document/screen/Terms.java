package conclave.document.screen;

import conclave.document.screen.Term.Edges;
import java.util.List;

/** The written forms of one line of a dictionary; digits, births and mail are compared elsewhere as well. */
final class Terms {

    private Terms() {
    }

    static List<Term> of(Known known) {
        if (!known.flaws().isEmpty()) return List.of();
        return switch (known.kind()) {
            case NAME, ADVISOR -> Names.of(known.kind(), known.text());
            case UNIT, ADDRESS -> List.of(unit(known.kind(), known.text()));
            case BIRTH, PHOTO, SEAL -> List.of();
            case ID_NUMBER, CREDIT_CODE, PHONE, LANDLINE, MAIL, CARD, ACCOUNT, CERTIFICATE -> Digits.isNumber(known.text()) ? List.of()
                    : List.of(code(known.kind(), known.text()));
        };
    }

    /** 新疆大学（南校区）, also without brackets and over two lines; a unit's name in Latin letters is a row of words. */
    private static Term unit(Kind kind, String name) {
        var parts = Parts.of(name);
        int[] signs = parts.joined();
        if (parts.script() == Parts.Script.HAN) return Term.free(kind, signs, Gap.ANY & ~Gap.COMMA, false, signs.length <= 3 ? 85 : 96);
        var edges = parts.script() == Parts.Script.LATIN ? Edges.WORD : Edges.ARABIC;
        boolean near = signs.length < 4;
        return new Term(kind, signs, Gap.INVISIBLE | Gap.QUOTE | Gap.DASH, parts.seams(), Gap.ANY, edges, near, near ? 55 : 92);
    }

    private static Term code(Kind kind, String text) {
        int[] signs = Folded.of(text).signs();
        // Fewer signs stand in every second table.
        boolean near = signs.length < 4;
        return new Term(kind, signs, Gap.ANY & ~Gap.COMMA, new boolean[signs.length], 0, Edges.NUMBER, near, near ? 50 : 98);
    }
}
