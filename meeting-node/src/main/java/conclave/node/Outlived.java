package conclave.node;

import conclave.ledger.Spent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Another process speaks in this node's name, or its folder is older than what it has acknowledged: it must not join. */
public final class Outlived extends Spent {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient SortedMap<String, String> facts;

    private Outlived(String code, String sentence, Map<String, String> facts) {
        super(sentence);
        this.code = code;
        this.facts = new TreeMap<>(facts);
    }

    static Outlived byAnother() {
        return new Outlived("cluster.twice", "another process runs under the identity of this node: its data folder was copied", Map.of());
    }

    static Outlived byItself(String meeting, long remembered, long found) {
        return new Outlived("cluster.went-back", "the folder is older than what this node has acknowledged: meeting " + meeting + " ends at "
                + found + " and had come to " + remembered, Map.of("meeting", meeting, "remembered", Long.toString(remembered), "found", Long.toString(found)));
    }

    /** A key for words. */
    public String code() {
        return code;
    }

    public SortedMap<String, String> facts() {
        return facts;
    }
}
