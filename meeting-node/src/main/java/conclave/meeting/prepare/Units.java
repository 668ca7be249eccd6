package conclave.meeting.prepare;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 单位名录: which names mean one unit, by their former names and abbreviations. Who is an alias of an alias is the same unit.
 * Width, spaces and brackets make no difference; a city or a district that is left out does, for guessing would accuse people.
 */
public final class Units {

    public static final Units NONE = new Units(new TreeMap<>());

    private static final String BRACKETS = "()[]{}<>〔〕【】〈〉《》「」『』〖〗﹝﹞\"'“”‘’";

    private final SortedMap<String, String> parents;

    private Units(SortedMap<String, String> parents) {
        this.parents = parents;
    }

    /** Each list holds names of one unit. */
    public static Units of(List<List<String>> aliases) {
        var units = new Units(new TreeMap<>());
        for (var names : aliases) {
            var keys = names.stream().map(Units::key).filter(key -> !key.isEmpty()).toList();
            for (var key : keys) units.join(keys.getFirst(), key);
        }
        return units;
    }

    private void join(String one, String other) {
        var a = root(one);
        var b = root(other);
        if (a.compareTo(b) < 0) parents.put(b, a);
        else if (b.compareTo(a) < 0) parents.put(a, b);
    }

    /** What all names of a unit have in common; empty for no unit at all. */
    public String unit(String name) {
        return root(key(name));
    }

    public boolean same(String one, String other) {
        var unit = unit(one);
        return !unit.isEmpty() && unit.equals(unit(other));
    }

    private String root(String key) {
        var at = key;
        for (var up = parents.get(at); up != null; up = parents.get(at)) at = up;
        return at;
    }

    private static String key(String name) {
        var key = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints()
                .filter(c -> !Spaces.among(c) && BRACKETS.indexOf(c) < 0).forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
