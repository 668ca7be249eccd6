package conclave.seal.container;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A package that is not taken, and why. An {@link IOException}, because it comes out of streams; whoever wants to tell it from a broken
 * disk catches it first. Its facts name places (volume, chunk, offset, field), never contents.
 */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

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
        return reason.chinese() + place("（", "）");
    }

    public String english() {
        return reason.english() + place(" (", ")");
    }

    private String place(String open, String close) {
        if (facts.isEmpty()) return "";
        var said = new StringBuilder();
        facts.forEach((name, value) -> said.append(said.isEmpty() ? open : ", ").append(name).append(' ').append(value));
        return said.append(close).toString();
    }
}
