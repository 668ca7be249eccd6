package conclave.document.screen;

import conclave.document.screen.Groups.Before;
import conclave.document.screen.Marks.Mark;
import java.util.EnumSet;
import java.util.Set;

/** 固定电话: with its area code in any of the usual forms; without one, and in one piece, only where a word says what it is. */
final class Landlines {

    private static final Set<Before> PARTS = EnumSet.of(Before.SPACE, Before.DASH);
    private static final Set<Before> BEHIND_AREA = EnumSet.of(Before.SPACE, Before.DASH, Before.BRACKET, Before.BREAK);
    private static final int REACH = 16;

    private Landlines() {
    }

    static int find(Stretch text, int group) {
        var groups = text.groups();
        if (Signs.latin(Signs.simple(text.at(groups.from(group) - 1))) && !said(text, group)) return group;
        if (area(groups, group)) {
            int last = local(groups, group + 1, groups.length(group), BEHIND_AREA);
            if (last >= 0) return found(text, group, last, said(text, group) ? 97 : 92, false);
        }
        if (country(groups, group)) {
            int last = local(groups, group + 2, groups.length(group + 1) + 1, BEHIND_AREA);
            if (last >= 0) return found(text, group, last, 95, false);
        }
        int length = groups.length(group);
        boolean whole = length >= 11 && length <= 12 && groups.digit(group, 0) == 0 && areaDigits(groups, groups.first(group), length - 8)
                || length == 11 && groups.digit(group, 0) == 0 && areaDigits(groups, groups.first(group), 4);
        if (whole) return found(text, group, group, said(text, group) ? 93 : 58, !said(text, group));
        return text.marks().before(Mark.PHONE, groups.from(group), REACH) ? spoken(text, group) : group;
    }

    private static boolean said(Stretch text, int group) {
        return text.marks().before(Mark.PHONE, text.groups().from(group), REACH);
    }

    /** Seven or eight digits behind the word telephone, and numbers of firms. */
    private static int spoken(Stretch text, int group) {
        var groups = text.groups();
        for (int many : new int[] {8, 7, 10}) {
            int last = groups.together(group, many, PARTS);
            if (last < 0 || PARTS.contains(groups.before(last + 1)) && groups.length(last + 1) > 6) continue;
            int first = groups.digit(group, 0);
            boolean fits = many == 10 ? groups.number(groups.first(group), 3) == 400 || groups.number(groups.first(group), 3) == 800 : first >= 2 && first <= 8;
            if (fits && !(many == 8 && dated(groups, group))) return found(text, group, last, 85, false);
        }
        return group;
    }

    private static boolean dated(Groups groups, int group) {
        int at = groups.first(group);
        return Checks.date(groups.number(at, 4), groups.number(at + 4, 2), groups.number(at + 6, 2));
    }

    private static boolean area(Groups groups, int group) {
        int length = groups.length(group);
        return (length == 3 || length == 4) && groups.digit(group, 0) == 0 && areaDigits(groups, groups.first(group), length);
    }

    private static boolean areaDigits(Groups groups, int at, int many) {
        int second = groups.digits()[at + 1];
        if (many == 3) return second == 1 && groups.digits()[at + 2] == 0 || second == 2;
        return many == 4 && second >= 3;
    }

    /** 86 991 …: the area code has lost its nought. */
    private static boolean country(Groups groups, int group) {
        if (group + 1 >= groups.many() || !BEHIND_AREA.contains(groups.before(group + 1))) return false;
        int length = groups.length(group);
        boolean code = length == 2 && groups.number(groups.first(group), 2) == 86 || length == 4 && groups.number(groups.first(group), 4) == 86;
        int area = groups.length(group + 1);
        int first = groups.digit(group + 1, 0);
        return code && (area == 2 && (first == 1 || first == 2) || area == 3 && first >= 3);
    }

    /** The last group of the number that follows an area code of this length. */
    private static int local(Groups groups, int group, int area, Set<Before> between) {
        if (group >= groups.many() || !between.contains(groups.before(group))) return -1;
        int first = groups.digit(group, 0);
        if (first < 2) return -1;
        int eight = groups.together(group, 8, PARTS);
        if (eight >= 0) return eight;
        return area >= 4 ? groups.together(group, 7, PARTS) : -1;
    }

    private static int found(Stretch text, int group, int last, int confidence, boolean near) {
        var groups = text.groups();
        int from = groups.from(group);
        if ("+\uff0b(\uff08".indexOf(text.at(from - 1)) >= 0 && from > 0) from--;
        int end = groups.to(last);
        int behind = last + 1;
        if (extension(text, last)) {
            end = groups.to(behind);
            behind++;
        }
        text.sighted().add(Kind.LANDLINE, from, end, confidence, near);
        return behind;
    }

    private static boolean extension(Stretch text, int last) {
        var groups = text.groups();
        int next = last + 1;
        if (next >= groups.many() || groups.length(next) > 6 || groups.from(next) - groups.to(last) > 6) return false;
        if (groups.before(next) == Before.DASH) return groups.from(next) - groups.to(last) == 1 && groups.length(next) <= 5;
        int at = text.behindBlanks(groups.to(last), 2);
        return text.says(at, "转") || text.says(at, "分机") || text.says(at, "ext") || text.says(at, "x");
    }
}
