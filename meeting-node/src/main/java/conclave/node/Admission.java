package conclave.node;

import conclave.codec.Codec;
import conclave.document.DocumentRef;
import conclave.exchange.MeetingFile;
import conclave.ledger.Broken;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.ImportId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.BeginImport;
import conclave.meeting.event.IntakeCommand.CompleteImport;
import conclave.meeting.event.IntakeCommand.ImportItems;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a checked package in: documents first, into the sealed store, then the items, entry by entry; the last entry
 * makes all of it visible at once. Pulled out half-way, there is nothing to see, and it can be begun again.
 */
public final class Admission {

    /** A log entry stays well under 256 KiB, so that a follower far behind never chokes on an import. */
    private static final int ENTRY_BYTES = 160 << 10;
    private static final long LARGEST_DOCUMENT = 2L << 30;

    private final House house;

    public Admission(House house) {
        this.house = house;
    }

    /** Told which meeting a package goes into, before any of it does. */
    @FunctionalInterface
    public interface Founded {
        void in(MeetingId meeting) throws IOException;
    }

    public Hall admit(MeetingFile file, Path folder) throws IOException {
        return admit(file, folder, _ -> { });
    }

    public Hall admit(MeetingFile file, Path folder, Founded founded) throws IOException {
        var rehearsal = file.meeting().kind() == MeetingFile.Kind.REHEARSAL;
        // A meeting whose import was cut off goes on in the meeting that was founded for it.
        var hall = house.awaiting(rehearsal);
        founded.in(hall.id());
        keepDocuments(hall, file, folder);
        propose(hall, new ItemsOf(hall.faces(), house.codes(), new Stamp(hall.key().derive("facts")), file).all());
        hall.register().orElseThrow(() -> new Broken("an import that was accepted left no register"));
        drawPages(hall);
        return hall;
    }

    /** Pages nobody has asked for yet are drawn in the background, from the first applicant on. */
    public static void drawPages(Hall hall) throws IOException {
        if (hall.register().isEmpty()) return;
        hall.rendering().enqueue(hall.register().get().applicants().values().stream()
                .flatMap(applicant -> applicant.documents().stream()).map(Admission::ref).toList());
    }

    public static DocumentRef ref(Item.Document document) {
        return new DocumentRef(new conclave.document.DocumentId(document.sha256()), document.pages());
    }

    private void keepDocuments(Hall hall, MeetingFile file, Path folder) throws IOException {
        for (var applicant : file.applicants()) {
            for (var document : applicant.documents()) {
                var expected = file.files().get(document.file()).sha256();
                try (var in = Files.newInputStream(folder.resolve(document.file()))) {
                    var kept = hall.originals().keep(in, LARGEST_DOCUMENT);
                    if (!kept.sha256().equals(expected)) throw new IOException("the file changed while it was read: " + document.file());
                }
            }
        }
    }

    private void propose(Hall hall, List<Item> items) {
        var id = new ImportId("imp_" + RandomIds.next());
        order(hall, new BeginImport(id));
        var digest = "";
        var ordinal = 0;
        for (var batch : batches(items)) {
            var after = digest(digest, batch);
            order(hall, new ImportItems(id, ++ordinal, digest, after, batch));
            digest = after;
        }
        order(hall, new CompleteImport(id, items.size(), digest));
    }

    private static List<List<Item>> batches(List<Item> items) {
        var batches = new ArrayList<List<Item>>();
        var batch = new ArrayList<Item>();
        var bytes = 0;
        for (var item : items) {
            var size = Codec.bytes(item).length;
            if (!batch.isEmpty() && bytes + size > ENTRY_BYTES) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(item);
            bytes += size;
        }
        if (!batch.isEmpty()) batches.add(batch);
        return batches;
    }

    private static String digest(String before, List<Item> items) {
        var sum = Digests.sha256();
        sum.update(before.getBytes(StandardCharsets.US_ASCII));
        for (var item : items) {
            sum.update(Codec.bytes(item));
            sum.update((byte) '\n');
        }
        return Digests.hex(sum.digest());
    }

    private void order(Hall hall, Command command) {
        var reply = hall.chamber().submit(new Order("", "", PersonId.HOUSE, house.clock().getAsLong(), command)).join();
        if (!(reply instanceof Reply.Done)) throw new Broken("the import was not taken: " + reply);
    }
}
