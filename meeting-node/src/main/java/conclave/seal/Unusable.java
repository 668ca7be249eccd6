package conclave.seal;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A key file that is not what it must be. The node does not start with it and never replaces it by itself. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient SortedMap<String, String> facts;

    Unusable(String code, String sentence, String... facts) {
        super(sentence);
        this.code = code;
        var named = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        this.facts = Collections.unmodifiableSortedMap(named);
    }

    public static Unusable absent(Path file) {
        return new Unusable("key.absent", "The key file " + file.getFileName() + " is missing although this folder "
                + "was used before. Restore it from the copy of this data folder.", "file", file.toString());
    }

    static Unusable wrongSize(Path file, long found, long expected) {
        return new Unusable("key.size", "The key file " + file.getFileName() + " is " + found + " bytes long instead of "
                + expected + ". Restore it from the copy of this data folder.",
                "file", file.toString(), "found", Long.toString(found), "expected", Long.toString(expected));
    }

    public static Unusable changed(Path file) {
        return new Unusable("key.changed", "The key file " + file.getFileName() + " was changed or belongs elsewhere. "
                + "Restore it from the copy of this data folder.", "file", file.toString());
    }

    public static Unusable stickAbsent(Path file) {
        return new Unusable("key.stick-absent", "The key stick was not found: there is no file " + file + ".", "file", file.toString());
    }

    static Unusable unsealed(Path file) {
        return new Unusable("key.unsealed", "The key file " + file.getFileName() + " lies unsealed in a sealed data folder: it is not this node's. "
                + "Restore it from the copy of this data folder.", "file", file.toString());
    }

    /** A key for words. */
    public String code() {
        return code;
    }

    public SortedMap<String, String> facts() {
        return facts;
    }
}
