package conclave.meeting.prepare;

import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.Item;
import conclave.meeting.event.PageMark;
import conclave.meeting.event.PrepareCommand.RecordScreening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a screening says something that can be: digests are digests, its marks stand on pages that there are, in order, and are few enough. */
public final class PlanCheck {

    /** So that no entry of the log becomes too large whatever was found. */
    public static final int MOST_MARKS = 400;
    private static final int DIGEST = 64;
    private static final int MOST_TIMES = 1_000_000;

    private PlanCheck() {
    }

    static Optional<String> wrong(RecordScreening c, Item.Document document) {
        if (!document.sha256().equals(c.sha256()) || document.pages() != c.pages()) return Optional.of("content");
        if (!digest(c.basis()) || !digest(c.plan())) return Optional.of("digest");
        if (c.marks().size() > MOST_MARKS) return Optional.of("tooMany");
        var last = 0;
        for (var mark : c.marks()) {
            if (mark.first() <= last || mark.last() < mark.first() || mark.last() > c.pages() || !sound(mark)) return Optional.of("marks");
            last = mark.last();
        }
        return Optional.empty();
    }

    private static boolean sound(PageMark mark) {
        var kinds = new TreeSet<HitKind>();
        var says = !mark.hits().isEmpty() || mark.near() > 0 || mark.doubtful() || mark.imageOnly();
        return says && count(mark.near()) && mark.hits().stream().allMatch(hit -> kinds.add(hit.kind()) && hit.times() > 0 && count(hit.times()));
    }

    private static boolean count(int times) {
        return times >= 0 && times <= MOST_TIMES;
    }

    static boolean digest(String text) {
        return text.length() == DIGEST && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** Marks that are too many become one over all their pages: a person looks at more, and at nothing less. */
    public static List<PageMark> few(List<PageMark> marks) {
        if (marks.size() <= MOST_MARKS) return marks;
        var hits = new ArrayList<HitCount>();
        for (var kind : HitKind.values()) {
            var most = marks.stream().flatMap(mark -> mark.hits().stream()).filter(hit -> hit.kind() == kind).mapToInt(HitCount::times).max();
            if (most.isPresent()) hits.add(new HitCount(kind, most.getAsInt()));
        }
        return List.of(new PageMark(marks.getFirst().first(), marks.getLast().last(), hits, marks.stream().mapToInt(PageMark::near).max().orElse(0),
                marks.stream().anyMatch(PageMark::doubtful), marks.stream().anyMatch(PageMark::imageOnly)));
    }
}
