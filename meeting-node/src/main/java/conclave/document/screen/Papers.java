package conclave.document.screen;

import conclave.document.screen.Marks.Mark;

/** 证书编号, 执业证号, 护照, QQ: what stands behind the word that announces it. */
final class Papers {

    private static final int LONGEST = 60;
    private static final int LONGEST_LETTERS = 12;
    /** What stands between the word and the number. */
    private static final String CONNECTS = ".:\uff1a\u3000 \t(\uff08)\uff09[\uff3b\u3010\u3011-\u2014_=|#\u2116\u300a\u300b\u201c\"'";
    private static final String INSIDE = "-_/.\u2014\u2013\u2010\uff0d()\uff08\uff09[]\u3014\u3015\u3010\u3011*";

    private Papers() {
    }

    static void find(Stretch text) {
        var marks = text.marks();
        for (int i = 0; i < marks.many(); i++) {
            switch (marks.mark(i)) {
                case NUMBERED -> number(text, marks.end(i), Kind.CERTIFICATE, 5, 4, 90);
                case PAPER -> {
                    if (announced(text, marks.end(i))) number(text, marks.end(i), Kind.CERTIFICATE, 6, 5, 84);
                }
                case PASSPORT -> number(text, marks.end(i), Kind.CERTIFICATE, 8, 6, 92);
                case LOGIN -> login(text, marks.end(i));
                case ORGANISATION -> organisation(text, marks.end(i));
                case IDENTITY, PHONE, ACCOUNT, BANK, CREDIT, ADDRESS, BIRTH -> {
                }
            }
        }
    }

    /** Where the value begins: behind colons, brackets and the words 号, 码, 为, 是, No. */
    static int value(Stretch text, int from) {
        int at = from;
        while (at < text.end() && at - from < 12) {
            char sign = text.at(at);
            if (CONNECTS.indexOf(sign) >= 0 || "号码为是编第".indexOf(sign) >= 0 || (Signs.gap(text.text(), at) & Gap.BLANK) != 0) at++;
            else if (text.says(at, "no") && !Signs.latin(Signs.simple(text.at(at + 2)))) at += text.at(at + 2) == '.' ? 3 : 2;
            else break;
        }
        return at;
    }

    private static boolean announced(Stretch text, int end) {
        int at = text.behindBlanks(end, 2);
        return ":\uff1a(\uff08\u2116第号".indexOf(text.at(at)) >= 0 || text.says(at, "no");
    }

    private static void number(Stretch text, int end, Kind kind, int shortest, int fewest, int confidence) {
        int from = value(text, end);
        int at = letters(text, from);
        int to = at;
        int signs = 0;
        int digits = 0;
        while (at < text.end() && at - from < LONGEST) {
            char sign = text.at(at);
            char folded = Signs.simple(sign);
            if (folded >= '0' && folded <= '9' || Digits.value(text.text(), at, text.end()) >= 0 && signs > 0) digits++;
            else if (!Signs.latin(folded)) {
                if (!goesOn(text, at, digits)) break;
                at++;
                continue;
            }
            signs++;
            to = ++at;
        }
        if (signs < shortest || digits < fewest || digits == 4 && text.at(text.behindBlanks(to, 1)) == '年' || dated(text, from, to)) return;
        text.sighted().add(kind, from, to, confidence, false);
    }

    /** 新（医）字第, 第: letters that belong to the number. */
    private static int letters(Stretch text, int from) {
        for (int at = from; at < text.end() && at - from <= LONGEST_LETTERS; at++) {
            char folded = Signs.simple(text.at(at));
            if (folded >= '0' && folded <= '9' || Signs.latin(folded)) return at == from || written(text, from, at) ? at : from;
            if (Signs.gap(text.text(), at) == 0 && !Character.isLetter(text.at(at)) || Signs.gap(text.text(), at) == Gap.BREAK) return from;
        }
        return from;
    }

    private static boolean written(Stretch text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("第字证".indexOf(text.at(i)) >= 0) return true;
        }
        return false;
    }

    /** Over a dash, a bracket, one blank or one line break, where a digit follows. */
    private static boolean goesOn(Stretch text, int at, int digits) {
        char sign = text.at(at);
        boolean blank = (Signs.gap(text.text(), at) & Gap.BLANK) != 0;
        if (digits > 0 && blank) {
            int next = text.behindBlanks(at, 3);
            return Character.isDigit(text.at(next)) && Character.isDigit(text.at(next + 1)) && Character.isDigit(text.at(next + 2));
        }
        return INSIDE.indexOf(sign) >= 0 && sign != 0 || digits > 0 && "字第".indexOf(sign) >= 0 || Signs.gap(text.text(), at) == Gap.INVISIBLE;
    }

    /** 2015-06-01 and 20150601 behind the word are when it was given. */
    private static boolean dated(Stretch text, int from, int to) {
        var digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            char folded = Signs.simple(text.at(i));
            if (folded >= '0' && folded <= '9') digits.append(folded);
            else if (folded != 0) return false;
        }
        if (digits.length() < 5 || digits.length() > 8) return false;
        int year = Integer.parseInt(digits.substring(0, 4));
        boolean parted = to - from > digits.length();
        return year >= 1900 && year <= 2100 && (parted || digits.length() == 8 && Checks.date(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6))));
    }

    private static void login(Stretch text, int end) {
        int from = value(text, end);
        int to = from;
        int digits = 0;
        while (to < text.end() && to - from < 24) {
            char folded = Signs.simple(text.at(to));
            boolean digit = folded >= '0' && folded <= '9';
            if (!digit && !Signs.latin(folded) && "_-".indexOf(text.at(to)) < 0) break;
            if (digit) digits++;
            to++;
        }
        boolean number = digits == to - from && digits >= 5 && digits <= 12;
        if (from > end && (number || to - from >= 6 && digits >= 2)) text.sighted().add(Kind.ACCOUNT, from, to, 85, false);
    }

    private static void organisation(Stretch text, int end) {
        int from = value(text, end);
        var code = new int[9];
        int many = 0;
        int at = from;
        for (; at < text.end() && many < 9 && at - from < 14; at++) {
            char folded = Signs.simple(text.at(at));
            if (folded >= '0' && folded <= '9' || Signs.latin(folded)) code[many++] = folded;
            else if ((Signs.gap(text.text(), at) & (Gap.DASH | Gap.BLANK)) == 0) return;
        }
        if (many < 9) return;
        boolean checks = Checks.organisation(code, 0);
        text.sighted().add(Kind.CREDIT_CODE, from, at, checks ? 95 : 60, !checks);
    }
}
