package conclave.document.screen;

/** 电子邮箱: around the sign @ in any width, with a blank beside it and a line break behind a dot. */
final class Mails {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_LABELS = 6;
    private static final int LONGEST_LABEL = 63;

    private Mails() {
    }

    static void find(Stretch text) {
        for (int i = 0; i < text.end(); i++) {
            char sign = text.text()[i];
            if (sign == '@' || sign == '\uff20' || sign == '\ufe6b') around(text, i);
        }
    }

    private static void around(Stretch text, int at) {
        int nameEnd = text.beforeBlanks(at, 2);
        int from = nameEnd;
        while (from > 0 && nameEnd - from < LONGEST_NAME && inName(text.at(from - 1))) from--;
        while (from < nameEnd && isDot(text.at(from))) from++;
        if (from == nameEnd) return;
        int to = domain(text, text.behindBlanks(at + 1, 2));
        if (to > 0) text.sighted().add(Kind.MAIL, from, to, 98, false);
    }

    /** Where the last label ends, or -1 where there are not two of which the last has letters. */
    private static int domain(Stretch text, int from) {
        int at = from;
        int end = -1;
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            int begin = at;
            boolean letters = true;
            while (at < text.end() && at - begin < LONGEST_LABEL && inLabel(text.at(at))) letters &= !Character.isDigit(text.at(at++));
            if (at == begin) break;
            if (labels > 0 && letters && at - begin >= 2) end = at;
            int dot = text.behindBlanks(at, 2);
            if (!isDot(text.at(dot))) break;
            int next = text.behindBlanks(dot + 1, 2);
            // A sentence ends and another begins: only what ends in domains goes on over a blank.
            if (end > 0 && (dot > at || next > dot + 1) && !known(text, next)) break;
            at = next;
        }
        return end;
    }

    private static boolean known(Stretch text, int at) {
        for (var last : new String[] {"com", "cn", "net", "org", "edu", "gov"}) {
            if (text.says(at, last) && !inLabel(text.at(at + last.length()))) return true;
        }
        return false;
    }

    private static boolean inName(char sign) {
        return inLabel(sign) || isDot(sign) || "_+%\uff3f".indexOf(sign) >= 0;
    }

    private static boolean inLabel(char sign) {
        if (sign == 0) return false;
        char folded = Signs.simple(sign);
        return Signs.latin(folded) || folded >= '0' && folded <= '9' || sign == '-' || sign == '\uff0d';
    }

    private static boolean isDot(char sign) {
        return sign == '.' || sign == '\uff0e' || sign == '\u3002';
    }
}
