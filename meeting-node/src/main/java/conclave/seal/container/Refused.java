package conclave.seal.container;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A package that is not taken, and why. An {@link IOException}, because it comes out of streams; whoever wants to tell it from a broken
 * disk catches it first. Its facts name places (volume, chunk, offset, field), never contents.
 */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> CHINESE = Map.ofEntries(Map.entry("volume", "卷"), Map.entry("chunk", "数据块"), Map.entry("offset", "位置"),
            Map.entry("file", "文件"), Map.entry("signer", "签名人"), Map.entry("certificate", "证书"), Map.entry("serial", "证书序列号"), Map.entry("from", "起"),
            Map.entry("until", "止"), Map.entry("today", "当前日期"), Map.entry("field", "项目"), Map.entry("type", "类型"), Map.entry("size", "大小"),
            Map.entry("expected", "应为"), Map.entry("most", "上限"), Map.entry("profile", "算法体系"), Map.entry("stated", "声明"), Map.entry("found", "实际"));

    private final Reason reason;
    private final transient SortedMap<String, String> facts;

    private Refused(Reason reason, SortedMap<String, String> facts) {
        super(reason.code() + (facts.isEmpty() ? "" : " " + facts));
        this.reason = reason;
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    /** Facts come in pairs of name and value. */
    public static Refused because(Reason reason, String... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        return new Refused(reason, named);
    }

    public Reason reason() {
        return reason;
    }

    /** A stable key for programs and for words. */
    public String code() {
        return reason.code();
    }

    public SortedMap<String, String> facts() {
        return facts;
    }

    /** What a person is told, with the place where there is one. */
    public String chinese() {
        return reason.chinese() + place("（", "，", "）", CHINESE);
    }

    public String english() {
        return reason.english() + place(" (", ", ", ")", Map.of());
    }

    private String place(String open, String between, String close, Map<String, String> names) {
        if (facts.isEmpty()) return "";
        var said = facts.entrySet().stream().map(fact -> names.getOrDefault(fact.getKey(), fact.getKey()) + " " + fact.getValue());
        return said.collect(Collectors.joining(between, open, close));
    }
}
