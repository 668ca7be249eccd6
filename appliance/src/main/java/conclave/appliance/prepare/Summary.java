package conclave.appliance.prepare;

import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Repacking.Added;
import conclave.workshop.Workshop;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a workshop of a meeting, ready to travel. A file that the disk has spoiled is left out, and
 * made again another time; one that says nothing is left out as well.
 */
record Summary(int documents, long pages, long marked, long bytes, SortedMap<String, Added> files) {

    static Summary of(Workshop workshop, List<String> ids) throws IOException {
        var files = new TreeMap<String, Added>();
        long pages = 0;
        long marked = 0;
        long bytes = 0;
        for (var id : ids) {
            var head = workshop.head(id);
            if (head.isEmpty() || head.get().empty()) continue;
            pages += head.get().pages();
            marked += head.get().marked();
            bytes += head.get().bytes();
            files.put(MeetingFolder.prepared(id), new Added(head.get().bytes(), () -> workshop.read(id)));
        }
        return new Summary(files.size(), pages, marked, bytes, files);
    }
}
