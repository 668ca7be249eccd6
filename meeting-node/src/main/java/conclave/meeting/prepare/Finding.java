package conclave.meeting.prepare;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that stands in the way of a plan, or is worth knowing about it: what, with the facts that make it plain. */
public record Finding(Matter matter, SortedMap<String, String> facts) {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    public Finding {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Finding of(Matter matter) {
        return new Finding(matter, new TreeMap<>());
    }

    public Finding with(String fact, Object value) {
        var more = new TreeMap<>(facts);
        more.put(fact, String.valueOf(value));
        return new Finding(matter, more);
    }

    public boolean blocks() {
        return matter.weight() == Matter.Weight.BLOCKS;
    }

    public static boolean blocked(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::blocks);
    }

    public String chinese() {
        return filled(matter.chinese());
    }

    public String english() {
        return filled(matter.english());
    }

    private String filled(String sentence) {
        return GAP.matcher(sentence).replaceAll(gap -> Matcher.quoteReplacement(facts.getOrDefault(gap.group(1), gap.group())));
    }
}
