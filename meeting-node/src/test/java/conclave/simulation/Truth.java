package conclave.simulation;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the committed entries come to, read in the plainest way, as soon as they are committed and whatever the nodes have
 * of them by then. Nothing of the loop is used here but the rules themselves.
 */
final class Truth {

    /** The record after so many entries: how many lines it has, and the hash of the last. */
    record Mark(long lines, String head) {
    }

    /** Where a wish came to count: the first line it left (0: none), by the how-manieth entry, in which step. */
    record Found(long line, int position, long step) {
    }

    /** The meeting between two orders, both or one of them in the so-manieth entry. */
    private record Moment(int entry, Meeting meeting) {
    }

    /** Read once for all simulations. */
    private static final Truth BEGUN = begun();

    private final List<Mark> marks = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final TreeSet<String> entries = new TreeSet<>();
    private final TreeMap<String, Found> found = new TreeMap<>();
    private final History history;
    private Meeting meeting = Meeting.NOT_FOUNDED;
    private byte[] head = Digests.sha256(Beginning.MEETING.value().getBytes(StandardCharsets.US_ASCII));

    private Truth(History history) {
        this.history = history;
    }

    private static Truth begun() {
        var truth = new Truth(new History(false));
        truth.marks.add(truth.mark());
        truth.moments.add(new Moment(0, truth.meeting));
        for (var bytes : Beginning.ENTRIES) truth.read(bytes, 0);
        return truth;
    }

    static Truth afterTheBeginning(History history) {
        var truth = new Truth(history);
        truth.marks.addAll(BEGUN.marks);
        truth.moments.add(BEGUN.moments.getLast());
        truth.lines.addAll(BEGUN.lines);
        truth.entries.addAll(BEGUN.entries);
        truth.meeting = BEGUN.meeting;
        truth.head = BEGUN.head;
        return truth;
    }

    void read(byte[] bytes, long step) {
        var entry = entry(bytes);
        if (entries.add(entry.by() + "#" + entry.number())) {
            for (var order : entry.orders()) {
                switch (Meeting.decide(meeting, order)) {
                    case Decision.Accepted yes -> yes.facts().forEach(fact -> write(fact, step));
                    case Decision.Refused _ -> history.count("refused behind the log");
                    case Decision.Repeated _ -> history.count("repeated behind the log");
                }
                moments.add(new Moment(marks.size(), meeting));
            }
        } else {
            history.count("entry stands twice");
        }
        marks.add(mark());
    }

    private void write(Fact fact, long step) {
        meeting = Meeting.evolve(meeting, fact);
        var line = fact.event().evidence() ? lines.size() + 1L : 0;
        if (line > 0) {
            var fields = new TreeMap<>(Codec.body(Beginning.MEETING, fact).fields());
            fields.put("seq", new Json.Num(line));
            fields.put("prev", new Json.Str(Digests.hex(head)));
            var bytes = CanonicalJson.bytes(new Json.Obj(fields));
            head = Digests.sha256(bytes);
            lines.add(new String(bytes, StandardCharsets.UTF_8));
        }
        if (!fact.request().isEmpty()) found.putIfAbsent(fact.request(), new Found(line, marks.size(), step));
    }

    private static Codec.Entry entry(byte[] bytes) {
        try {
            return Codec.entry(bytes);
        } catch (BadJson e) {
            throw new IllegalStateException("what was committed cannot be read", e);
        }
    }

    private Mark mark() {
        return new Mark(lines.size(), Digests.hex(head));
    }

    /** The meeting as it stood after so many entries, and as often as it has changed since. */
    Stream<Meeting> since(int entriesRead) {
        int at = moments.size() - 1;
        while (at > 0 && moments.get(at).entry > entriesRead) at--;
        return moments.subList(at, moments.size()).stream().map(Moment::meeting);
    }

    Mark after(int entriesRead) {
        return marks.get(entriesRead);
    }

    Optional<Found> of(Wish wish) {
        return Optional.ofNullable(found.get(wish.request));
    }

    Optional<String> line(long number) {
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get((int) number - 1)) : Optional.empty();
    }

    Meeting meeting() {
        return meeting;
    }
}
