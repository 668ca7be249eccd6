package conclave.node;

import conclave.document.DocumentId;
import conclave.document.Unopened;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.Scanned;
import conclave.meeting.event.Change;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Item;
import conclave.seal.RandomIds;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 现场补充的材料: a file goes sealed into the meeting's store as it comes in, is opened in a child process, and waits for somebody to propose it
 * for a dossier. What does not open does not stay.
 */
public final class Uploads {

    /** As much as the child process that draws pages takes. */
    public static final long MOST = 256L << 20;
    /** What a document of a dossier may be, as the record has it. */
    public static final Set<String> KINDS = Arrays.stream(DocumentKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 50;

    private final DiskSpace space;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<MeetingId, Map<DocumentId, Kept>> waiting = new ConcurrentHashMap<>();
    private final Map<DocumentId, Integer> looking = new ConcurrentHashMap<>();

    Uploads(DiskSpace space) {
        this.space = space;
    }

    public record Kept(DocumentId id, long bytes, int pages) {
    }

    public enum Why { NOT_A_DOCUMENT, TOO_LARGE, DAMAGED, ENCRYPTED, TOO_MANY_PAGES, TOO_MANY_WAITING, BUSY, DISK_FULL, CUT_OFF, TOO_SLOW }

    /** Nothing of it was kept. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final Why why;

        Unfit(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /** The whole of what comes in, or nothing; waits for the one who sends, so for no event loop. */
    public Kept keep(Hall hall, InputStream clear) throws Unfit, IOException {
        if (!free.tryAcquire()) throw new Unfit(Why.BUSY);
        try {
            var held = waiting.computeIfAbsent(hall.id(), _ -> new ConcurrentHashMap<>());
            held.keySet().removeIf(id -> refersTo(hall, id));
            if (held.size() >= MOST_WAITING) throw new Unfit(Why.TOO_MANY_WAITING);
            if (space.free() - MOST < space.floor()) throw new Unfit(Why.DISK_FULL);
            return opened(hall, sealed(hall, clear), held);
        } finally {
            free.release();
        }
    }

    private static DocumentId sealed(Hall hall, InputStream clear) throws Unfit, IOException {
        try {
            var start = clear.readNBytes(Scanned.START);
            if (Scanned.of(start, start.length).isEmpty()) throw new Unfit(Why.NOT_A_DOCUMENT);
            return hall.originals().keep(new SequenceInputStream(new ByteArrayInputStream(start), new Bounded(clear, MOST - start.length)), MOST);
        } catch (Larger more) {
            throw new Unfit(Why.TOO_LARGE);
        } catch (CutOff gone) {
            throw new Unfit(Why.CUT_OFF);
        } catch (TooSlow trickle) {
            throw new Unfit(Why.TOO_SLOW);
        }
    }

    /** Somebody may send the same bytes twice at once: the last to look at them takes away what is of no use. */
    private Kept opened(Hall hall, DocumentId id, Map<DocumentId, Kept> held) throws Unfit, IOException {
        looking.merge(id, 1, Integer::sum);
        try {
            var size = hall.originals().verify(id);
            var kept = new Kept(id, size, hall.rendering().count(id));
            held.put(id, kept);
            return kept;
        } catch (Unopened no) {
            throw new Unfit(switch (no.trouble()) {
                case "ENCRYPTED" -> Why.ENCRYPTED;
                case "TOO_MANY_PAGES" -> Why.TOO_MANY_PAGES;
                case "TOO_LARGE", "OUT_OF_MEMORY" -> Why.TOO_LARGE;
                default -> Why.DAMAGED;
            });
        } catch (NoSuchFileException goneWithItsTwin) {
            throw new Unfit(Why.DAMAGED);
        } finally {
            looked(hall, id, held);
        }
    }

    private void looked(Hall hall, DocumentId id, Map<DocumentId, Kept> held) throws IOException {
        var others = looking.computeIfPresent(id, (_, count) -> count == 1 ? null : count - 1);
        if (others == null && !held.containsKey(id) && !refersTo(hall, id)) hall.originals().drop(id);
    }

    private static boolean refersTo(Hall hall, DocumentId id) {
        var intake = hall.meeting().intake();
        var proposed = intake.amendments().proposed().values().stream().flatMap(one -> one.changes().stream()).map(change -> change.applicant());
        var registered = intake.register().stream().flatMap(register -> register.applicants().values().stream());
        return Stream.concat(proposed, registered).flatMap(applicant -> applicant.documents().stream()).anyMatch(one -> one.sha256().equals(id.sha256()));
    }

    /**
     * What nobody has proposed within a day goes, and what was proposed and withdrawn; what ever was in a dossier stays. Nothing in the record
     * speaks of the former, and of the latter it keeps the digest.
     *
     * @return how many files are gone
     */
    int clear(Hall hall, Instant now) throws IOException {
        if (hall.register().isEmpty() || !free.tryAcquire(AT_ONCE)) return 0;
        try {
            var named = named(hall);
            int gone = 0;
            for (var id : hall.originals().all()) {
                if (named.contains(id.sha256()) || !hall.originals().dropOlder(id, now.minus(LONGEST))) continue;
                waiting.getOrDefault(hall.id(), Map.of()).remove(id);
                gone++;
            }
            return gone;
        } finally {
            free.release(AT_ONCE);
        }
    }

    private static Set<String> named(Hall hall) {
        var amendments = hall.meeting().intake().amendments();
        var applicants = Stream.of(hall.register().orElseThrow().applicants().values().stream(),
                amendments.proposed().values().stream().flatMap(one -> one.changes().stream()).map(Change::applicant),
                amendments.all().stream().flatMap(one -> one.changes().stream()).map(Change::applicant)).flatMap(all -> all);
        var gone = amendments.all().stream().flatMap(one -> one.gone().values().stream()).flatMap(List::stream);
        return Stream.concat(applicants.flatMap(applicant -> applicant.documents().stream()), gone).map(Item.Document::sha256).collect(Collectors.toSet());
    }

    /** What was sent to this server and opens, under a name of its own; nothing of what was never sent here. */
    public Optional<Item.Document> document(Hall hall, DocumentId id, String title, String kind) {
        return Optional.ofNullable(waiting.getOrDefault(hall.id(), Map.of()).get(id)).filter(kept -> renewed(hall, kept.id())).map(kept -> {
            var named = new conclave.meeting.event.Id.DocumentId("doc_" + RandomIds.next());
            return new Item.Document(named, id.sha256(), kept.bytes(), kept.pages(), kind, hall.faces().sealTitle(named, title));
        });
    }

    private static boolean renewed(Hall hall, DocumentId id) {
        try {
            return hall.originals().renew(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever sent it went away, or stood still for too long. */
    public static final class CutOff extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** It would have held its place for hours. */
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Larger extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            left -= Math.max(0, count);
            if (left < 0) throw new Larger();
            return count;
        }
    }
}
