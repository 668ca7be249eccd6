package conclave.simulation;

import conclave.meeting.event.Order;
import conclave.node.Recorded;
import conclave.node.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What was said and what happened, in the order in which it did; invariants read on from where they were. */
final class History {

    /**
     * @param asked how many entries were committed when it was asked
     * @param owed  how many entries the node had to know when it said so
     */
    record Told(Station at, int asked, int owed, Wish wish, Order order, Reply reply) {
    }

    /** A node has read the log so far. */
    record Read(Station at, int position) {
    }

    record Happened(Station at, int life, Recorded recorded) {
    }

    final List<Told> told = new ArrayList<>();
    final List<Read> read = new ArrayList<>();
    final List<Happened> happened = new ArrayList<>();
    /** Each time that a node began to take orders. */
    final List<Station> ready = new ArrayList<>();
    final TreeMap<String, Wish> wishes = new TreeMap<>();
    final TreeMap<String, Integer> counts = new TreeMap<>();
    private RuntimeException broken;
    private final List<String> lines = new ArrayList<>();
    private final boolean traced;

    History(boolean traced) {
        this.traced = traced;
    }

    /** What somebody rang the alarm for where nobody could be told at once. */
    void broke(RuntimeException reason) {
        if (broken == null) broken = reason;
    }

    void unlessBroken() {
        if (broken != null) throw broken;
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Counted, and told where a run is retold. */
    void fault(Agenda agenda, String what, Station at) {
        count(what);
        note(agenda, () -> what + " " + at.name);
    }

    void note(Agenda agenda, Supplier<String> line) {
        if (traced) lines.add("step " + agenda.steps() + ", " + agenda.now() + " ms: " + line.get());
    }

    String lastLines(int many) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - many), lines.size()));
    }
}
