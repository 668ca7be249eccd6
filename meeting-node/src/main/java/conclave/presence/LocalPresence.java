package conclave.presence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What this node sees itself. It is all there is on a single node, and what goes on when sharing fails. */
public final class LocalPresence implements Presence {

    private static final Comparator<Visit> ORDER =
            Comparator.comparing(Visit::room).thenComparing(Visit::person);

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Long> figures = new ConcurrentHashMap<>();
    private final SignInThrottle signIns;
    private final boolean alone;

    /** @param alone there are no other nodes, of which this one might not know */
    public LocalPresence(SignInThrottle signIns, boolean alone) {
        this.signIns = signIns;
        this.alone = alone;
    }

    @Override
    public void entered(String connection, Visit visit) {
        visits.put(connection, visit);
    }

    @Override
    public void left(String connection) {
        visits.remove(connection);
    }

    @Override
    public List<Visit> online() {
        return distinct(visits.values());
    }

    /** A person with several pages, or at several nodes, counts once in a room, from the first page on. */
    public static List<Visit> distinct(Collection<Visit> visits) {
        var earliest = BinaryOperator.minBy(Comparator.comparing(Visit::since));
        return visits.stream()
                .collect(Collectors.toMap(v -> v.room() + "\0" + v.person(), v -> v, earliest, TreeMap::new))
                .values().stream().sorted(ORDER).toList();
    }

    @Override
    public void show(String figure, long value) {
        figures.put(figure, value);
    }

    @Override
    public OptionalLong figure(String figure) {
        return alone ? OptionalLong.of(figures.getOrDefault(figure, 0L)) : OptionalLong.empty();
    }

    @Override
    public boolean seesAll() {
        return alone;
    }

    public Map<String, Long> figures() {
        return new TreeMap<>(figures);
    }

    /** There are no others. */
    @Override
    public void whenChanged(Runnable told) {
    }

    @Override
    public SignInThrottle signIns() {
        return signIns;
    }

    @Override
    public void close() {
        visits.clear();
    }
}
