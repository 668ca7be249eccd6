package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.document.DocumentId;
import conclave.link.NoAnswer;
import conclave.meeting.event.Change;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Amendments.Proposal;
import conclave.meeting.prepare.Clearance;
import conclave.seal.Damaged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each server holds every document of each meeting: what the register names and is not here is fetched
 * from the other servers, sealed as it lies there, and kept only if it is what its name says. Then its pages are drawn.
 */
public final class Supply implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supply.class);
    private static final Executor READERS = task -> Thread.ofVirtual().name("supplying").start(task);
    private static final long EVERY_MS = 1_000;
    private static final long PATIENCE_MS = 5_000;
    private static final int PART = 1 << 20;
    private static final String DOCUMENT = "document";
    private static final String PLAN = "mask-plan";
    private static final String EARLIER = "screened-earlier";
    /** Of a file that is held nothing lies there, and of one that is not there is no answer. */
    private static final long BEYOND = 1L << 50;

    private static final Seen NOTHING = new Seen(Table.empty(), Table.empty());

    private final House house;
    private final Company company;
    private final Map<MeetingId, Holding> holdings = new ConcurrentHashMap<>();
    private final Map<MeetingId, Seen> looked = new ConcurrentHashMap<>();
    /** What every mask plan is here of. */
    private final Map<MeetingId, Table<ApplicantId, ?>> planned = new ConcurrentHashMap<>();
    private final ScheduledExecutorService fetching =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("supply").daemon().factory());

    Supply(House house, Company company) {
        this.house = house;
        this.company = company;
    }

    /** How many documents a meeting has, and how many of them are here. */
    public record Holding(int documents, int held) {
        public boolean whole() {
            return held == documents;
        }
    }

    /** As it was at the last look; nothing for a meeting whose package is not in. */
    public Map<MeetingId, Holding> holdings() {
        return Map.copyOf(holdings);
    }

    void begin() {
        if (company.witness()) return;
        company.link().answer(DOCUMENT, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, Supply::original), READERS));
        company.link().answer(EARLIER, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, Supply::earlier), READERS));
        company.link().answer(PLAN, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, Supply::plan), READERS));
        fetching.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** What a look was about; as long as it is the same, nothing is to be fetched anew. */
    private record Seen(Table<ApplicantId, Item.Applicant> applicants, Table<AmendmentId, Proposal> proposed) {
        boolean isOf(Hall hall) {
            return hall.register().map(register -> register.applicants() == applicants).orElse(false) && hall.meeting().intake().amendments().proposed() == proposed;
        }
    }

    /** Whether this server and every other one holds all of these; one that does not say so does not. */
    public CompletableFuture<Boolean> everywhere(Hall hall, Collection<DocumentId> documents) {
        if (!documents.stream().allMatch(hall.originals()::holds)) return CompletableFuture.completedFuture(false);
        var asked = new ArrayList<CompletableFuture<byte[]>>();
        for (var other : company.others()) {
            if (!company.servers().contains(other)) continue;
            for (var document : documents) asked.add(company.link().ask(other, DOCUMENT, question(hall.id(), document.sha256(), BEYOND)));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null);
    }

    private static byte[] question(MeetingId meeting, String sha256, long offset) {
        return CanonicalJson.bytes(Json.object().with("meeting", meeting.value()).with("sha256", sha256).with("offset", offset));
    }

    /** What lies here sealed under a digest. */
    private interface Lying {
        Optional<byte[]> part(Hall hall, String sha256, long offset) throws IOException;
    }

    private static Optional<byte[]> original(Hall hall, String sha256, long offset) throws IOException {
        var document = new DocumentId(sha256);
        return hall.originals().holds(document) ? Optional.of(hall.originals().sealed(document, offset, PART)) : Optional.empty();
    }

    private static Optional<byte[]> earlier(Hall hall, String sha256, long offset) throws IOException {
        var document = new DocumentId(sha256);
        var prepared = hall.rendering().prepared();
        return prepared.holds(document) ? Optional.of(prepared.sealed(document, offset, PART)) : Optional.empty();
    }

    private static Optional<byte[]> plan(Hall hall, String sha256, long offset) throws IOException {
        return hall.plans().holds(sha256) ? Optional.of(hall.plans().sealed(sha256, offset, PART)) : Optional.empty();
    }

    private byte[] part(String peer, byte[] question, Lying lying) {
        if (!company.servers().contains(peer)) throw new NoAnswer("peer " + peer + " is no server", true, null);
        try {
            var asked = CanonicalJson.readObject(question);
            var hall = house.hall(new MeetingId(asked.text("meeting"))).orElseThrow(() -> new NoAnswer("not kept here", true, null));
            return lying.part(hall, asked.text("sha256"), asked.number("offset")).orElseThrow(() -> new NoAnswer("not held here", true, null));
        } catch (BadJson | IOException | IllegalArgumentException e) {
            throw new NoAnswer("not to be read", true, e);
        }
    }

    private void look() {
        for (var hall : house.halls()) {
            try {
                look(hall);
                lookForPlans(hall);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("the documents of {} could not be completed; tried again", hall.id().value(), e);
            }
        }
    }

    private void look(Hall hall) throws IOException, InterruptedException {
        var known = holdings.get(hall.id());
        if (hall.register().isEmpty()) return;
        var seen = new Seen(hall.register().get().applicants(), hall.meeting().intake().amendments().proposed());
        // An amendment may have brought more, and what is only proposed is on every server before the second signature.
        if (known != null && known.whole() && looked.getOrDefault(hall.id(), NOTHING).isOf(hall)) return;
        var proposed = seen.proposed().values().stream().flatMap(one -> one.changes().stream()).map(Change::applicant);
        var all = Stream.concat(seen.applicants().values().stream(), proposed)
                .flatMap(applicant -> applicant.documents().stream()).map(document -> Admission.ref(document).id()).distinct().toList();
        for (var document : all) {
            if (hall.originals().holds(document)) continue;
            // First how an office has screened it: whoever leads begins as soon as the document is there.
            if (Clearance.required(hall.register().get())) fetch(EARLIER, hall, document.sha256(), sealed -> hall.rendering().prepared().takeSealed(document, sealed));
            fetch(DOCUMENT, hall, document.sha256(), sealed -> hall.originals().take(document, sealed));
        }
        var held = (int) all.stream().filter(hall.originals()::holds).count();
        looked.put(hall.id(), seen);
        holdings.put(hall.id(), new Holding(all.size(), held));
        if (held == all.size()) Admission.drawPages(hall);
    }

    /** Where nobody has a plan any more, whoever leads makes it again. */
    private void lookForPlans(Hall hall) throws InterruptedException {
        var cleared = hall.meeting().clearance().documents();
        if (planned.get(hall.id()) == cleared) return;
        boolean whole = true;
        for (var own : cleared.values()) {
            for (var one : own.values()) {
                var plan = one.plan().orElse("");
                if (!plan.isEmpty() && !hall.plans().holds(plan)) whole &= fetch(PLAN, hall, plan, sealed -> hall.plans().take(plan, sealed));
            }
        }
        if (whole) planned.put(hall.id(), cleared);
    }

    private interface Taking {
        void take(InputStream sealed) throws IOException;
    }

    private boolean fetch(String kind, Hall hall, String sha256, Taking taking) throws InterruptedException {
        for (var other : company.others()) {
            if (!company.servers().contains(other)) continue;
            try (var sealed = new SequenceInputStream(new Parts(kind, other, hall.id(), sha256))) {
                taking.take(sealed);
                return true;
            } catch (IOException | NotHad | Damaged e) {
                LOG.debug("peer {} did not hand over {} {}: {}", other, kind, sha256, e.toString());
            }
        }
        return false;
    }

    /** The parts of one sealed file, asked for one after the other until one comes short. */
    private final class Parts implements Enumeration<InputStream> {
        private final String kind;
        private final String peer;
        private final MeetingId meeting;
        private final String sha256;
        private long offset;
        private boolean ended;

        Parts(String kind, String peer, MeetingId meeting, String sha256) {
            this.kind = kind;
            this.peer = peer;
            this.meeting = meeting;
            this.sha256 = sha256;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (ended) throw new NoSuchElementException();
            try {
                var part = company.link().ask(peer, kind, question(meeting, sha256, offset)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                offset += part.length;
                ended = part.length < PART;
                return new ByteArrayInputStream(part);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotHad(e);
            } catch (ExecutionException | TimeoutException e) {
                throw new NotHad(e);
            }
        }
    }

    private static final class NotHad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotHad(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        fetching.shutdownNow();
    }
}
