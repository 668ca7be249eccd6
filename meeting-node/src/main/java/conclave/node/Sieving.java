package conclave.node;

import conclave.document.Dictionary;
import conclave.document.Printing;
import conclave.document.Screened;
import conclave.document.Screener;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Cleared;
import conclave.node.ScreeningProgress.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 筛查 of one meeting: document after document on the node that leads, the plan on the disk before the record speaks of it. What the
 * record says was screened against the same is not done again, so that whoever takes over goes on where the other was.
 */
final class Sieving {

    private static final Logger LOG = LoggerFactory.getLogger(Sieving.class);
    private static final long AGAIN_NS = Duration.ofMinutes(1).toNanos();

    private final Hall hall;
    private final DiskSpace space;
    private final LongSupplier clock;
    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private final Map<Held, List<String>> bases = new HashMap<>();
    private final Set<String> mended = new HashSet<>();
    private final Set<DocumentId> unread = ConcurrentHashMap.newKeySet();
    private Table<ApplicantId, Item.Applicant> applicants = Table.empty();
    private Table<ApplicantId, Table<DocumentId, Cleared>> cleared = Table.empty();
    private Optional<?> laid = Optional.empty();
    private boolean filled;
    private long failedAt;
    private int documents;
    private long pages;
    private long spent;
    private Optional<Fault> fault = Optional.empty();
    private volatile ScreeningProgress progress = ScreeningProgress.NONE;

    private record Task(ApplicantId applicant, DocumentId document, int pages) {
    }

    private record Held(Ciphertext identity, String kind, Printing.Sort sort) {
    }

    Sieving(Hall hall, DiskSpace space, LongSupplier clock) {
        this.hall = hall;
        this.space = space;
        this.clock = clock;
    }

    ScreeningProgress progress() {
        return progress;
    }

    /** Files that this machine could not read from its own disk the last time it tried. */
    Set<DocumentId> unread() {
        return Set.copyOf(unread);
    }

    /** One document at most. @return whether there is more to do at once */
    boolean goOn() throws IOException, InterruptedException {
        var register = hall.register();
        if (register.isEmpty() || !Clearance.required(register.get()) || hall.meeting().ending().isSealed()) return false;
        lay();
        fill(register.get());
        boolean more = hall.screener().isPresent() && hall.chamber().ledger().leads() && !tasks.isEmpty() && next(hall.screener().get());
        tell();
        return more;
    }

    /** Other templates are another way of screening: what was screened without them is looked through again. */
    private void lay() throws IOException {
        var forms = hall.plans().forms();
        if (forms.isEmpty() || forms.equals(laid) || hall.screener().isEmpty()) return;
        hall.screener().get().lay(forms.get());
        laid = forms;
        bases.clear();
        filled = false;
    }

    private void fill(Register register) throws IOException, InterruptedException {
        var now = hall.meeting().clearance().documents();
        boolean same = filled && applicants == register.applicants() && cleared == now;
        boolean again = fault.isPresent() && System.nanoTime() - failedAt > AGAIN_NS;
        boolean working = !tasks.isEmpty() && applicants == register.applicants() && hall.chamber().ledger().leads();
        if (!again && (same || working)) return;
        tasks.clear();
        documents = 0;
        for (var applicant : register.applicants().values()) {
            for (var document : applicant.documents()) {
                documents++;
                if (wanted(register, applicant, document)) tasks.add(new Task(applicant.id(), document.id(), document.pages()));
            }
        }
        applicants = register.applicants();
        cleared = now;
        filled = true;
        fault = Optional.empty();
    }

    /** Against the same, and its plan is there: then nothing is to be done. A plan that people changed is nobody's to make again. */
    private boolean wanted(Register register, Item.Applicant applicant, Item.Document document) throws IOException, InterruptedException {
        var known = hall.meeting().clearance().of(applicant.id(), document);
        if (known.plan().isEmpty() || known.stale()) return true;
        if (hall.screener().isEmpty()) return false;
        var file = Admission.ref(document).id();
        var held = new Held(applicant.identity(), document.kind(), hall.rendering().printing().sort(file));
        var against = bases.get(held);
        if (against == null) {
            against = hall.screener().get().bases(document.kind(), dictionary(register, applicant), file);
            bases.put(held, against);
        }
        if (!against.contains(known.basis().orElse(""))) return true;
        return !known.byHand() && !hall.plans().holds(known.plan().get()) && !mended.contains(known.plan().get());
    }

    private Dictionary dictionary(Register register, Item.Applicant applicant) {
        return Hidden.of(register, hall.faces(), applicant);
    }

    private boolean next(Screener screener) throws IOException, InterruptedException {
        if (!space.enough()) return stopped(Fault.DISK_FULL);
        var register = hall.register().orElseThrow();
        var task = tasks.remove();
        var applicant = register.applicants().get(task.applicant());
        var document = applicant.flatMap(one -> one.documents().stream().filter(each -> each.id().equals(task.document())).findFirst());
        if (document.isEmpty() || !wanted(register, applicant.get(), document.get())) return true;
        long begun = System.nanoTime();
        try {
            if (!screen(screener, register, applicant.get(), document.get())) {
                tasks.addFirst(task);
                return stopped(Fault.NOT_NOW);
            }
        } catch (IOException e) {
            LOG.warn("the document {} could not be screened; tried again: {}", task.document().value(), e.toString());
            stopped(Fault.MACHINE);
            unread.add(task.document());
            return true;
        }
        fault = Optional.empty();
        unread.remove(task.document());
        spent += System.nanoTime() - begun;
        pages += document.get().pages();
        return true;
    }

    private boolean stopped(Fault why) {
        fault = Optional.of(why);
        failedAt = System.nanoTime();
        return false;
    }

    /** @return false where the record takes nothing at present */
    private boolean screen(Screener screener, Register register, Item.Applicant applicant, Item.Document document) throws IOException, InterruptedException {
        var dictionary = dictionary(register, applicant);
        var screened = screened(screener, document, dictionary);
        var plan = hall.plans().keep(screened.plan());
        mended.add(plan);
        var basis = screener.bases(document.kind(), dictionary, Admission.ref(document).id()).getFirst();
        hall.plans().keepHints(Admission.ref(document), basis, screened.hints());
        return recorded(applicant, document, basis, plan, screened);
    }

    /** What an office has screened against the same is not screened again. */
    private Screened screened(Screener screener, Item.Document document, Dictionary dictionary) throws IOException, InterruptedException {
        var against = screener.bases(document.kind(), Admission.ref(document).id());
        var earlier = hall.rendering().prepared().screened(Admission.ref(document), stamp -> against.of(stamp, dictionary));
        return earlier.isPresent() ? earlier.get() : screener.screen(Admission.ref(document), document.kind(), dictionary);
    }

    private boolean recorded(Item.Applicant applicant, Item.Document document, String basis, String plan, Screened screened) {
        var known = hall.meeting().clearance().of(applicant.id(), document);
        if (known.basis().equals(Optional.of(basis)) && !known.stale()) return true;
        var command = new RecordScreening(applicant.id(), document.id(), document.sha256(), document.pages(), basis, plan, Marks.of(screened));
        return switch (hall.chamber().submit(new Order("", "", PersonId.HOUSE, clock.getAsLong(), command)).join()) {
            case Reply.Done _ -> true;
            case Reply.NotNow _ -> false;
            // Amended meanwhile: then it is looked through as it is now.
            case Reply.Refused refused -> {
                LOG.info("the screening of {} was not taken: {}", document.id().value(), refused.refusal().code());
                yield true;
            }
        };
    }

    private void tell() {
        double rate = spent == 0 ? 0 : pages / (spent / 1e9);
        long left = tasks.stream().mapToLong(Task::pages).sum();
        Optional<Duration> timeLeft = tasks.isEmpty() ? Optional.of(Duration.ZERO)
                : rate == 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (1000 * left / rate)));
        progress = new ScreeningProgress(documents - tasks.size(), documents, rate, timeLeft, fault);
    }
}
