package conclave.document.screen;

import java.util.BitSet;

/** Numbers of works and not of people: DOI, ISBN, ISSN, standards, and what stands in addresses of pages. */
final class Avoided {

    private static final int LONGEST = 300;

    private final BitSet groups = new BitSet();

    static Avoided in(Stretch text) {
        var avoided = new Avoided();
        for (int g = 0; g < text.groups().many(); g++) avoided.look(text, g);
        return avoided;
    }

    boolean has(int group) {
        return groups.get(group);
    }

    private void look(Stretch text, int g) {
        if (groups.get(g)) return;
        var all = text.groups();
        int from = all.from(g);
        boolean ten = all.length(g) == 2 && all.number(all.first(g), 2) == 10 && text.at(all.to(g)) == '.' && g + 1 < all.many()
                && all.from(g + 1) == all.to(g) + 1 && all.length(g + 1) >= 4 && text.at(all.to(g + 1)) == '/';
        if (ten) avoid(all, g, endOfToken(text, from));
        else if (announced(text, from, "isbn") || announced(text, from, "issn")) avoid(all, g, endOfNumber(text, from));
        else if (all.length(g) <= 6 && standard(text, from)) avoid(all, g, endOfNumber(text, from));
        else page(text, g);
    }

    private void avoid(Groups all, int g, int end) {
        for (int i = g; i < all.many() && all.from(i) < end; i++) groups.set(i);
    }

    private static boolean announced(Stretch text, int at, String word) {
        int end = at;
        while (end > 0 && at - end < 6 && !Signs.latin(Signs.simple(text.at(end - 1)))) end--;
        return end >= word.length() && text.says(end - word.length(), word);
    }

    /** GB/T 22239-2019, DL/T 5161.1, ISO 9001: capitals, then the number. */
    private static boolean standard(Stretch text, int at) {
        int end = text.beforeBlanks(at, 2);
        int begin = end;
        while (begin > 0 && end - begin < 6 && (Signs.latin(Signs.simple(text.at(begin - 1))) || text.at(begin - 1) == '/')) begin--;
        var said = new StringBuilder();
        for (int i = begin; i < end; i++) said.append(Signs.latin(Signs.simple(text.at(i))) ? Signs.simple(text.at(i)) : '/');
        return " gb gb/t gbz gb/z iso iec ieee db db/t dl dl/t jgj jtg jb/t yy/t ws/t sl cjj gbj astm din en cn zl ".contains(" " + said + " ");
    }

    private void page(Stretch text, int g) {
        int at = text.groups().from(g);
        if (text.at(at - 1) == '=' || text.at(at - 1) != '/' && text.at(at - 1) != '.' && !Signs.latin(Signs.simple(text.at(at - 1)))) return;
        int begin = at;
        while (begin > 0 && at - begin < LONGEST && inToken(text.at(begin - 1))) {
            begin--;
            if (text.says(begin, "://")) {
                avoid(text.groups(), g, text.groups().to(g));
                return;
            }
        }
    }

    private static int endOfToken(Stretch text, int from) {
        int at = from;
        while (at < text.end() && at - from < LONGEST && inToken(text.at(at))) at++;
        return at;
    }

    private static int endOfNumber(Stretch text, int from) {
        int at = from;
        while (at < text.end() && at - from < 24 && (Digits.value(text.text(), at, text.end()) >= 0 || Digits.isX(text.at(at)) || "-\u2014\u2013. ".indexOf(text.at(at)) >= 0)) at++;
        return at;
    }

    private static boolean inToken(char sign) {
        return sign > 0x20 && sign < 0x7f && sign != ',' && sign != ';';
    }
}
