package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * 放行: which pages have been answered for, and who has seen what. The one place that says what of a document an expert is shown; what
 * it says nothing of is closed where the meeting asks for screening.
 *
 * @param unreleased dossiers that somebody wants opened, or two have opened, before all of them was released
 * @param looks who has had which release of a document before them
 */
public record Clearance(Table<ApplicantId, Table<DocumentId, Cleared>> documents, Table<ApplicantId, OpenedUnreleased> unreleased,
                        Table<ApplicantId, List<Withdrawal>> withdrawals, Table<ApplicantId, Table<DocumentId, Table<PersonId, List<Look>>>> looks) {

    public static final Clearance NOTHING = new Clearance(Table.empty(), Table.empty(), Table.empty(), Table.empty());

    /** Whether this meeting's pages wait until somebody has answered for them. */
    public static boolean required(Register register) {
        return register.description().flatMap(Item.Description::screening).filter(Item.Screening.REQUIRED::equals).isPresent();
    }

    public Cleared of(ApplicantId applicant, Item.Document document) {
        return documents.get(applicant).flatMap(own -> own.get(document.id())).filter(one -> one.of(document))
                .orElseGet(() -> Cleared.untouched(document, takenBack(applicant, document)));
    }

    /** The same file under another name is the same page: what was taken back of it does not come in by another door. */
    private List<Integer> takenBack(ApplicantId applicant, Item.Document document) {
        var pages = new TreeSet<Integer>();
        for (var entry : documents.get(applicant).orElse(Table.empty())) {
            if (entry.getValue().of(document)) pages.addAll(entry.getValue().withdrawn());
        }
        return List.copyOf(pages);
    }

    /** The dossier as two persons have opened it, as long as it is the one they opened. */
    public Optional<OpenedUnreleased> opened(Register register, ApplicantId applicant) {
        return unreleased.get(applicant).filter(one -> one.inForce() && one.version() == register.version(applicant));
    }

    /** Whether a page of it is not released. */
    public boolean closed(Register register, ApplicantId applicant) {
        return required(register) && documents(register, applicant).stream().anyMatch(document -> !of(applicant, document).released());
    }

    /** 放行门: whether somebody may read in this dossier at all. */
    public boolean open(Register register, ApplicantId applicant) {
        return !closed(register, applicant) || opened(register, applicant).isPresent();
    }

    /** What of a page is shown to whoever may read the dossier. A page that was taken back is closed, whatever else was allowed. */
    public Showing showing(Register register, ApplicantId applicant, DocumentId id, int page) {
        var document = documents(register, applicant).stream().filter(one -> one.id().equals(id)).findFirst();
        if (document.isEmpty() || page < 1 || page > document.get().pages() || !open(register, applicant)) return new Showing.Closed();
        var cleared = of(applicant, document.get());
        if (cleared.withdrawn().contains(page)) return new Showing.Closed();
        return cleared.plan().<Showing>map(Showing.Masked::new).orElseGet(Showing.AsItIs::new);
    }

    private static List<Item.Document> documents(Register register, ApplicantId applicant) {
        return register.applicants().get(applicant).map(Item.Applicant::documents).orElse(List.of());
    }

    public List<Withdrawal> withdrawalsOf(ApplicantId applicant) {
        return withdrawals.get(applicant).orElse(List.of());
    }

    /** What was taken back of this applicant's, and the room's chair has not spoken of yet. */
    public List<Withdrawal> unsettled(RoomId room, ApplicantId applicant) {
        return withdrawalsOf(applicant).stream().filter(one -> !one.settled().contains(room)).toList();
    }

    public Table<PersonId, List<Look>> looksAt(ApplicantId applicant, DocumentId document) {
        return looks.get(applicant).flatMap(own -> own.get(document)).orElse(Table.empty());
    }

    /** Who had that release of the document before them when a page of it was taken back. */
    public List<PersonId> saw(ApplicantId applicant, Withdrawal withdrawal) {
        var saw = new ArrayList<PersonId>();
        for (var entry : looksAt(applicant, withdrawal.document())) {
            if (entry.getValue().stream().anyMatch(look -> look.release() == withdrawal.release())) saw.add(entry.getKey());
        }
        return saw;
    }

    Clearance with(ApplicantId applicant, DocumentId document, Cleared cleared) {
        var own = documents.get(applicant).orElse(Table.empty()).with(document, cleared);
        return new Clearance(documents.with(applicant, own), unreleased, withdrawals, looks);
    }

    Clearance with(ApplicantId applicant, OpenedUnreleased opened) {
        return new Clearance(documents, unreleased.with(applicant, opened), withdrawals, looks);
    }

    /** What two wanted to open they looked at as it was then. */
    Clearance withoutException(ApplicantId applicant) {
        return new Clearance(documents, unreleased.without(applicant), withdrawals, looks);
    }

    Clearance with(ApplicantId applicant, List<Withdrawal> changed) {
        return new Clearance(documents, unreleased, withdrawals.with(applicant, List.copyOf(changed)), looks);
    }

    Clearance with(ApplicantId applicant, DocumentId document, PersonId person, Look look) {
        var seen = looksAt(applicant, document);
        var more = new ArrayList<>(seen.get(person).orElse(List.of()));
        more.add(look);
        var own = looks.get(applicant).orElse(Table.empty()).with(document, seen.with(person, List.copyOf(more)));
        return new Clearance(documents, unreleased, withdrawals, looks.with(applicant, own));
    }
}
