package conclave.document.screen;

import conclave.document.screen.Marks.Mark;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 出生日期, where it is not to be seen: in digits of any form, in Chinese numerals; year and month only where a word says what they are. */
final class Births {

    private static final int REACH = 12;
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final String PARTING = "年-./\uff0d\uff0e\uff0f\u00b7\u2013\u2014";

    private Births() {
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 一九八五年三月七日, with the noughts that people write. */
    static List<Term> inCharacters(LocalDate birth) {
        var terms = new ArrayList<Term>();
        for (var nought : List.of("〇", "零")) {
            var year = new StringBuilder();
            for (char digit : Integer.toString(birth.getYear()).toCharArray()) year.append(digit == '0' ? nought : NUMERALS.substring(digit - '0', digit - '0' + 1));
            var written = year + "年" + number(birth.getMonthValue()) + "月" + number(birth.getDayOfMonth()) + "日";
            terms.add(Term.free(Kind.BIRTH, Folded.of(written).signs(), Gap.BLANK, false, 95));
        }
        return terms;
    }

    private static String number(int number) {
        var tens = number < 10 ? "" : number < 20 ? "十" : NUMERALS.substring(number / 10, number / 10 + 1) + "十";
        return number % 10 == 0 ? tens : tens + NUMERALS.substring(number % 10, number % 10 + 1);
    }

    static void find(Stretch text, List<LocalDate> births) {
        var groups = text.groups();
        for (int g = 0; g < groups.many(); g++) {
            for (var birth : births) {
                if (groups.length(g) == 4 && groups.number(groups.first(g), 4) == birth.getYear()) parted(text, g, birth);
                if (groups.length(g) == 8 && groups.number(groups.first(g), 8) == birth.getYear() * 10000 + birth.getMonthValue() * 100 + birth.getDayOfMonth()) {
                    text.sighted().add(Kind.BIRTH, groups.from(g), groups.to(g), 92, false);
                }
            }
        }
    }

    private static void parted(Stretch text, int group, LocalDate birth) {
        var groups = text.groups();
        if (!part(text, group + 1, birth.getMonthValue())) return;
        int end = groups.to(group + 1);
        if (part(text, group + 2, birth.getDayOfMonth())) {
            int day = text.behindBlanks(groups.to(group + 2), 1);
            text.sighted().add(Kind.BIRTH, groups.from(group), "日号".indexOf(text.at(day)) >= 0 ? day + 1 : groups.to(group + 2), 95, false);
            return;
        }
        int month = text.behindBlanks(end, 1);
        if (text.at(month) == '月') end = month + 1;
        boolean said = text.marks().before(Mark.BIRTH, groups.from(group), REACH) || text.at(text.behindBlanks(end, 1)) == '生' || text.says(text.behindBlanks(end, 1), "出生");
        if (said) text.sighted().add(Kind.BIRTH, groups.from(group), end, 88, false);
    }

    /** Whether this group is that number, and one sign of a date stands before it. */
    private static boolean part(Stretch text, int group, int number) {
        var groups = text.groups();
        if (group >= groups.many() || groups.length(group) > 2 || groups.number(groups.first(group), groups.length(group)) != number) return false;
        int from = groups.to(group - 1);
        int at = text.behindBlanks(from, 2);
        boolean parts = PARTING.indexOf(text.at(at)) >= 0 || text.at(at) == '月';
        return parts && text.behindBlanks(at + 1, 2) == groups.from(group);
    }
}
