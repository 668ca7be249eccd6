package conclave.node;

import conclave.codec.Codec;
import conclave.document.DocumentId;
import conclave.document.DocumentRef;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Passage;
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
import conclave.meeting.prepare.Clearance;
import conclave.seal.Digests;
import conclave.seal.Stamp;
import conclave.seal.RandomIds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** A package whose documents lie in a folder, under a name that nobody needs to know again. */
    public Hall admit(MeetingFile file, Path folder) throws IOException {
        return admit(file, Passage.of(folder, file.files().keySet()), new ImportId("imp_" + RandomIds.next()), _ -> { });
    }

    /** @param id by which the record tells what was taken in, so that nothing is taken in twice */
    public Hall admit(MeetingFile file, Passage passage, ImportId id, Founded founded) throws IOException {
        var rehearsal = file.meeting().kind() == MeetingFile.Kind.REHEARSAL;
        // A meeting whose import was cut off goes on in the meeting that was founded for it.
        var hall = house.awaiting(rehearsal);
        founded.in(hall.id());
        var taking = new TakingPrepared(hall, file);
        keepDocuments(hall, file, passage, taking);
        taking.tell();
        propose(hall, id, new ItemsOf(hall.faces(), house.codes(), new Stamp(hall.key().derive("facts")), file).all());
        hall.register().orElseThrow(() -> new Broken("an import that was accepted left no register"));
        drawPages(hall);
        return hall;
    }

    /** Pages nobody has asked for yet are drawn in the background, from the first applicant on. */
    public static void drawPages(Hall hall) throws IOException {
        if (hall.register().isEmpty()) return;
        var documents = hall.register().get().applicants().values().stream()
                .flatMap(applicant -> applicant.documents().stream()).map(Admission::ref).toList();
        draw(hall, documents);
    }

    static void draw(Hall hall, List<DocumentRef> documents) throws IOException {
        if (Clearance.required(hall.register().orElseThrow())) hall.rendering().enqueue(documents);
        else hall.rendering().enqueueUnscreened(documents);
    }

    public static DocumentRef ref(Item.Document document) {
        return new DocumentRef(new DocumentId(document.sha256()), document.pages(), document.id().value());
    }

    /** Path and SHA-256 of every document. */
    private static SortedMap<String, String> documents(MeetingFile file) {
        var documents = new TreeMap<String, String>();
        for (var applicant : file.applicants()) {
            for (var document : applicant.documents()) documents.put(document.file(), file.files().get(document.file()).sha256());
        }
        return documents;
    }

    /** What an import that was cut off has kept is not sealed a second time. */
    private static void keepDocuments(Hall hall, MeetingFile file, Passage passage, TakingPrepared taking) throws IOException {
        var documents = documents(file);
        var missing = new TreeSet<>(documents.keySet());
        // That there are no form templates is kept, too: then no other server is asked for them.
        if (!file.files().containsKey(MeetingFolder.FORMS)) hall.plans().keepForms(new byte[0]);
        else missing.add(MeetingFolder.FORMS);
        passage.through((path, _, content) -> {
            if (MeetingFolder.isPrepared(path)) taking.take(path, content);
            if (path.equals(MeetingFolder.FORMS) && missing.remove(path)) keepForms(hall, file, content);
            var expected = documents.get(path);
            if (expected == null) return;
            if (!hall.originals().holds(new DocumentId(expected)) && !hall.originals().keep(content, LARGEST_DOCUMENT).sha256().equals(expected)) {
                throw new IOException("the file changed while it was read: " + path);
            }
            missing.remove(path);
        });
        if (!missing.isEmpty()) throw new IOException("the file is not there: " + missing.first());
    }

    private static void keepForms(Hall hall, MeetingFile file, InputStream content) throws IOException {
        var set = content.readNBytes(MeetingFolder.MOST_FORMS);
        if (!Digests.hex(Digests.sha256(set)).equals(file.files().get(MeetingFolder.FORMS).sha256())) {
            throw new IOException("the file changed while it was read: " + MeetingFolder.FORMS);
        }
        hall.plans().keepForms(set);
    }

    private void propose(Hall hall, ImportId id, List<Item> items) throws IOException {
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

    /** What the node cannot take now may be tried again; what the meeting refuses should never have come so far. */
    private void order(Hall hall, Command command) throws IOException {
        switch (hall.chamber().submit(new Order("", "", PersonId.HOUSE, house.clock().getAsLong(), command)).join()) {
            case Reply.Done _ -> { }
            case Reply.NotNow later -> throw new IOException("the import could not go on: " + later.why());
            case Reply.Refused refused -> throw new Broken("the import was not taken: " + refused);
        }
    }
}
