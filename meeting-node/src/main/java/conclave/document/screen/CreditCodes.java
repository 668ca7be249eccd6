package conclave.document.screen;

import conclave.document.screen.Marks.Mark;

/** 统一社会信用代码, GB 32100: a unit's number. Some registered ones are said not to check, so a wrong check is near and not nothing. */
final class CreditCodes {

    private static final int LENGTH = 18;
    private static final String FIRST = "123456789any";
    private static final int REACH = 12;

    private CreditCodes() {
    }

    static void find(Stretch text) {
        var folded = text.folded();
        for (int i = 0; i + LENGTH <= folded.length(); i++) {
            if (FIRST.indexOf(folded.sign(i)) < 0 || !alphabet(folded, i)) continue;
            if (letterOrDigit(folded.touchingLeft(i)) || letterOrDigit(folded.touchingRight(i + LENGTH - 1))) continue;
            judge(text, i);
        }
    }

    private static boolean alphabet(Folded folded, int at) {
        for (int i = 2; i < 8; i++) {
            if (folded.sign(at + i) < '0' || folded.sign(at + i) > '9') return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!Checks.creditSign(folded.sign(at + i))) return false;
        }
        return true;
    }

    private static void judge(Stretch text, int at) {
        var folded = text.folded();
        int from = folded.from(at);
        int to = folded.to(at + LENGTH - 1);
        boolean province = Checks.province(folded.sign(at + 2) - '0', folded.sign(at + 3) - '0') || folded.sign(at + 2) == '1' && folded.sign(at + 3) == '0';
        if (!province) return;
        int parts = parts(folded, at);
        if (parts == 0) return;
        boolean said = text.marks().before(Mark.CREDIT, from, REACH);
        boolean checks = Checks.credit(folded.raw(), at);
        boolean usual = Checks.registered(folded.sign(at), folded.sign(at + 1));
        if (checks && (said || usual)) {
            text.sighted().add(Kind.CREDIT_CODE, from, to, said ? 99 : parts == 1 ? 97 : 92, false);
        } else if (said || usual && parts == 1 && letters(folded, at) || checks && parts == 1 && letters(folded, at)) {
            text.sighted().add(Kind.CREDIT_CODE, from, to, said ? 70 : 60, true);
        }
    }

    /** In how many pieces it stands; zero where they do not belong together. */
    private static int parts(Folded folded, int at) {
        int parts = 1;
        for (int i = at + 1; i < at + LENGTH; i++) {
            if (!folded.bridged(i, Gap.BLANK | Gap.DASH)) return 0;
            if (folded.from(i) > folded.to(i - 1) && !folded.bridged(i, Gap.INVISIBLE)) parts++;
        }
        return parts <= 6 || parts == LENGTH ? parts : 0;
    }

    private static boolean letters(Folded folded, int at) {
        for (int i = 8; i < LENGTH; i++) {
            if (Signs.latin(folded.sign(at + i))) return true;
        }
        return false;
    }

    private static boolean letterOrDigit(int sign) {
        return Signs.latin(sign) || sign >= '0' && sign <= '9';
    }
}
