package conclave.meeting.rule.sheet;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula, fit to stand in quotes, as somebody reads it who has never written one: names for codes, signs of arithmetic, words for functions. */
final class FormulaWords {

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|“[^”]*”|[\\p{L}_][\\p{L}\\d_]*|>=|<=|!=|==|[*/]|[(),]\\s*|\\s+");
    private static final TreeMap<String, String> WORDS = new TreeMap<>();

    static {
        for (var pair : List.of("and 且", "or 或", "not 非", "in 属于", "true 是", "false 否", "if 如果", "min 取小", "max 取大", "floor 取整", "abs 绝对值",
                "years 满年数", "months 满月数", "year 年份", "known 已填报", "count 计数", "sum 合计", ">= ≥", "<= ≤", "!= ≠", "== ＝", "* ×", "/ ÷",
                "( （", ") ）", ", ，")) {
            WORDS.put(pair.split(" ")[0], pair.split(" ")[1]);
        }
    }

    private FormulaWords() {
    }

    static String of(String formula, SortedMap<String, String> names) {
        return WORD.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(word(found.group(), names)));
    }

    private static String word(String word, SortedMap<String, String> names) {
        if (word.isBlank()) return " ";
        if (word.startsWith("\"") || word.startsWith("“")) return "‘" + word.substring(1, word.length() - 1) + "’";
        return Optional.ofNullable(names.get(word.strip())).or(() -> Optional.ofNullable(WORDS.get(word.strip()))).orElse(word);
    }
}
