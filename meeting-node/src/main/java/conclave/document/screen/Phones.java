package conclave.document.screen;

import conclave.document.screen.Groups.Before;
import conclave.document.screen.Marks.Mark;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** 手机号码: eleven digits that begin with 13 to 19, with 86 before them or not, in one or in parts. */
final class Phones {

    private static final Set<Before> WITHIN = EnumSet.of(Before.SPACE, Before.DASH, Before.DOT, Before.BREAK);
    private static final Set<Before> JOINED = EnumSet.of(Before.SPACE, Before.DASH, Before.DOT);
    /** How people part it; anything else is for somebody to look at. */
    private static final List<List<Integer>> SHAPES = List.of(List.of(3, 4, 4), List.of(3, 8), List.of(7, 4), List.of(3, 3, 5), List.of(4, 4, 3), List.of(4, 3, 4),
            List.of(5, 6), List.of(6, 5), List.of(3, 2, 2, 2, 2), List.of(3, 2, 6), List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    private static final int REACH = 16;

    private Phones() {
    }

    /** @param left whether what stands before belongs to something that was found already */
    static int find(Stretch text, int group, boolean left) {
        var groups = text.groups();
        int length = groups.length(group);
        if (length == 2 && groups.digit(group, 0) == 8 && groups.digit(group, 1) == 6 || length == 4 && groups.number(groups.first(group), 4) == 86) return prefixed(text, group);
        if (length == 11) return starts(groups, group, 0) ? whole(text, group, 0) : group;
        if (length == 12 && groups.digit(group, 0) == 0) return starts(groups, group, 1) && said(text, group) ? whole(text, group, 1) : group;
        if (length == 13 && groups.number(groups.first(group), 2) == 86) return starts(groups, group, 2) ? whole(text, group, 2) : group;
        if (length == 15 && groups.number(groups.first(group), 4) == 86) return starts(groups, group, 4) ? whole(text, group, 4) : group;
        return length < 11 ? parted(text, group, group, left) : group;
    }

    private static boolean starts(Groups groups, int group, int skipped) {
        return groups.digit(group, skipped) == 1 && groups.length(group) > skipped + 1 && groups.digit(group, skipped + 1) >= 3;
    }

    private static boolean said(Stretch text, int group) {
        return text.marks().before(Mark.PHONE, text.groups().from(group), REACH);
    }

    private static int from(Stretch text, int group) {
        int from = text.groups().from(group);
        return from > 0 && "+\uff0b".indexOf(text.at(from - 1)) >= 0 ? from - 1 : from;
    }

    private static int prefixed(Stretch text, int group) {
        var groups = text.groups();
        int next = group + 1;
        boolean plus = from(text, group) < groups.from(group);
        if (next >= groups.many() || groups.before(next) == Before.APART || groups.before(next) == Before.SPACES) return group;
        if (groups.length(next) == 11 && starts(groups, next, 0)) {
            text.sighted().add(Kind.PHONE, from(text, group), groups.to(next), 97, false);
            return next + 1;
        }
        if (!plus && groups.length(group) == 2 && !said(text, group)) return group;
        int behind = parted(text, next, group, true);
        return behind == next ? group : behind;
    }

    private static int whole(Stretch text, int group, int skipped) {
        var groups = text.groups();
        boolean said = said(text, group);
        if (!said && !alone(text, groups.from(group), groups.to(group))) return group;
        boolean part = groups.before(group) == Before.DASH || groups.before(group + 1) == Before.DASH;
        if (groups.before(group) == Before.DOT || groups.before(group + 1) == Before.DOT) return group;
        boolean near = !said && part;
        text.sighted().add(Kind.PHONE, from(text, group), groups.to(group), near ? 60 : said || skipped > 0 ? 99 : groups.guessed(group) > 0 ? 85 : 94, near);
        return group + 1;
    }

    private static int parted(Stretch text, int group, int begin, boolean left) {
        var groups = text.groups();
        if (groups.digit(group, 0) != 1 || groups.length(group) > 1 && groups.digit(group, 1) < 3) return group;
        int last = groups.together(group, 11, WITHIN);
        if (last < 0 || groups.digits()[groups.first(group) + 1] < 3) return group;
        var shape = IntStream.rangeClosed(group, last).mapToObj(groups::length).toList();
        long dots = IntStream.rangeClosed(group + 1, last).filter(g -> groups.before(g) == Before.DOT).count();
        // 138.9999.1234 is a telephone; with other signs between they are fractions.
        if (dots > 0 && (dots < last - group || groups.length(group) != 3)) return group;
        boolean said = said(text, begin) || begin < group;
        // A row of a table is no number in parts.
        boolean edges = (left || !JOINED.contains(groups.before(begin))) && !JOINED.contains(groups.before(last + 1));
        boolean follows = groups.before(last + 1) == Before.SPACE && last + 1 < groups.many() && groups.digit(last + 1, 0) == 1 && groups.length(last + 1) == shape.getFirst();
        if (!said && !edges && !(left && follows) && !follows || !alone(text, groups.from(begin), groups.to(last))) return group;
        boolean usual = SHAPES.contains(shape) && IntStream.rangeClosed(group + 1, last).noneMatch(g -> groups.before(g) == Before.BREAK);
        boolean near = !said && !usual;
        text.sighted().add(Kind.PHONE, from(text, begin), groups.to(last), near ? 60 : said ? 97 : 88, near);
        return last + 1;
    }

    /** No sum of money, no amount, no part of a word or of a fraction. */
    private static boolean alone(Stretch text, int from, int to) {
        char left = text.at(from - 1);
        char right = text.at(text.behindBlanks(to, 1));
        if (Signs.latin(Signs.simple(left)) || Signs.latin(Signs.simple(text.at(to)))) return false;
        if ("¥￥$€£".indexOf(left) >= 0 || left == '.' && Character.isDigit(text.at(from - 2))) return false;
        return "元万亿吨米平公千克％%‰亩株".indexOf(right) < 0;
    }
}
