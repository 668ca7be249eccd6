package conclave.main;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.node.Hall;
import conclave.node.House;
import conclave.node.Recorded;
import conclave.node.Watcher;
import conclave.view.Numbered;
import conclave.view.Source;
import conclave.view.View;
import java.nio.file.Path;
import java.util.List;

/** Ties the tables for statistics to the meetings: they hear what happens, and read again in the evidence what they missed. */
final class Statistics implements Watcher, AutoCloseable {

    private final View view;

    Statistics(Path folder) {
        view = new View(folder, View.Settings.USUAL);
    }

    @Override
    public void happened(MeetingId meeting, List<Recorded> facts, Meeting after) {
        for (var fact : facts) view.happened(meeting, fact.seq(), fact.fact());
    }

    /** Said when the node stands: nobody waits for statistics. */
    void follow(House house) {
        Source record = (meeting, first, count) -> house.hall(meeting).map(hall -> lines(hall, first, count)).orElse(List.of());
        view.follow(record);
    }

    private static List<Numbered> lines(Hall hall, long first, int count) {
        var evidence = hall.chamber().evidence();
        var there = (int) Math.min(count, evidence.size() - first + 1);
        if (there <= 0) return List.of();
        return evidence.lines(first, there).stream()
                .map(line -> new Numbered(line.seq(), Codec.fact(CanonicalJson.readObject(line.bytes())))).toList();
    }

    @Override
    public void close() {
        view.close();
    }
}
