package conclave.exchange.parcel;

import conclave.exchange.Finding;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A step of the import that found an {@link Obstacle}. Nothing was changed. */
final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;
    private final transient SortedMap<String, String> facts;
    private final transient List<Finding> findings;

    private Stopped(Obstacle obstacle, List<Finding> findings, SortedMap<String, String> facts) {
        super(obstacle.code() + " " + facts);
        this.obstacle = obstacle;
        this.facts = Collections.unmodifiableSortedMap(facts);
        this.findings = List.copyOf(findings);
    }

    /** Facts come in pairs of name and value. */
    static Stopped by(Obstacle obstacle, String... facts) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i + 1 < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
        return new Stopped(obstacle, List.of(), named);
    }

    static Stopped by(List<Finding> findings) {
        return new Stopped(Obstacle.CONTENT, findings, new TreeMap<>());
    }

    Obstacle obstacle() {
        return obstacle;
    }

    SortedMap<String, String> facts() {
        return facts;
    }

    List<Finding> findings() {
        return findings;
    }
}
