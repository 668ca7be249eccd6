package conclave.node;

import conclave.document.Screened;
import conclave.meeting.event.HitCount;
import conclave.meeting.event.HitKind;
import conclave.meeting.event.PageMark;
import conclave.meeting.prepare.PlanCheck;
import java.util.ArrayList;
import java.util.List;

/** Marks as the record keeps them: pages that follow one another and are marked alike stand together. */
final class Marks {

    private Marks() {
    }

    static List<PageMark> of(Screened screened) {
        var marks = new ArrayList<PageMark>();
        screened.marks().forEach((page, mark) -> {
            var one = mark(page, page, mark);
            var last = marks.isEmpty() ? null : marks.getLast();
            boolean goesOn = last != null && last.last() == page - 1 && mark(last.first(), last.last(), mark).equals(last);
            if (goesOn) marks.set(marks.size() - 1, mark(last.first(), page, mark));
            else marks.add(one);
        });
        return PlanCheck.few(marks);
    }

    private static PageMark mark(int first, int last, Screened.Mark mark) {
        var hits = new ArrayList<HitCount>();
        mark.hits().forEach((kind, times) -> hits.add(new HitCount(HitKind.valueOf(kind.name()), times)));
        return new PageMark(first, last, hits, mark.near(), mark.doubtful(), mark.imageOnly());
    }
}
