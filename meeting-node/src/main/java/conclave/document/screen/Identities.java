package conclave.document.screen;

import conclave.document.screen.Groups.Before;
import conclave.document.screen.Marks.Mark;
import java.util.EnumSet;
import java.util.Set;

/** 公民身份号码, GB 11643, of eighteen signs and of fifteen digits; also in boxes and over two lines. */
final class Identities {

    private static final Set<Before> WITHIN = EnumSet.of(Before.SPACE, Before.SPACES, Before.BREAK, Before.DASH);
    private static final int REACH = 12;

    private Identities() {
    }

    /** The group behind what was found, or the same. */
    static int find(Stretch text, int group) {
        var groups = text.groups();
        if (Signs.latin(Signs.simple(text.at(groups.from(group) - 1)))) return group;
        int full = groups.together(group, 18, WITHIN);
        if (full >= 0) return full(text, group, full, groups.to(full), false);
        int short17 = groups.together(group, 17, WITHIN);
        if (short17 >= 0) {
            int x = text.behindBlanks(groups.to(short17), 4);
            if (Digits.isX(text.at(x)) && !Signs.latin(Signs.simple(text.at(x + 1)))) return full(text, group, short17, x + 1, true);
        }
        int old = groups.together(group, 15, WITHIN);
        return old >= 0 ? old(text, group, old) : group;
    }

    private static int full(Stretch text, int group, int last, int end, boolean x) {
        var groups = text.groups();
        int at = groups.first(group);
        boolean said = text.marks().before(Mark.IDENTITY, groups.from(group), REACH);
        boolean one = group == last;
        boolean place = Checks.province(groups.digits()[at], groups.digits()[at + 1]);
        boolean dated = Checks.date(groups.number(at + 6, 4), groups.number(at + 10, 2), groups.number(at + 12, 2));
        char check = x ? 'x' : (char) ('0' + groups.digits()[at + 17]);
        if (place && dated && check == Checks.identity(groups.digits(), at)) {
            text.sighted().add(Kind.ID_NUMBER, groups.from(group), end, said ? 99 : one ? 97 : 95, false);
            return last + 1;
        }
        // Mistyped or misread: somebody looks.
        boolean shaped = one || groups.length(group) == 6 || groups.length(group) == 1;
        if (place && dated && (said || shaped) || said && (place || dated) || said && one) {
            text.sighted().add(Kind.ID_NUMBER, groups.from(group), end, said ? 70 : 60, true);
            return last + 1;
        }
        return group;
    }

    private static int old(Stretch text, int group, int last) {
        var groups = text.groups();
        int at = groups.first(group);
        boolean said = text.marks().before(Mark.IDENTITY, groups.from(group), REACH);
        boolean fits = Checks.province(groups.digits()[at], groups.digits()[at + 1])
                && Checks.date(1900 + groups.number(at + 6, 2), groups.number(at + 8, 2), groups.number(at + 10, 2));
        if (!fits && !said || group != last && !said) return group;
        text.sighted().add(Kind.ID_NUMBER, groups.from(group), groups.to(last), fits && said ? 92 : 58, !(fits && said));
        return last + 1;
    }
}
