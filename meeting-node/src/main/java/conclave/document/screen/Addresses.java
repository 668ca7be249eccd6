package conclave.document.screen;

import conclave.document.screen.Marks.Mark;

/** 住址: behind the word, or by a street with a number. Always near: where a project lies is written just like where somebody lives. */
final class Addresses {

    private static final int LONGEST = 60;
    private static final int LONGEST_LEFT = 30;
    /** 号, 楼, 单元, 层, 室. */
    private static final int MOST_UNITS = 6;
    private static final String ENDS = "\u3002;\uff1b?\uff1f!\uff01|";
    private static final String PLACES = "省市州县区旗镇乡村路街巷号室栋幢楼";

    private Addresses() {
    }

    static void find(Stretch text) {
        var marks = text.marks();
        for (int i = 0; i < marks.many(); i++) {
            if (marks.mark(i) == Mark.ADDRESS) said(text, marks.end(i));
        }
        for (int g = 0; g < text.groups().many(); g++) {
            if (text.groups().length(g) <= 5) street(text, g);
        }
    }

    private static void said(Stretch text, int end) {
        int from = Papers.value(text, end);
        if (from == end) return;
        int to = from;
        int places = 0;
        int digits = 0;
        for (; to < text.end() && to - from < LONGEST; to++) {
            char sign = text.at(to);
            if (ENDS.indexOf(sign) >= 0 || Signs.gap(sign) == Gap.BREAK || sign == '\t') break;
            if (PLACES.indexOf(sign) >= 0) places++;
            if (Character.isDigit(sign)) digits++;
        }
        to = text.beforeBlanks(to, LONGEST);
        boolean postcode = digits == 6 && to - from == 6;
        if (places >= 1 && to - from >= 4 || postcode) text.sighted().add(Kind.ADDRESS, from, to, places >= 2 ? 75 : 65, true);
    }

    /** 友好北路100号3栋2单元501室. */
    private static void street(Stretch text, int group) {
        var groups = text.groups();
        int before = text.beforeBlanks(groups.from(group), 2);
        int behind = text.behindBlanks(groups.to(group), 2);
        if ("路街巷道弄同村里园区".indexOf(text.at(before - 1)) < 0 || text.at(behind) != '号' || "文令".indexOf(text.at(behind + 1)) >= 0 && text.at(behind + 1) != 0) return;
        int to = behind + 1;
        for (int g = group + 1; g < Math.min(groups.many(), group + MOST_UNITS) && groups.from(g) - to <= 3 && groups.length(g) <= 5; g++) {
            int unit = text.behindBlanks(groups.to(g), 1);
            if ("栋幢号座楼层单室".indexOf(text.at(unit)) < 0) break;
            to = unit + (text.at(unit) == '单' || text.at(unit) == '号' && text.at(unit + 1) == '楼' ? 2 : 1);
        }
        int from = before;
        while (from > 0 && before - from < LONGEST_LEFT && Character.isLetterOrDigit(text.at(from - 1)) && "在于位住至到和".indexOf(text.at(from - 1)) < 0) from--;
        if (to <= text.end() && before - from >= 3) text.sighted().add(Kind.ADDRESS, from, to, 60, true);
    }
}
