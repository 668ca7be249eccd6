package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Broken;
import conclave.meeting.event.Id.MeetingId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Before a node takes part in anything, it asks the others what they remember of it. Where it was copied, or put back to
 * an earlier day, it would vote as if it had never known what it has acknowledged: so it does not begin. Whoever finds
 * nobody there begins, because it cannot do harm alone; the others look again when they meet.
 */
final class Arrival {

    private static final String ARRIVAL = "arrival";
    private static final String OLD_COPY = "old-copy";
    private static final String LIFE = "life";
    private static final long PATIENCE_MS = 2_000;
    private static final long LONGEST_MS = 6_000;
    private static final long ASKED_BACK_MS = 1_000;

    private final Company company;
    private final String life;
    private final Doorkeeper doorkeeper;
    private final BiFunction<String, String, Map<String, Long>> acknowledged;
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private Memory memory = Memory.NOTHING;

    /**
     * What is remembered of a node.
     *
     * @param twice        another process answers in its place
     * @param acknowledged how far it had come in earlier lives, by meeting
     */
    record Memory(boolean twice, SortedMap<String, Long> acknowledged) {

        static final Memory NOTHING = new Memory(false, new TreeMap<>());

        Memory and(Memory other) {
            var more = new TreeMap<>(acknowledged);
            other.acknowledged.forEach((meeting, index) -> more.merge(meeting, index, Math::max));
            return new Memory(twice || other.twice, more);
        }

    }

    /** @param acknowledged what a peer had acknowledged before the life that it names */
    Arrival(Company company, String life, Doorkeeper doorkeeper, BiFunction<String, String, Map<String, Long>> acknowledged) {
        this.company = company;
        this.life = life;
        this.doorkeeper = doorkeeper;
        this.acknowledged = acknowledged;
    }

    /** From now on others are answered. */
    void begin() {
        company.link().answer(LIFE, (_, _) -> CompletableFuture.completedFuture(life.getBytes(StandardCharsets.US_ASCII)));
        company.link().answer(OLD_COPY, (peer, _) -> told(peer));
        company.link().answer(ARRIVAL, (peer, question) -> arrived(peer, new String(question, StandardCharsets.US_ASCII)));
    }

    private CompletableFuture<byte[]> told(String peer) {
        doorkeeper.turnedAway(Doorkeeper.Why.OLD_COPY, name(peer));
        return CompletableFuture.completedFuture(new byte[0]);
    }

    /** Asks all others at once; returns soon, whoever answers. */
    void ask() {
        var asked = new ArrayList<CompletableFuture<Memory>>();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MS);
        for (var other : company.others()) asked.add(askUntil(other, until));
        memory = asked.stream().map(CompletableFuture::join).reduce(Memory.NOTHING, Memory::and);
        if (memory.twice()) throw Outlived.byAnother();
    }

    /** Throws where the last entry that lies on this disk is not as far as it was once. */
    void check(MeetingId meeting, LongSupplier found) {
        var remembered = memory.acknowledged().get(meeting.value());
        if (remembered == null || found.getAsLong() >= remembered) return;
        tellOfOldCopy();
        throw Outlived.byItself(meeting.value(), remembered, found.getAsLong());
    }

    /** Whoever is not there is not waited for; whoever is slow is asked again. */
    private CompletableFuture<Memory> askUntil(String other, long until) {
        return ask(other).handle((memory, failure) -> {
            if (failure == null) return CompletableFuture.completedFuture(memory);
            return isSlow(failure) && System.nanoTime() < until ? askUntil(other, until) : CompletableFuture.completedFuture(Memory.NOTHING);
        }).thenCompose(asked -> asked);
    }

    private static boolean isSlow(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("Timeout")) return true;
        }
        return false;
    }

    private CompletableFuture<Memory> ask(String other) {
        return company.link().ask(other, ARRIVAL, life.getBytes(StandardCharsets.US_ASCII)).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .thenApply(answer -> {
                    var said = read(answer);
                    met.add(other);
                    return said;
                });
    }

    /** Whoever was not there at the beginning is asked once it is; what it remembers may end this process, and the next start says why. */
    void lookAgain(Collection<Chamber> chambers, Consumer<Broken> alarm) {
        for (var other : company.others()) {
            if (met.contains(other) || !asking.add(other)) continue;
            ask(other).whenComplete((memory, away) -> {
                asking.remove(other);
                if (away == null) compare(memory, chambers, alarm);
            });
        }
    }

    private void compare(Memory memory, Collection<Chamber> chambers, Consumer<Broken> alarm) {
        if (memory.twice()) alarm.accept(Outlived.byAnother());
        for (var chamber : chambers) {
            long remembered = memory.acknowledged().getOrDefault(chamber.id().value(), -1L);
            long found = chamber.ledger().reading().found();
            if (found >= remembered) continue;
            company.others().forEach(other -> company.link().ask(other, OLD_COPY, new byte[0]));
            alarm.accept(Outlived.byItself(chamber.id().value(), remembered, found));
        }
    }

    /** Asked back at the address that the cluster file names: whoever is alive there is the one we know. */
    private CompletableFuture<byte[]> arrived(String peer, String claimed) {
        return company.link().ask(peer, LIFE, new byte[0]).orTimeout(ASKED_BACK_MS, TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> failure == null && !new String(answer, StandardCharsets.US_ASCII).equals(claimed))
                .thenApply(twice -> {
                    if (twice) doorkeeper.turnedAway(Doorkeeper.Why.CLONE, name(peer));
                    return bytes(new Memory(twice, new TreeMap<>(acknowledged.apply(peer, claimed))));
                });
    }

    /** So that the board of those who go on says why this node does not. */
    private void tellOfOldCopy() {
        var told = company.others().stream().map(other -> company.link().ask(other, OLD_COPY, new byte[0])
                .orTimeout(ASKED_BACK_MS, TimeUnit.MILLISECONDS).exceptionally(_ -> null)).toList();
        told.forEach(CompletableFuture::join);
    }

    private String name(String peer) {
        return company.members().stream().filter(member -> member.peer().equals(peer)).map(member -> member.name()).findFirst().orElse(peer);
    }

    private static byte[] bytes(Memory memory) {
        var meetings = List.copyOf(memory.acknowledged().entrySet());
        return CanonicalJson.bytes(new JsonFields().put("twice", memory.twice()).list("meetings", meetings,
                one -> new JsonFields().put("meeting", one.getKey()).put("acknowledged", one.getValue()).end()).end());
    }

    /** Whoever says nothing of the kind has not been met. */
    private static Memory read(byte[] answer) {
        var said = CanonicalJson.readObject(answer);
        var acknowledged = new TreeMap<String, Long>();
        for (var one : said.list("meetings")) {
            if (!(one instanceof Json.Obj meeting)) throw new BadJson("not what is remembered of a meeting");
            acknowledged.put(meeting.text("meeting"), meeting.number("acknowledged"));
        }
        return new Memory(said.flag("twice"), acknowledged);
    }
}
