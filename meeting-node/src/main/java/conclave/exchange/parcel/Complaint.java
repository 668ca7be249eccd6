package conclave.exchange.parcel;

import conclave.exchange.Finding;
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
            default -> of(full(reason) ? Obstacle.SPACE : Obstacle.UNREADABLE, facts("reason", reason.getClass().getSimpleName()), List.of());
        };
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

    private static Complaint of(Obstacle obstacle, SortedMap<String, String> facts, List<Finding> findings) {
        return new Complaint(obstacle.code(), obstacle.chinese(), obstacle.english(), facts, findings);
    }

    private static TreeMap<String, String> facts(String name, String value) {
        var facts = new TreeMap<String, String>();
        facts.put(name, value);
        return facts;
    }

    private static boolean full(IOException reason) {
        var message = String.valueOf(reason.getMessage());
        return message.contains("No space left") || message.contains("Disk quota");
    }
}
