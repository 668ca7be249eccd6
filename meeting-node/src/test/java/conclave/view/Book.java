package conclave.view;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** The record of some meetings, in memory; it counts what is read of it. */
final class Book implements Source {

    private final Map<MeetingId, List<Numbered>> lines = new TreeMap<>();
    final AtomicLong linesRead = new AtomicLong();

    Book with(MeetingId meeting, List<Fact> facts) {
        var numbered = new ArrayList<Numbered>();
        for (var fact : facts) {
            if (fact.event().evidence()) numbered.add(new Numbered(numbered.size() + 1, fact));
        }
        lines.put(meeting, numbered);
        return this;
    }

    long size(MeetingId meeting) {
        return lines.get(meeting).size();
    }

    /** As at every start: each line is told again, from the first on. */
    void tell(View view) {
        lines.forEach((meeting, all) -> all.forEach(line -> view.happened(meeting, line.seq(), line.fact())));
    }

    void tell(View view, MeetingId meeting, long first, long last) {
        for (var line : lines.get(meeting).subList((int) first - 1, (int) last)) view.happened(meeting, line.seq(), line.fact());
    }

    @Override
    public List<Numbered> read(MeetingId meeting, long first, int count) {
        linesRead.addAndGet(count);
        return lines.get(meeting).subList((int) first - 1, (int) first - 1 + count);
    }

    Iterable<MeetingId> meetings() {
        return lines.keySet();
    }
}
