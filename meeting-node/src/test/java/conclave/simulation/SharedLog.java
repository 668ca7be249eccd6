package conclave.simulation;

import conclave.codec.BadJson;
import conclave.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * What the ledgers of three nodes promise together: one order of entries, durable on a majority, and in each term one
 * leader who takes them. What a leader has taken and no majority has is kept by the next one, or lost.
 */
final class SharedLog {

    record Entry(long index, byte[] bytes) {
    }

    /** @param spread whether the other nodes could hear of it when it was taken */
    record Proposal(byte[] bytes, boolean spread, LogView taker, CompletableFuture<Void> answer) {
    }

    static final class Term {
        final int number;
        final Station leader;
        final List<Proposal> tail = new ArrayList<>();
        int begins;
        int ended;
        boolean over;

        Term(int number, Station leader) {
            this.number = number;
            this.leader = leader;
        }
    }

    private final Scene scene;
    private final List<Entry> committed = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private Term current;
    private long renamed = 1_000_000;

    SharedLog(Scene scene) {
        this.scene = scene;
        for (var bytes : Beginning.ENTRIES) add(bytes);
    }

    int size() {
        return committed.size();
    }

    Entry entry(int position) {
        return committed.get(position - 1);
    }

    /** Another one leads: what the last one had begun is kept as far as it had spread, and as chance has it. */
    void elect(Station leader) {
        var before = current;
        current = new Term(before == null ? 1 : before.number + 1, leader);
        scene.history().fault(scene.agenda(), "leads now", leader);
        elected(leader);
        if (before != null) {
            before.over = true;
            before.ended = committed.size();
            for (var proposal : before.tail) {
                if (!proposal.spread || !scene.dice().chance(500)) break;
                scene.history().count("kept by the next leader");
                keep(proposal.bytes);
            }
        }
        current.begins = committed.size();
        for (var station : scene.kit().all()) teach(station, current);
    }

    /** By a majority, and now and then by all who can hear it: these know from now on that the terms before are over. */
    private void elected(Station leader) {
        leader.hears(current.number);
        var voters = 1;
        for (var station : scene.kit().all()) {
            if (station == leader || !station.awake() || !scene.kit().reaches(leader, station)) continue;
            if (2 * voters > scene.kit().all().size() && scene.dice().chance(500)) continue;
            station.hears(current.number);
            voters++;
        }
    }

    /** Index of the last entry that the leader of this term knows to be durable on a majority. */
    long committedIn(Term term) {
        var known = term == current ? committed.size() : term.ended;
        return known == 0 ? 0 : entry(known).index;
    }

    /** Whoever is cut off hears of the new leader later. */
    private void teach(Station station, Term term) {
        if (term != current) return;
        scene.agenda().after(scene.dice().between(0, 250), () -> {
            if (term == current && station.up() && scene.kit().majority(station)) station.ledger().follow(term);
            else if (!scene.weather().over() || station.up()) teach(station, term);
        });
    }

    /** The leader leads no more, and knows it. */
    void resign(Station station) {
        if (current != null && current.leader == station) current.over = true;
    }

    boolean led() {
        return current != null && !current.over && scene.kit().majority(current.leader);
    }

    void propose(Term term, Proposal proposal) {
        term.tail.add(proposal);
        if (term.over) {
            scene.history().count("taken by one who leads no more");
            return;
        }
        scene.weather().atTheWorstMoment(term.leader);
        scene.agenda().after(scene.weather().spreading(), () -> spread(term));
    }

    private void spread(Term term) {
        if (term.over || term.tail.isEmpty()) return;
        if (!scene.kit().majority(term.leader)) {
            scene.agenda().after(100, () -> spread(term));
            return;
        }
        var next = term.tail.removeFirst();
        keep(next.bytes);
        if (scene.weather().losesAnswer()) scene.history().count("answer of the ledger lost");
        else next.taker.committed(committed.size(), next);
    }

    /** Indices have gaps. */
    private void add(byte[] bytes) {
        committed.add(new Entry((committed.isEmpty() ? 0 : committed.getLast().index) + scene.dice().between(1, 3), bytes));
    }

    private void keep(byte[] bytes) {
        var kept = scene.twist() == Twist.NUMBERS_OFF ? renamed(bytes) : bytes;
        add(kept);
        scene.truth().read(kept, scene.agenda().steps());
        for (var station : scene.kit().all()) if (station.up()) station.ledger().wake();
    }

    private byte[] renamed(byte[] bytes) {
        try {
            var entry = Codec.entry(bytes);
            if (seen.add(entry.by() + "#" + entry.number())) return bytes;
            return Codec.entry(entry.by(), renamed++, entry.orders().stream().map(Codec::bytes).toList());
        } catch (BadJson e) {
            throw new IllegalStateException("what was sent cannot be read", e);
        }
    }
}
