package conclave.meeting.prepare;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.PageMark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 放行情况: how far one file of a dossier has come on its way to the experts. Another file under the same name begins anew.
 *
 * @param basis what it was held against when it was screened
 * @param plan what is masked of it; nothing, where it was never screened
 * @param byHand whether a person has changed the plan
 * @param stale its applicant is called otherwise since: it is to be screened again
 * @param first who released it, where a second person is still to confirm
 * @param shown the plan under which it was released last
 * @param releases how often it was released
 * @param withdrawn pages that were taken back and not released since
 */
public record Cleared(String sha256, int pages, Optional<String> basis, Optional<String> plan, List<PageMark> marks, boolean byHand, boolean stale,
                      Optional<PersonId> first, Optional<String> shown, int releases, List<Integer> withdrawn) {

    public Cleared {
        marks = List.copyOf(marks);
        withdrawn = List.copyOf(withdrawn);
    }

    static Cleared untouched(Item.Document document, List<Integer> takenBack) {
        return new Cleared(document.sha256(), document.pages(), Optional.empty(), Optional.empty(), List.of(), false, false, Optional.empty(),
                Optional.empty(), 0, takenBack);
    }

    boolean of(Item.Document document) {
        return sha256.equals(document.sha256()) && pages == document.pages();
    }

    /** Whether every page of it was released as it would be shown now. */
    public boolean released() {
        return shown.isPresent() && shown.equals(plan) && !stale && withdrawn.isEmpty();
    }

    /** What nothing was found in, one person may release; where something was found, taken back or changed by hand, it takes two. */
    public boolean wantsTwo() {
        return byHand || !marks.isEmpty() || !withdrawn.isEmpty();
    }

    /** The same, found once more, leaves it released; anything else closes it for good. What people changed stays a matter of two. */
    Cleared screened(String against, String found, List<PageMark> marked) {
        var same = plan.equals(Optional.of(found)) && marks.equals(marked);
        return new Cleared(sha256, pages, Optional.of(against), Optional.of(found), marked, byHand, false, Optional.empty(),
                same ? shown : Optional.empty(), releases, withdrawn);
    }

    /** Whoever goes back to an earlier plan has it released anew: there was a reason to leave it. */
    Cleared planned(String changed) {
        return new Cleared(sha256, pages, basis, Optional.of(changed), marks, true, stale, Optional.empty(), Optional.empty(), releases, withdrawn);
    }

    Cleared releasedBy(PersonId person) {
        return wantsTwo() ? new Cleared(sha256, pages, basis, plan, marks, byHand, stale, Optional.of(person), shown, releases, withdrawn) : opened();
    }

    Cleared opened() {
        return new Cleared(sha256, pages, basis, plan, marks, byHand, stale, Optional.empty(), plan, releases + 1, List.of());
    }

    Cleared without(int page) {
        var more = Stream.concat(withdrawn.stream(), Stream.of(page)).sorted().toList();
        return new Cleared(sha256, pages, basis, plan, marks, byHand, stale, Optional.empty(), shown, releases, more);
    }

    /** Whose it is has changed: what was looked for in it is no longer all. */
    Cleared outlived() {
        return new Cleared(sha256, pages, basis, plan, marks, byHand, true, Optional.empty(), shown, releases, withdrawn);
    }
}
