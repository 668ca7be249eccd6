package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeEvent.ImportBegun;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.Item;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareEvent.DocumentScreened;
import conclave.meeting.event.PrepareEvent.DocumentsReleased;
import conclave.meeting.event.PrepareEvent.GateOverridden;
import conclave.meeting.event.PrepareEvent.OverrideAsked;
import conclave.meeting.event.PrepareEvent.PageWithdrawn;
import conclave.meeting.event.PrepareEvent.PlanChanged;
import conclave.meeting.event.PrepareEvent.ReleaseConfirmed;
import conclave.meeting.event.Role;
import conclave.meeting.event.SeenDocument;
import conclave.meeting.prepare.Showing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second book of who answered for which page, kept from the facts by somebody who does not know how the state is made. After every
 * fact it says of every page whether an expert may see it, and the meeting must say the same.
 */
final class ReleaseBook {

    /** One file, and the persons who have answered for the plan that lies there now. */
    private static final class Paper {
        private final String content;
        private String plan = "";
        private boolean byHand;
        private List<PageMark> marks = List.of();
        private boolean stale;
        private boolean open;
        private final List<PersonId> answered = new ArrayList<>();
        private final TreeSet<Integer> taken = new TreeSet<>();

        private Paper(String content) {
            this.content = content;
        }
    }

    private final String when;
    private final Map<String, Paper> papers = new TreeMap<>();
    private final Map<ApplicantId, Item.Applicant> dossiers = new TreeMap<>();
    private final Map<ApplicantId, Integer> versions = new TreeMap<>();
    private final Map<ApplicantId, PersonId> askers = new TreeMap<>();
    private final Map<ApplicantId, Integer> overridden = new TreeMap<>();
    private final TreeSet<PersonId> judges = new TreeSet<>();
    private boolean required;

    private ReleaseBook(String when) {
        this.when = when;
    }

    /** Reads the facts one by one; what a meeting says is looked at wherever something about pages has happened. */
    static void agrees(List<Fact> facts, String when) {
        var book = new ReleaseBook(when);
        var meeting = Meeting.NOT_FOUNDED;
        for (var fact : facts) {
            meeting = Meeting.evolve(meeting, fact);
            if (book.read(fact)) book.same(meeting);
        }
        if (meeting.intake().register().isPresent()) book.same(meeting);
    }

    private boolean read(Fact fact) {
        switch (fact.event()) {
            case ImportBegun _ -> {
                dossiers.clear();
                judges.clear();
            }
            case ItemImported e -> item(e.item());
            case ApplicantAdded e -> dossiers.put(e.applicant().id(), e.applicant());
            case DossierChanged e -> changed(e);
            case DocumentScreened e -> screened(e);
            case PlanChanged e -> {
                answers(fact.by());
                var paper = paper(e.applicant(), e.document());
                assertEquals(paper.plan, e.seen(), when);
                replanned(paper, e.plan());
                paper.byHand = true;
                askers.remove(e.applicant());
                overridden.remove(e.applicant());
            }
            case DocumentsReleased e -> e.documents().forEach(seen -> released(seen, fact.by(), false));
            case ReleaseConfirmed e -> e.documents().forEach(seen -> released(seen, fact.by(), true));
            case OverrideAsked e -> askers.put(e.applicant(), fact.by());
            case GateOverridden e -> {
                answers(fact.by());
                assertNotEquals(askers.get(e.applicant()), fact.by(), when);
                assertEquals(askers.get(e.applicant()), e.asker(), when);
                overridden.put(e.applicant(), e.version());
            }
            case PageWithdrawn e -> {
                var paper = paper(e.applicant(), e.document());
                paper.taken.add(e.page());
                paper.answered.clear();
                paper.open = false;
            }
            default -> {
                return false;
            }
        }
        return !(fact.event() instanceof ItemImported || fact.event() instanceof ImportBegun);
    }

    private void item(Item item) {
        if (item instanceof Item.Description d) required = d.screening().isPresent();
        if (item instanceof Item.Applicant a) dossiers.put(a.id(), a);
        if (item instanceof Item.Person p && p.grants().stream().anyMatch(g -> g.role() == Role.EXPERT || g.role() == Role.ALTERNATE)) judges.add(p.id());
    }

    private void changed(DossierChanged e) {
        var before = dossiers.put(e.applicant().id(), e.applicant());
        versions.put(e.applicant().id(), e.version());
        if (before.identity().equals(e.applicant().identity())) return;
        papers.forEach((name, paper) -> paper.stale |= name.startsWith(e.applicant().id().value()));
    }

    private void screened(DocumentScreened e) {
        var paper = paper(e.applicant(), e.document());
        if (!paper.plan.equals(e.plan()) || !paper.marks.equals(e.marks())) replanned(paper, e.plan());
        // What is found now is not what the first of two persons saw.
        paper.answered.clear();
        paper.stale = false;
        paper.marks = e.marks();
    }

    private void replanned(Paper paper, String plan) {
        paper.plan = plan;
        paper.open = false;
        paper.answered.clear();
    }

    /** Nobody who judges answers for a page. */
    private void answers(PersonId person) {
        assertFalse(judges.contains(person), when);
    }

    private void released(SeenDocument seen, PersonId by, boolean second) {
        answers(by);
        var paper = paper(seen.applicant(), seen.document());
        assertEquals(paper.plan, seen.plan().orElse(""), when);
        assertEquals(second, !paper.answered.isEmpty(), when);
        assertFalse(paper.answered.contains(by), when);
        paper.answered.add(by);
        if (paper.answered.size() < (paper.byHand || !paper.marks.isEmpty() || !paper.taken.isEmpty() ? 2 : 1)) return;
        paper.open = true;
        paper.answered.clear();
        paper.taken.clear();
    }

    private Paper paper(ApplicantId applicant, DocumentId id) {
        var document = dossiers.get(applicant).documents().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return paper(applicant, document);
    }

    private Paper paper(ApplicantId applicant, Item.Document document) {
        var content = document.sha256() + " " + document.pages();
        var name = applicant.value() + " " + document.id().value();
        var known = Optional.ofNullable(papers.get(name)).filter(one -> one.content.equals(content));
        if (known.isPresent()) return known.get();
        var paper = new Paper(content);
        papers.forEach((other, twin) -> {
            if (other.startsWith(applicant.value()) && twin.content.equals(content)) paper.taken.addAll(twin.taken);
        });
        papers.put(name, paper);
        return paper;
    }

    private void same(Meeting meeting) {
        var register = meeting.intake().register().orElseThrow();
        for (var dossier : dossiers.values()) {
            var all = dossier.documents().stream().allMatch(document -> open(paper(dossier.id(), document)));
            var lifted = overridden.getOrDefault(dossier.id(), 0) == versions.getOrDefault(dossier.id(), 1).intValue();
            assertEquals(lifted, meeting.clearance().opened(register, dossier.id()).isPresent(), when);
            for (var document : dossier.documents()) {
                for (int page = 1; page <= document.pages(); page++) {
                    var may = (!required || all || lifted) && !paper(dossier.id(), document).taken.contains(page);
                    var shown = meeting.clearance().showing(register, dossier.id(), document.id(), page);
                    assertEquals(may, !(shown instanceof Showing.Closed), when);
                    if (required && may && !lifted) assertTrue(shown instanceof Showing.Masked, when);
                }
            }
        }
    }

    private static boolean open(Paper paper) {
        return paper.open && !paper.stale;
    }
}
