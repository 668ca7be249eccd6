package conclave.appliance;

import conclave.config.DataFolder;
import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Journal;
import conclave.exchange.parcel.Journal.Taken;
import conclave.exchange.parcel.Shelf;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.time.Instant;

/**
 * The packages that {@code conclave package import} has laid into the data folder go into the meetings before anybody can sign in.
 * Where there are any, nobody gets a sample. A package is taken in once, wherever it was cut off: the journal says into which meeting.
 */
final class WaitingPackages implements Preparation {

    private final Preparation otherwise;
    private boolean packages;

    WaitingPackages(Preparation otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public void begin(DataFolder data) throws IOException {
        if (Shelf.isThere(data.root())) {
            try (var shelf = Shelf.open(data.root())) {
                packages = !shelf.journal().waiting().isEmpty();
            }
        }
        if (!packages) otherwise.begin(data);
    }

    @Override
    public void prepare(ConclaveNode node) throws IOException, InterruptedException {
        if (!packages) {
            otherwise.prepare(node);
            return;
        }
        try (var shelf = Shelf.open(node.data().root())) {
            var journal = shelf.journal();
            for (var one : journal.waiting()) takeIn(node, shelf, journal, one);
        }
    }

    private static void takeIn(ConclaveNode node, Shelf shelf, Journal journal, Taken one) throws IOException {
        var id = one.packageId();
        if (!isIn(node, journal, id)) {
            var folder = shelf.meeting(id);
            var reading = MeetingFolder.read(folder);
            if (reading.meeting().isEmpty()) {
                System.err.println("数据包 " + id + " 在磁盘上已损坏，没有启用。请检查磁盘，然后重新导入一次。"
                        + "The package " + id + " was damaged on the disk and is not used. Check the disk, then import it again.");
                journal.lost(id, Instant.now());
                shelf.discard(id);
                return;
            }
            new Admission(node.house()).admit(reading.meeting().get(), folder, meeting -> journal.begun(id, meeting.value(), Instant.now()));
        }
        journal.done(id, Instant.now());
        shelf.discard(id);
    }

    /** The last entry of an import makes all of it visible at once, so a meeting with a register has all of the package. */
    private static boolean isIn(ConclaveNode node, Journal journal, String packageId) {
        var begun = journal.begun(packageId);
        return begun.isPresent() && node.house().halls().stream()
                .anyMatch(hall -> hall.id().value().equals(begun.get()) && hall.register().isPresent());
    }

    @Override
    public void abandon() {
        otherwise.abandon();
    }
}
