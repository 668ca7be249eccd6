package conclave.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One thing found in a record: what, with the facts that make it plain. */
public record Finding(Matter matter, SortedMap<String, String> facts) {

    public Finding {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The facts are given as name, value, name, value. */
    static Finding of(Matter matter, Object... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i].toString(), facts[i + 1].toString());
        return new Finding(matter, named);
    }

    public boolean breaks() {
        return matter.weight() == Matter.Weight.BREAKS;
    }

    public String chinese() {
        return filled(matter.chinese());
    }

    public String english() {
        return filled(matter.english());
    }

    private String filled(String sentence) {
        var text = sentence;
        for (var fact : facts.entrySet()) text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        return text;
    }
}
