package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.ledger.Broken;
import conclave.ledger.Head;
import conclave.ledger.Testimony;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.MeetingId;
import conclave.seal.Signer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs for what each meeting's record has come to, and lets the other nodes cosign it: once a second, or sooner where
 * many lines have come. All of it beside the thread that reads the ledger. A node that stands alone signs and asks nobody.
 */
public final class Heads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final Executor READERS = task -> Thread.ofVirtual().name("heads").start(task);
    private static final long EVERY_MS = 100;
    private static final long PATIENCE_MS = 3_000;
    private static final int ROUNDS_A_SECOND = 10;
    private static final int MANY_LINES = 64;
    private static final String HEAD = "head";

    private final House house;
    private final Company company;
    private final Signer signer;
    private final LongSupplier clock;
    private final Consumer<Broken> alarm;
    private final Map<MeetingId, Testimony> testimonies = new ConcurrentSkipListMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService signing =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heads").daemon().factory());
    private int round;
    private boolean closed;

    Heads(House house, Company company, Signer signer, LongSupplier clock, Consumer<Broken> alarm) {
        this.house = house;
        this.company = company;
        this.signer = signer;
        this.clock = clock;
        this.alarm = alarm;
    }

    /** Records that have caught up are held against what was signed for them before this returns. */
    void begin() throws IOException {
        for (var chamber : house.chambers()) testimony(chamber);
        company.link().answer(HEAD, (peer, question) -> CompletableFuture.supplyAsync(() -> answer(peer, question), READERS));
        signing.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Up to which line each signer has signed for a meeting, by the names of their keys. */
    public SortedMap<String, Long> signed(MeetingId meeting) {
        return Optional.ofNullable(testimonies.get(meeting)).map(Testimony::signed).orElseGet(Collections::emptySortedMap);
    }

    private void look() {
        var second = ++round % ROUNDS_A_SECOND == 0;
        for (var chamber : house.chambers()) {
            try {
                testimony(chamber).ifPresent(testimony -> testimony.state(second ? 1 : MANY_LINES));
            } catch (Broken e) {
                alarm.accept(e);
            } catch (IOException | RuntimeException e) {
                LOG.error("the record of {} could not be signed for", chamber.id().value(), e);
            }
        }
        if (second) company.others().forEach(this::ask);
    }

    /** Nothing before the record has caught up with the ledger: it would be signed for what is not known to hold. */
    private synchronized Optional<Testimony> testimony(Chamber chamber) throws IOException {
        if (closed || !chamber.ready().isDone() || chamber.ready().isCompletedExceptionally()) return Optional.empty();
        var known = testimonies.get(chamber.id());
        if (known != null) return Optional.of(known);
        var opened = Testimony.open(house.folder(chamber.id()), chamber.id().value(), chamber.evidence(), signer, clock);
        testimonies.put(chamber.id(), opened);
        return Optional.of(opened);
    }

    private record Asked(Testimony testimony, Head head) {
    }

    /** One question for all meetings; the next one when this was answered, or was not. */
    private void ask(String peer) {
        var known = company.key(peer);
        if (known.isEmpty() || !asking.add(peer)) return;
        var key = known.get();
        var questions = new ArrayList<Asked>();
        for (var testimony : testimonies.values()) testimony.question(key).ifPresent(head -> questions.add(new Asked(testimony, head)));
        if (questions.isEmpty()) {
            asking.remove(peer);
            return;
        }
        var bytes = CanonicalJson.bytes(Json.object().with("heads", Json.array(questions.stream().map(asked -> asked.head().json()).toList())));
        company.link().ask(peer, HEAD, bytes).thenAcceptAsync(answer -> heard(peer, key, questions, answer), READERS).whenComplete((_, failure) -> {
            asking.remove(peer);
            if (failure != null) LOG.debug("peer {} did not cosign: {}", peer, failure.getMessage());
        });
    }

    private void heard(String peer, byte[] key, List<Asked> questions, byte[] answer) {
        try {
            var answers = CanonicalJson.readObject(answer).list("answers");
            for (int i = 0; i < Math.min(questions.size(), answers.size()); i++) {
                if (!(answers.get(i) instanceof Json.Obj json) || !json.has("sig")) continue;
                var said = questions.get(i).testimony().heard(Head.of(json), key);
                if (said instanceof Testimony.Answer.Differs differs) forked(peer, differs);
            }
        } catch (BadJson e) {
            LOG.warn("what peer {} said of its heads cannot be read: {}", peer, e.getMessage());
        } catch (Broken e) {
            alarm.accept(e);
        }
    }

    /** For each head that another shows: ours of the same size, or how far ours goes. */
    private byte[] answer(String peer, byte[] question) {
        var key = company.key(peer).orElseThrow(() -> new NoAnswer("peer " + peer + " signs nothing", true, null));
        try {
            var answers = new ArrayList<Json>();
            for (var shown : CanonicalJson.readObject(question).list("heads")) {
                if (!(shown instanceof Json.Obj json)) throw new BadJson("not a head");
                answers.add(answer(peer, key, Head.of(json)));
            }
            return CanonicalJson.bytes(Json.object().with("answers", Json.array(answers)));
        } catch (BadJson e) {
            throw new NoAnswer("not heads: " + e.getMessage(), true, e);
        } catch (Broken e) {
            alarm.accept(e);
            throw e;
        }
    }

    private Json.Obj answer(String peer, byte[] key, Head theirs) {
        var here = Optional.ofNullable(testimonies.get(new MeetingId(theirs.meeting())));
        if (here.isEmpty()) return Json.object().with("size", 0);
        return switch (here.get().answer(theirs, key)) {
            case Testimony.Answer.Same same -> same.ours().json();
            case Testimony.Answer.NotYet notYet -> Json.object().with("size", notYet.size());
            case Testimony.Answer.Differs differs -> {
                forked(peer, differs);
                yield differs.proof().other().json();
            }
            case Testimony.Answer.NotTheirs _ -> {
                LOG.warn("peer {} shows a head of {} that it did not sign; it is not cosigned", peer, theirs.meeting());
                yield Json.object().with("size", 0);
            }
        };
    }

    /** The proof is kept. Beside the answer, so that the other hears of it too. */
    private void forked(String peer, Testimony.Answer.Differs differs) {
        var head = differs.proof().one();
        READERS.execute(() -> alarm.accept(new Broken("the record of the meeting " + head.meeting() + " here and at peer " + peer
                + " differ at line " + head.size() + " or before; both statements are kept")));
    }

    /** What is just being signed is signed first: a file whose writer is interrupted is closed under it, and looks damaged. */
    @Override
    public void close() {
        signing.shutdown();
        try {
            if (!signing.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) signing.shutdownNow();
        } catch (InterruptedException e) {
            signing.shutdownNow();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            closed = true;
        }
        for (var testimony : testimonies.values()) {
            try {
                testimony.close();
            } catch (Broken e) {
                LOG.error("heads were not kept; they are signed again at the next start", e);
            }
        }
    }
}
