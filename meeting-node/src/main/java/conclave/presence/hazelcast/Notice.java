package conclave.presence.hazelcast;

import conclave.presence.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What nodes tell each other, as plain text: no object of ours is ever deserialised from a peer's bytes. Lines of
 * fields between tabs; the first line says what it is and from whom.
 */
sealed interface Notice {

    String node();

    /** Everything one node sees, every few seconds and whenever it changes. */
    record Seen(String node, List<Visit> visits, Map<String, Long> figures) implements Notice {
    }

    /** Somebody sent a wrong code to that node. */
    record Failed(String node, String address) implements Notice {
    }

    /** Somebody sent a right one, which makes up for a wrong one there. */
    record Succeeded(String node, String address) implements Notice {
    }

    static String write(Notice notice) {
        return switch (notice) {
            case Seen seen -> writeSeen(seen);
            case Failed failed -> "failed\t" + failed.node() + "\t" + failed.address();
            case Succeeded succeeded -> "succeeded\t" + succeeded.node() + "\t" + succeeded.address();
        };
    }

    /** Empty for anything that is not exactly of this form: a peer's nonsense changes nothing here. */
    static Optional<Notice> read(String text) {
        var lines = text.split("\n", -1);
        var head = lines[0].split("\t", -1);
        try {
            if (head.length == 3 && head[0].equals("failed") && lines.length == 1) {
                return Optional.of(new Failed(head[1], head[2]));
            }
            if (head.length == 3 && head[0].equals("succeeded") && lines.length == 1) return Optional.of(new Succeeded(head[1], head[2]));
            return head.length == 2 && head[0].equals("seen") ? Optional.of(readSeen(head[1], lines)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String writeSeen(Seen seen) {
        var text = new StringBuilder("seen\t").append(seen.node());
        for (var visit : seen.visits()) {
            text.append("\nv\t").append(visit.person()).append('\t').append(visit.room())
                    .append('\t').append(visit.since().toEpochMilli());
        }
        seen.figures().forEach((name, value) -> text.append("\nf\t").append(name).append('\t').append(value));
        return text.toString();
    }

    private static Seen readSeen(String node, String[] lines) {
        var visits = new ArrayList<Visit>();
        var figures = new TreeMap<String, Long>();
        for (int i = 1; i < lines.length; i++) {
            var fields = lines[i].split("\t", -1);
            if (fields.length == 4 && fields[0].equals("v")) {
                visits.add(new Visit(fields[1], fields[2], Instant.ofEpochMilli(Long.parseLong(fields[3]))));
            } else if (fields.length == 3 && fields[0].equals("f")) {
                figures.put(fields[1], Long.parseLong(fields[2]));
            } else {
                throw new IllegalArgumentException("neither a visit nor a figure");
            }
        }
        return new Seen(node, List.copyOf(visits), figures);
    }
}
