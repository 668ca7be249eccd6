package conclave.node;

import conclave.config.DataFolder;
import conclave.config.Limits;
import conclave.document.Originals;
import conclave.document.Rendering;
import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.Ledgers;
import conclave.ledger.Notary;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.IntakeCommand.FoundMeeting;
import conclave.meeting.event.Order;
import conclave.seal.CodeBook;
import conclave.seal.MeetingKey;
import conclave.seal.RandomIds;
import conclave.seal.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** All the meetings of this node, side by side. */
public final class House implements AutoCloseable {

    /** How the pages of a meeting are drawn; given from outside, because it starts processes. */
    public interface Drawing {
        Rendering of(MeetingKey key, Originals originals, Path folder) throws IOException;
    }

    /** What every meeting of this node shares. */
    public record Fittings(String node, DataFolder data, Limits limits, Ledgers ledgers, Signer signer, CodeBook codes,
                           Drawing drawing, Watcher watcher, LongSupplier clock, Consumer<Broken> alarm) {
    }

    private final Fittings with;
    private final DiskSpace space;
    private final Map<MeetingId, Hall> halls = new ConcurrentSkipListMap<>();

    public House(Fittings with) {
        this.with = with;
        this.space = new DiskSpace(with.data.root(), with.limits.freeSpaceFloor(), with.clock);
    }

    public Collection<Hall> halls() {
        return List.copyOf(halls.values());
    }

    public Optional<Hall> hall(MeetingId id) {
        return Optional.ofNullable(halls.get(id));
    }

    public CodeBook codes() {
        return with.codes;
    }

    public LongSupplier clock() {
        return with.clock;
    }

    /** A person who has shown a code: which meeting, and who. */
    public record Caller(Hall hall, PersonId person) {
    }

    public Optional<Caller> byCode(String typed) {
        var hash = with.codes.hash(typed);
        return hash.flatMap(h -> halls.values().stream()
                .flatMap(hall -> hall.register().flatMap(r -> r.codes().get(h)).map(person -> new Caller(hall, person)).stream())
                .findFirst());
    }

    /** Opens every meeting that was founded here; returns when all have been replayed. */
    public void openAll() throws IOException {
        List<Path> folders;
        try (var inside = Files.list(with.data.meetings())) {
            folders = inside.filter(Files::isDirectory).sorted().toList();
        }
        for (var folder : folders) {
            if (Founding.finished(folder)) open(folder);
            else clear(folder);
        }
    }

    private void open(Path folder) throws IOException {
        var founding = Founding.read(folder);
        var id = founding.meeting();
        var key = MeetingKey.open(folder.resolve("key"), id.value());
        var ballots = new SecretBallots();
        var chamber = chamber(folder, id, key, ballots);
        chamber.start(with.ledgers.open(founding.ledger(), chamber));
        halls.put(id, hall(chamber, key, ballots));
    }

    /** Founds a meeting: key, log, and last the record that it exists. Its kind is in its name from the first line on. */
    public Hall found(boolean rehearsal) throws IOException {
        var id = new MeetingId((rehearsal ? "reh_" : "mtg_") + RandomIds.next());
        var folder = with.data.meeting(id.value());
        var key = MeetingKey.found(folder.resolve("key"), id.value());
        var founding = Founding.of(id);
        var ballots = new SecretBallots();
        var chamber = chamber(folder, id, key, ballots);
        chamber.start(with.ledgers.found(founding.ledger(), chamber));
        founding.write(folder);
        var order = new Order("", "", PersonId.HOUSE, with.clock.getAsLong(), new FoundMeeting(id, Meeting.RULES));
        if (!(chamber.submit(order).join() instanceof Reply.Done)) throw new Broken("the meeting " + id.value() + " could not be founded");
        var hall = hall(chamber, key, ballots);
        halls.put(id, hall);
        return hall;
    }

    private Chamber chamber(Path folder, MeetingId id, MeetingKey key, SecretBallots ballots) {
        var evidence = Evidence.open(folder.resolve("evidence.jsonl"), id.value());
        Function<Evidence, Notary> notaries = caughtUp ->
                Notary.open(folder.resolve("roots.jsonl"), id.value(), caughtUp, with.signer, with.clock, with.alarm);
        var courier = new Courier(with.node + "/" + RandomIds.next(), with.limits.batchCommands(), with.limits.batchBytes());
        Watcher watcher = (meeting, facts, after) -> {
            ballots.happened(facts);
            with.watcher.happened(meeting, facts, after);
        };
        return new Chamber(id, key, evidence, notaries, courier, space, watcher);
    }

    private Hall hall(Chamber chamber, MeetingKey key, SecretBallots ballots) throws IOException {
        var store = with.data.store().resolve(chamber.id().value());
        var originals = new Originals(store.resolve("originals"), key.blobs());
        return new Hall(chamber, new Faces(key.texts()), originals, with.drawing.of(key, originals, store.resolve("pages")), ballots);
    }

    /** A founding that never finished: nobody was told of it, so nothing of it is missed. Its record has no line yet. */
    private static void clear(Path folder) throws IOException {
        if (holdsRecord(folder)) throw new Broken("the meeting has a record but its founding record is missing: " + folder);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static boolean holdsRecord(Path folder) throws IOException {
        for (var name : List.of("evidence.jsonl", "roots.jsonl")) {
            var file = folder.resolve(name);
            if (Files.exists(file) && Files.size(file) > 0) return true;
        }
        return false;
    }

    /** Every hall is closed, even where another would not. */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (var hall : halls.values()) {
            try {
                hall.close();
            } catch (IOException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        halls.clear();
        if (first != null) throw first;
    }
}
