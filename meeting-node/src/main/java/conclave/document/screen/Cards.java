package conclave.document.screen;

import conclave.document.screen.Groups.Before;
import conclave.document.screen.Marks.Mark;
import java.util.EnumSet;
import java.util.Set;

/** 银行卡号 by Luhn, 账号 by the words before it: the accounts of firms have no check. */
final class Cards {

    private static final Set<Before> WITHIN = EnumSet.of(Before.SPACE, Before.DASH, Before.BREAK);
    private static final int REACH = 12;
    private static final int BANK_REACH = 40;

    private Cards() {
    }

    static int find(Stretch text, int group) {
        var groups = text.groups();
        if (Signs.latin(Signs.simple(text.at(groups.from(group) - 1)))
                || Signs.latin(Signs.simple(text.at(groups.to(group))))) return group;
        int last = group;
        int sum = groups.length(group);
        while (last + 1 < groups.many() && WITHIN.contains(groups.before(last + 1)) && sum
                + groups.length(last + 1) <= 32) sum += groups.length(++last);
        boolean account = text.marks().before(Mark.ACCOUNT, groups.from(group), REACH);
        boolean bank = text.marks().before(Mark.BANK, groups.from(group), BANK_REACH);
        if (account || bank) {
            int end = account ? last : fours(groups, group, last) ? last : group;
            int many = digits(groups, group, end);
            if (account && many >= 8 || many >= 12) return found(text, group, end, many, account ? 96 : 82);
        }
        if (fours(groups, group, last)) return plain(text, group, last, sum);
        return plain(text, group, group, groups.length(group));
    }

    private static int digits(Groups groups, int group, int last) {
        int sum = 0;
        for (int g = group; g <= last; g++) sum += groups.length(g);
        return sum;
    }

    private static boolean fours(Groups groups, int group, int last) {
        if (last == group) return false;
        for (int g = group; g < last; g++) {
            if (groups.length(g) != 4) return false;
        }
        return groups.length(last) <= 4;
    }

    private static int found(Stretch text, int group, int last, int many, int confidence) {
        var groups = text.groups();
        if (many > 32) return group;
        boolean card = many >= 13 && many <= 19 && Checks.luhn(groups.digits(), groups.first(group), many);
        text.sighted().add(card ? Kind.CARD : Kind.ACCOUNT, groups.from(group), groups.to(last), card ? confidence : confidence - 6, false);
        return last + 1;
    }

    /** Without a word before it, only what cards of banks look like. */
    private static int plain(Stretch text, int group, int last, int many) {
        var groups = text.groups();
        if (many < 15 || many > 19 || groups.before(group) == Before.DOT || groups.before(last + 1) == Before.DOT) return group;
        if (!Checks.luhn(groups.digits(), groups.first(group), many)) return group;
        int two = groups.number(groups.first(group), 2);
        boolean union = two == 62 || two == 60;
        // Much else begins with 65 here: it is the number of the region.
        boolean foreign = two >= 40 && two <= 49 || two >= 51 && two <= 55 || two == 35;
        boolean sure = many >= 16 && union || many == 16 && foreign;
        boolean maybe = many == 16 && two >= 56 && two <= 69 || many == 15 && (two == 34 || two == 37);
        if (!sure && !maybe) return group;
        text.sighted().add(Kind.CARD, groups.from(group), groups.to(last), sure ? 88 : 60, !sure);
        return last + 1;
    }
}
