package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.document.DocumentId;
import conclave.document.PreparedPages;
import conclave.link.NoAnswer;
import conclave.meeting.event.Change;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Amendments.Proposal;
import conclave.meeting.prepare.Clearance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final long HOUR = 60;
    private static final long PATIENCE_MS = 5_000;
    private static final String DOCUMENT = "document";
    private static final String EARLIER = "screened-earlier";
    /** Of a file that is held nothing lies there, and of one that is not there is no answer. */
    private static final long BEYOND = 1L << 50;

    private static final Seen NOTHING = new Seen(Table.empty(), Table.empty());

    private final House house;
    private final Company company;
    private final Map<MeetingId, Holding> holdings = new ConcurrentHashMap<>();
    private final Map<MeetingId, Seen> looked = new ConcurrentHashMap<>();
    private final Fetching lying;
    private final PlanSupply plans;
    private final PictureSupply pictures;
    private final ScheduledExecutorService fetching =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("supply").daemon().factory());

    Supply(House house, Company company) {
        this.house = house;
        this.company = company;
        this.lying = new Fetching(company);
        this.plans = new PlanSupply(company, lying);
        this.pictures = new PictureSupply(company, lying);
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
        company.link().answer(PlanSupply.PLAN, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PlanSupply::plan), READERS));
        company.link().answer(PlanSupply.PAPER, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PlanSupply::paper), READERS));
        company.link().answer(PlanSupply.FORMS, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PlanSupply::forms), READERS));
        company.link().answer(PictureSupply.RECORD, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PictureSupply::record), READERS));
        company.link().answer(PictureSupply.PICTURE, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PictureSupply::picture), READERS));
        company.link().answer(PlanSupply.HINTS, (peer, question) -> CompletableFuture.supplyAsync(() -> part(peer, question, PlanSupply::hints), READERS));
        company.link().answer(PlanSupply.HOLD, (peer, question) -> CompletableFuture.supplyAsync(() -> hold(peer, question), READERS));
        fetching.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        fetching.scheduleWithFixedDelay(new Leftovers(house)::look, 1, HOUR, TimeUnit.MINUTES);
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
            for (var document : documents) asked.add(company.link().ask(other, DOCUMENT, Fetching.question(hall.id(), document.sha256(), BEYOND)));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null);
    }

    /** 遮盖方案: what of them lies on which server. */
    public PlanSupply plans() {
        return plans;
    }

    /** What lies here sealed under a digest. */
    private interface Lying {
        Optional<byte[]> part(Hall hall, String sha256, long offset) throws IOException;
    }

    private static Optional<byte[]> original(Hall hall, String sha256, long offset) throws IOException {
        var document = new DocumentId(sha256);
        return hall.originals().holds(document) ? Optional.of(hall.originals().sealed(document, offset, Fetching.PART)) : Optional.empty();
    }

    private static Optional<byte[]> earlier(Hall hall, String sha256, long offset) throws IOException {
        var document = new DocumentId(sha256);
        var prepared = hall.rendering().prepared();
        return prepared.holds(document) ? Optional.of(prepared.sealed(document, offset, Fetching.PART)) : Optional.empty();
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

    private byte[] hold(String peer, byte[] question) {
        if (!company.servers().contains(peer)) throw new NoAnswer("peer " + peer + " is no server", true, null);
        try {
            var asked = CanonicalJson.readObject(question);
            var hall = house.hall(new MeetingId(asked.text("meeting"))).orElseThrow(() -> new NoAnswer("not kept here", true, null));
            return plans.hold(peer, hall, asked.list("plans"));
        } catch (BadJson | IOException | IllegalArgumentException e) {
            throw new NoAnswer("not to be read", true, e);
        }
    }

    /** Whatever one meeting comes to, also a fault of ours: the others are looked after, and all of them again in a second. */
    void look() {
        for (var hall : house.halls()) {
            try {
                look(hall);
                plans.look(hall);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException | Error e) {
                LOG.warn("会议 {} 的材料还没有备齐，稍后自动重试。 The documents of this meeting could not be completed; tried again.", hall.id().value(), e);
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
                .flatMap(applicant -> applicant.documents().stream())
                .collect(Collectors.toMap(document -> Admission.ref(document).id(), Item.Document::bytes, Math::max, LinkedHashMap::new));
        for (var one : all.entrySet()) {
            var document = one.getKey();
            if (hall.originals().holds(document)) continue;
            // First how an office has screened it: whoever leads begins as soon as the document is there.
            if (Clearance.required(hall.register().get())) {
                fetch(EARLIER, hall, document, PreparedPages.LARGEST_SCREENED, sealed -> hall.rendering().prepared().takeSealed(document, sealed));
            }
            fetch(DOCUMENT, hall, document, one.getValue(), sealed -> hall.originals().take(document, sealed));
        }
        var held = (int) all.keySet().stream().filter(hall.originals()::holds).count();
        looked.put(hall.id(), seen);
        holdings.put(hall.id(), new Holding(all.size(), held));
        if (held == all.size()) pictures.draw(hall);
    }

    private boolean fetch(String kind, Hall hall, DocumentId document, long bytes, Fetching.Taking taking) throws InterruptedException {
        return lying.fetch(new Fetching.Wanted(kind, hall.id(), document.sha256(), bytes), taking);
    }

    @Override
    public void close() {
        pictures.close();
        fetching.shutdownNow();
    }
}
