package conclave.exchange.parcel;

import conclave.exchange.Finding;
import conclave.exchange.Mishap;
import conclave.exchange.tar.BadTar;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said about a package that is not taken: a code, two sentences that say what to do next, the place, and what the checks of the
 * content found. It carries no person's data, because it is written down.
 */
public record Complaint(String code, String chinese, String english, SortedMap<String, String> facts, List<Finding> findings) {

    public Complaint {
        findings = List.copyOf(findings);
    }

    /** Whatever ended an import; a disk that is full or was pulled out is told apart from a bad package. */
    static Complaint about(IOException reason) {
        return switch (reason) {
            case Stopped stopped -> of(stopped.obstacle(), stopped.facts(), stopped.findings());
            case Refused refused -> new Complaint(refused.reason().code(), refused.reason().chinese(), refused.reason().english(), refused.facts(), List.of());
            case BadTar bad -> of(bad);
            default -> spoken(reason) ? new Complaint(Obstacle.UNREADABLE.code(), reason.getMessage(), "", new TreeMap<>(), List.of()) : of(Mishap.of(reason));
        };
    }

    /** Whoever threw it had people in mind: what the system says of a disk has no full stop in any language. */
    private static boolean spoken(IOException reason) {
        return Mishap.of(reason) == Mishap.OTHER && reason.getMessage() != null && reason.getMessage().contains("。");
    }

    Complaint with(String fact, String value) {
        var all = new TreeMap<>(facts);
        all.put(fact, value);
        return new Complaint(code, chinese, english, all, findings);
    }

    private static Complaint of(BadTar bad) {
        var facts = facts("offset", Long.toString(bad.offset()));
        if (!bad.file().isEmpty()) facts.put("file", bad.file());
        return new Complaint(bad.fault().code(), Obstacle.INSIDE.chinese(), Obstacle.INSIDE.english(), facts, List.of());
    }

    private static Complaint of(Mishap mishap) {
        var facts = facts("reason", mishap.code());
        return mishap == Mishap.SPACE ? of(Obstacle.SPACE, facts, List.of())
                : new Complaint(Obstacle.UNREADABLE.code(), Obstacle.UNREADABLE.chinese() + mishap.chinese(), Obstacle.UNREADABLE.english() + mishap.english(), facts, List.of());
    }

    private static Complaint of(Obstacle obstacle, SortedMap<String, String> facts, List<Finding> findings) {
        return new Complaint(obstacle.code(), obstacle.chinese(), obstacle.english(), facts, findings);
    }

    private static TreeMap<String, String> facts(String name, String value) {
        var facts = new TreeMap<String, String>();
        facts.put(name, value);
        return facts;
    }
}
