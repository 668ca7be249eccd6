package conclave.appliance.office;

import conclave.codec.BadJson;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What is wrong with a mapping that somebody wrote by hand, in the words of whoever wrote it. */
public final class MappingTrouble {

    private static final SequencedMap<Pattern, String> WORDS = words();

    private MappingTrouble() {
    }

    private static SequencedMap<Pattern, String> words() {
        var words = new LinkedHashMap<Pattern, String>();
        words.put(Pattern.compile("the field is missing: (.+)"), "缺少 $1");
        words.put(Pattern.compile("not a text: (.+)"), "$1 应为带引号的文字");
        words.put(Pattern.compile("not a list: (.+)"), "$1 应为方括号中的列表");
        words.put(Pattern.compile("not an object: (.+)"), "$1 应为花括号中的各项");
        words.put(Pattern.compile("not true or false: (.+)"), "$1 应为 true 或 false");
        words.put(Pattern.compile("not a whole number: (.+)"), "$1 应为整数");
        words.put(Pattern.compile("unknown: (.+)"), "没有 $1 这一项");
        words.put(Pattern.compile("format: (.+)"), "format 应为 $1");
        words.put(Pattern.compile("not UTF-8"), "不是 UTF-8 编码");
        words.put(Pattern.compile("(?:forms|words|results|receipts).*"), "$0 不符");
        return words;
    }

    public static String chinese(BadJson reason) {
        var message = String.valueOf(reason.getMessage());
        var where = reason.line() > 0 ? "，第 " + reason.line() + " 行" : "";
        for (var word : WORDS.entrySet()) {
            var said = word.getKey().matcher(message);
            if (said.matches()) return said.replaceFirst(word.getValue()) + where;
        }
        return "不是完整的 JSON，请核对逗号、引号和括号" + where;
    }
}
