package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.document.DocumentId;
import conclave.document.DocumentRef;
import conclave.document.MaskPlans;
import conclave.document.Printouts;
import conclave.exchange.MeetingFolder;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Table;
import conclave.meeting.prepare.Cleared;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * 遮盖方案 on every server, each with the print that it lies on. What the record names is fetched; what people have changed, and what they
 * release, is on every server that is there before the record speaks of it.
 */
public final class PlanSupply {

    static final String PLAN = "mask-plan";
    static final String PAPER = "printout";
    static final String HOLD = "mask-plans-wanted";
    static final String FORMS = "form-templates";
    static final String HINTS = "screening-hints";
    private static final String SET = "0".repeat(64);
    private static final long ASK_NS = Duration.ofSeconds(20).toNanos();
    private static final long PATIENCE_MS = 5_000;
    private static final int MOST = 1000;
    /** As large as plans are read. */
    private static final long LARGEST_PLAN = 16 << 20;

    private final Company company;
    private final Fetching lying;
    /** What every mask plan is here of. */
    private final Map<MeetingId, Table<ApplicantId, ?>> planned = new ConcurrentHashMap<>();
    /** Plans that are here with all that belongs to them. */
    private final Set<String> whole = ConcurrentHashMap.newKeySet();

    private final Set<String> hinted = ConcurrentHashMap.newKeySet();
    private final Map<MeetingId, Long> asked = new ConcurrentHashMap<>();

    PlanSupply(Company company, Fetching lying) {
        this.company = company;
        this.lying = lying;
    }

    static Optional<byte[]> plan(Hall hall, String sha256, long offset) throws IOException {
        return hall.plans().holds(sha256) ? Optional.of(hall.plans().sealed(sha256, offset, Fetching.PART)) : Optional.empty();
    }

    static Optional<byte[]> paper(Hall hall, String sha256, long offset) throws IOException {
        var printouts = hall.rendering().printing().printouts().filter(one -> one.holds(sha256));
        return printouts.isPresent() ? Optional.of(printouts.get().sealed(sha256, offset, Fetching.PART)) : Optional.empty();
    }

    static Optional<byte[]> forms(Hall hall, String sha256, long offset) throws IOException {
        return hall.plans().holdsForms() ? Optional.of(hall.plans().sealedForms(offset, Fetching.PART)) : Optional.empty();
    }

    static Optional<byte[]> hints(Hall hall, String name, long offset) throws IOException {
        return hall.plans().holdsHints(name) ? Optional.of(hall.plans().sealedHints(name, offset, Fetching.PART)) : Optional.empty();
    }

    /** Whoever screens at this server sees as well how sure the machine was; once is enough, for nothing depends on it. */
    private void lookForHints(Hall hall, Cleared cleared) throws InterruptedException {
        if (cleared.basis().isEmpty()) return;
        var name = MaskPlans.hintsName(new DocumentRef(new DocumentId(cleared.sha256()), cleared.pages()), cleared.basis().get());
        if (!hinted.add(name) || hall.plans().holdsHints(name)) return;
        lying.fetch(new Fetching.Wanted(HINTS, hall.id(), name, MaskPlans.LARGEST_HINTS), sealed -> hall.plans().takeHints(name, sealed));
    }

    /** 表格模板 came with the package to one server; whoever screens after it lays the same ones. */
    private void lookForForms(Hall hall) throws InterruptedException {
        long last = asked.getOrDefault(hall.id(), System.nanoTime() - ASK_NS);
        if (hall.plans().holdsForms() || hall.register().isEmpty() || System.nanoTime() - last < ASK_NS) return;
        lying.fetch(new Fetching.Wanted(FORMS, hall.id(), SET, MeetingFolder.MOST_FORMS), hall.plans()::takeForms);
        asked.put(hall.id(), System.nanoTime());
    }

    /** Where nobody has a plan any more, whoever leads makes it again. */
    void look(Hall hall) throws IOException, InterruptedException {
        lookForForms(hall);
        var cleared = hall.meeting().clearance().documents();
        if (planned.get(hall.id()) == cleared) return;
        boolean all = true;
        for (var own : cleared.values()) {
            for (var one : own.values()) {
                if (one.plan().isPresent()) all &= brought(hall, one.plan().get(), Optional.empty());
                lookForHints(hall, one);
            }
        }
        if (all) planned.put(hall.id(), cleared);
    }

    /** @param from the server that is known to have it; any where none is named */
    private boolean brought(Hall hall, String digest, Optional<String> from) throws IOException, InterruptedException {
        if (whole.contains(digest) && hall.plans().holds(digest)) return true;
        if (!hall.plans().holds(digest) && !fetched(new Fetching.Wanted(PLAN, hall.id(), digest, LARGEST_PLAN), from, sealed -> hall.plans().take(digest, sealed))) return false;
        var plan = hall.plans().find(digest);
        if (plan.isEmpty()) return false;
        var document = new DocumentRef(new DocumentId(plan.get().document()), plan.get().pages().size());
        if (plan.get().paper().isPresent() && !onPaper(hall, document, plan.get().paper().get(), from)) return false;
        whole.add(digest);
        return true;
    }

    private boolean onPaper(Hall hall, DocumentRef document, String paper, Optional<String> from) throws IOException, InterruptedException {
        var printouts = hall.rendering().printing().printouts();
        if (printouts.isEmpty()) return true;
        if (!printouts.get().holds(paper) && !fetched(new Fetching.Wanted(PAPER, hall.id(), paper, Printouts.LARGEST), from, sealed -> printouts.get().take(document.id(), paper, sealed))) return false;
        hall.rendering().shownOn(document, paper);
        return true;
    }

    private boolean fetched(Fetching.Wanted wanted, Optional<String> from, Fetching.Taking taking) throws InterruptedException {
        return from.isPresent() ? lying.fetchFrom(from.get(), wanted, taking) : lying.fetch(wanted, taking);
    }

    /** Another server is about to speak of these: what of them is not here is fetched from it, and said where that fails. */
    byte[] hold(String peer, Hall hall, List<Json> plans) throws IOException {
        if (plans.size() > MOST) throw new IllegalArgumentException("more plans than are asked for at a time");
        int missing = 0;
        try {
            for (var plan : plans) {
                if (!(plan instanceof Json.Str(var digest))) throw new IllegalArgumentException("no digest");
                if (!brought(hall, digest, Optional.of(peer))) missing++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return CanonicalJson.bytes(Json.object().with("missing", missing));
    }

    /**
     * Whether this server holds all of these, and every other one that is there. One that does not answer is not there: it fetches them
     * later. On a server that stands alone there is nobody to wait for.
     */
    public CompletableFuture<Boolean> everywhere(Hall hall, Collection<String> plans) {
        if (company.others().isEmpty()) return CompletableFuture.completedFuture(true);
        if (!plans.stream().allMatch(hall.plans()::holds)) return CompletableFuture.completedFuture(false);
        var list = plans.stream().distinct().map(Json::text).toList();
        if (list.isEmpty()) return CompletableFuture.completedFuture(true);
        var question = CanonicalJson.bytes(Json.object().with("meeting", hall.id().value()).with("plans", new Json.Arr(List.copyOf(list))));
        var asked = new ArrayList<CompletableFuture<Boolean>>();
        for (var other : company.others()) {
            if (company.servers().contains(other)) asked.add(company.link().ask(other, HOLD, question).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS).handle(PlanSupply::holds));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(_ -> asked.stream().allMatch(CompletableFuture::join));
    }

    private static boolean holds(byte[] answer, Throwable failure) {
        if (failure != null) return !(cause(failure) instanceof NoAnswer no && no.refused());
        try {
            return CanonicalJson.readObject(answer).number("missing") == 0;
        } catch (conclave.codec.BadJson e) {
            return false;
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
