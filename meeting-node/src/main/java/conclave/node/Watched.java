package conclave.node;

import conclave.config.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One node, as it is kept an eye on: what it said last and what it had acknowledged before. Guarded by the watchtower. */
final class Watched {

    /** What was said earlier than this is no measure of how far the others are. */
    private static final long FRESH_MS = 3_000;
    /** Two lives take turns to be heard; the finding does not flicker. */
    private static final long TWICE_SHOWN_MS = 10_000;

    private final String peer;
    private final String name;
    private final boolean server;
    private final boolean self;
    private final Map<String, Standstill> standstills = new TreeMap<>();
    private final Map<String, Long> acknowledged = new TreeMap<>();
    private Map<String, Long> before = Map.of();
    private final SortedMap<String, Long> still = new TreeMap<>();
    private Optional<Condition> said = Optional.empty();
    private long heardAt;
    private long offset;
    private long ledSince;
    private boolean garbled;
    private boolean wentBack;
    private long lifeSince;
    private String caller = "";
    private long calledAt;
    private long twiceAt = Long.MIN_VALUE / 2;

    Watched(String peer, String name, boolean server, boolean self, long now) {
        this.peer = peer;
        this.name = name;
        this.server = server;
        this.self = self;
        this.heardAt = now;
        this.ledSince = now;
    }

    static Watched of(Member member, String self, long now) {
        return new Watched(member.peer(), member.name(), member.server(), member.peer().equals(self), now);
    }

    String peer() {
        return peer;
    }

    Optional<Condition> said() {
        return said;
    }

    /** It answered a question that was asked at this moment; all moments are of a clock that never goes back. */
    void heard(Condition condition, long askedAt, long now, long clocksApart) {
        if (said.isEmpty() || !said.get().life().equals(condition.life())) newLife(askedAt);
        // Whoever answered before that call and answers after it was alive when another called in its name.
        if (!caller.isEmpty() && !caller.equals(condition.life()) && lifeSince < calledAt && calledAt < askedAt) twiceAt = now;
        said = Optional.of(condition);
        garbled = false;
        heardAt = now;
        offset = clocksApart;
        if (condition.meetings().stream().noneMatch(one -> one.leader().isEmpty())) ledSince = now;
        wentBack = condition.meetings().stream().anyMatch(one -> one.reading().found() < before.getOrDefault(one.meeting(), Long.MIN_VALUE));
        condition.meetings().forEach(one -> acknowledged.merge(one.meeting(), acknowledged(one), Math::max));
    }

    private void newLife(long since) {
        lifeSince = since;
        before = Map.copyOf(acknowledged);
    }

    /** An entry that is not committed may be taken back; what is both was counted upon. */
    private static long acknowledged(Keeping keeping) {
        return Math.min(keeping.reading().kept(), keeping.reading().committed());
    }

    Map<String, Long> acknowledgedBefore(String life) {
        return Map.copyOf(said.isPresent() && said.get().life().equals(life) ? before : acknowledged);
    }

    void babbled(long now) {
        garbled = true;
        heardAt = now;
    }

    /** Somebody who shows its papers asked; where that is this very node, it was not us. */
    void called(String life, long now) {
        if (self && said.isPresent() && !said.get().life().equals(life)) twiceAt = now;
        caller = life;
        calledAt = now;
    }

    /** @param known how far each meeting has come, as far as anybody says */
    void compare(Map<String, Long> known, long now) {
        still.clear();
        for (var keeping : said.map(Condition::meetings).orElse(List.of())) {
            // Before it has caught up once it may be waiting to be let in; then only what lies on its own disk counts.
            var could = Math.max(acknowledged(keeping), keeping.ready() ? known.getOrDefault(keeping.meeting(), 0L) : -1);
            still.put(keeping.meeting(), standstills.computeIfAbsent(keeping.meeting(), _ -> new Standstill()).look(keeping.reading().passed(), could, now));
        }
    }

    boolean fresh(long now) {
        return now - heardAt < FRESH_MS;
    }

    Sighting sighting(long now) {
        return new Sighting(peer, name, server, self, now - heardAt, said, garbled, offset, still, now - ledSince, now - twiceAt < TWICE_SHOWN_MS, wentBack);
    }
}
