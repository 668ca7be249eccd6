package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Broken;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.ledger.Road;
import conclave.ledger.Unsettled;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.MeetingId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each meeting is kept by all nodes: every second this node asks the others what they keep, and takes
 * what it lacks. A node that was away when a meeting was founded learns of it like that. And entries for a meeting
 * that is led elsewhere travel from here.
 */
final class Gathering implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final long EVERY_MS = 1_000;
    private static final long PATIENCE_MS = 3_000;
    private static final int ID_BYTES = 16;
    private static final String MEETINGS = "meetings";
    private static final String KEY = "meeting-key";
    private static final String LOOK = "look";
    private static final String APPEND = "append";

    private final House house;
    private final Company company;
    private final Ledgers ledgers;
    private final Keepers keepers;
    private volatile boolean informed;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("gathering").daemon().factory());

    Gathering(House house, Company company, Ledgers ledgers) {
        this.house = house;
        this.company = company;
        this.ledgers = ledgers;
        this.keepers = new Keepers(company);
    }

    /** From now on others are answered, and asked. */
    void begin() {
        if (company.members().isEmpty()) return;
        var link = company.link();
        link.answer(APPEND, (_, question) -> append(question));
        link.answer(MEETINGS, (_, _) -> CompletableFuture.completedFuture(meetings()));
        link.answer(KEY, (peer, question) -> CompletableFuture.completedFuture(key(peer, new String(question, StandardCharsets.US_ASCII))));
        link.answer(LOOK, (_, _) -> CompletableFuture.supplyAsync(() -> {
            look();
            return new byte[0];
        }, looking));
        looking.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether this node knows what there is: a blank one that has heard nobody yet would think that there is nothing. */
    boolean informed() {
        return informed || company.others().isEmpty();
    }

    /** Tells the others at once that there is something new, and waits a moment for them; who is away looks later. */
    void invite() {
        for (var other : company.others()) {
            try {
                company.link().ask(other, LOOK, new byte[0]).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("peer {} has not heard of the new meeting yet: {}", other, e.getMessage());
            }
        }
    }

    /** How an entry comes to the node that leads. */
    Road road() {
        return (leader, ledger, entry) -> company.link().ask(leader, APPEND, envelope(ledger, entry)).handle((_, failure) -> {
            if (failure == null) return null;
            var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            throw new Unsettled(cause.getMessage(), cause);
        });
    }

    private static byte[] envelope(LedgerId ledger, byte[] entry) {
        return ByteBuffer.allocate(ID_BYTES + entry.length).putLong(ledger.value().getMostSignificantBits())
                .putLong(ledger.value().getLeastSignificantBits()).put(entry).array();
    }

    private CompletableFuture<byte[]> append(byte[] envelope) {
        if (envelope.length < ID_BYTES) throw new NoAnswer("not an entry", true, null);
        var bytes = ByteBuffer.wrap(envelope);
        var ledger = new LedgerId(new UUID(bytes.getLong(), bytes.getLong()));
        var entry = new byte[bytes.remaining()];
        bytes.get(entry);
        return ledgers.opened(ledger).orElseThrow(() -> new NoAnswer("not kept here: " + ledger, true, null))
                .append(entry).thenApply(_ -> new byte[0]);
    }

    private byte[] meetings() {
        var all = new ArrayList<Json>();
        for (var chamber : house.chambers()) founding(chamber.id()).ifPresent(founding -> all.add(CanonicalJson.readObject(founding.bytes())));
        return CanonicalJson.bytes(Json.object().with("meetings", Json.array(all)));
    }

    private Optional<Founding> founding(MeetingId id) {
        try {
            var folder = house.folder(id);
            return Founding.finished(folder) ? Optional.of(Founding.read(folder)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the founding record of {} cannot be read", id.value(), e);
            return Optional.empty();
        }
    }

    /** To servers only: a witness keeps the record and knows nobody in it. */
    private byte[] key(String peer, String meeting) {
        if (!company.servers().contains(peer)) throw new NoAnswer("peer " + peer + " is no server", true, null);
        return house.hall(new MeetingId(meeting)).orElseThrow(() -> new NoAnswer("not kept here: " + meeting, true, null)).key().shared();
    }

    private void look() {
        var keeping = new HashMap<MeetingId, Set<String>>();
        boolean heard = false;
        for (var other : company.others()) {
            try {
                var kept = kept(other);
                heard = true;
                for (var founding : kept) {
                    keeping.computeIfAbsent(founding.meeting(), _ -> new HashSet<>()).add(other);
                    if (house.chamber(founding.meeting()).isEmpty()) take(other, founding);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("peer {} was not heard: {}", other, e.getMessage());
            } catch (IOException | BadJson | Broken | IllegalArgumentException e) {
                LOG.error("what peer {} keeps could not be taken", other, e);
            }
        }
        if (heard && keeping.keySet().stream().allMatch(meeting -> house.chamber(meeting).isPresent())) informed = true;
        changeKeepers(keeping);
    }

    private void changeKeepers(Map<MeetingId, Set<String>> keeping) {
        for (var chamber : house.chambers()) {
            try {
                keepers.look(chamber.ledger(), keeping.getOrDefault(chamber.id(), Set.of()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Founding> kept(String other) throws InterruptedException, ExecutionException, TimeoutException {
        var answer = company.link().ask(other, MEETINGS, new byte[0]).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        return CanonicalJson.readObject(answer).list("meetings").stream()
                .map(founding -> Founding.read(CanonicalJson.bytes(founding), "peer " + other)).toList();
    }

    private void take(String other, Founding founding) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Optional<byte[]> key = Optional.empty();
        if (!company.witness()) {
            if (!company.servers().contains(other)) return;
            var asked = founding.meeting().value().getBytes(StandardCharsets.US_ASCII);
            key = Optional.of(company.link().ask(other, KEY, asked).get(PATIENCE_MS, TimeUnit.MILLISECONDS));
        }
        house.take(founding, key);
        LOG.info("the meeting {} is kept here as well", founding.meeting().value());
    }

    /** A meeting that is just being taken is taken first: interrupted in the midst of its files it would look like damage. */
    @Override
    public void close() {
        looking.shutdown();
        try {
            if (!looking.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) looking.shutdownNow();
        } catch (InterruptedException e) {
            looking.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
