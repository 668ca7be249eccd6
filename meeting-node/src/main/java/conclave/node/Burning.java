package conclave.node;

import conclave.document.Leaf;
import conclave.document.Marking;
import conclave.document.PageSize;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.Cleared;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 严格水印 ahead of time: while people sign in, the first pages of each expert's first dossiers are marked with their name, so that nobody waits
 * when the round opens; and while they read, those of the dossiers that come next. What is taken back goes from there too, and with the last open half-day everything.
 */
final class Burning {

    private static final int DOSSIERS = 2;
    private static final int PAGES = 3;
    /** At once; there is another look in a moment. */
    private static final int MOST = 60;

    private final Hall hall;
    private final Set<String> begun = new HashSet<>();
    private final Map<PersonId, Set<ApplicantId>> opened = new HashMap<>();
    private Table<ApplicantId, Table<DocumentId, Cleared>> seen = Table.empty();
    private boolean empty = true;
    private int left;

    Burning(Hall hall) {
        this.hall = hall;
    }

    void look() {
        var register = hall.register();
        if (register.isEmpty() || hall.marking().isEmpty() || !hall.bearsReaders()) return;
        var marking = hall.marking().get();
        var meeting = hall.meeting();
        if (meeting.ending().isSealed() || meeting.floor().sittings().isEmpty()) {
            clear(marking);
            return;
        }
        empty = false;
        if (seen != meeting.clearance().documents()) forget(marking, register.get());
        seen = meeting.clearance().documents();
        left = MOST;
        // Round by round: the first page of everybody before anybody's second.
        for (int page = 0; page < PAGES; page++) {
            for (var room : meeting.floor().running()) ahead(marking, register.get(), room, page);
        }
    }

    private void clear(Marking marking) {
        if (!empty) marking.forgetAll();
        empty = true;
        begun.clear();
        opened.clear();
    }

    private void forget(Marking marking, Register register) {
        for (var applicant : register.applicants().values()) {
            for (var document : applicant.documents()) {
                for (var page : hall.meeting().clearance().of(applicant.id(), document).withdrawn()) marking.forget(Admission.ref(document).id(), page);
            }
        }
    }

    private void ahead(Marking marking, Register register, RoomId room, int page) {
        for (var expert : register.expertsOf(room)) {
            if (!hall.meeting().floor().present(room, expert)) continue;
            for (var applicant : next(room, expert)) {
                if (left == 0) return;
                burn(marking, register.people().get(expert).orElseThrow(), register.applicants().get(applicant).orElseThrow(), page);
            }
        }
    }

    /** Whose dossier the expert will open next, as far as it is open: of those that they have not opened yet the first. */
    List<ApplicantId> next(RoomId room, PersonId expert) {
        var meeting = hall.meeting();
        var rights = meeting.rights(expert);
        return meeting.walk().candidates(room).stream().filter(id -> !hasOpened(expert, id)).filter(rights::toReadSoon)
                .filter(id -> meeting.clearance().open(meeting.walk().register(), id)).limit(DOSSIERS).toList();
    }

    /** Once opened it stays so; whoever is at their hundredth dossier is not asked about the ninety-nine before in every moment. */
    private boolean hasOpened(PersonId expert, ApplicantId id) {
        var before = opened.computeIfAbsent(expert, _ -> new HashSet<>());
        if (before.contains(id)) return true;
        var clearance = hall.meeting().clearance();
        boolean now = hall.meeting().walk().register().applicants().get(id).orElseThrow().documents().stream()
                .anyMatch(document -> clearance.looksAt(id, document.id()).get(expert).isPresent());
        if (now) before.add(id);
        return now;
    }

    private void burn(Marking marking, Item.Person expert, Item.Applicant applicant, int nth) {
        int before = 0;
        for (var document : applicant.documents()) {
            int page = nth - before + 1;
            before += document.pages();
            if (page > document.pages()) continue;
            var cleared = hall.meeting().clearance().of(applicant.id(), document);
            if (cleared.withdrawn().contains(page)) return;
            var leaf = Leaf.of(hall.forExperts(cleared.plan()), Admission.ref(document), page, PageSize.PAGE);
            if (!begun.add(expert.id().value() + " " + leaf.address())) return;
            left--;
            marking.ahead(leaf, hall.bearer(expert));
            return;
        }
    }
}
