package conclave.node;

import conclave.config.DataFolder;
import conclave.config.Limits;
import conclave.document.Marking;
import conclave.document.MaskPlans;
import conclave.document.Originals;
import conclave.document.Printing;
import conclave.document.ReleasedPages;
import conclave.document.Rendering;
import conclave.document.Screener;
import conclave.ledger.Broken;
import conclave.ledger.Evidence;
import conclave.ledger.Forks;
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
import conclave.seal.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** All the meetings of this node, side by side. */
public final class House implements AutoCloseable {

    /** How the pages of a meeting are drawn; given from outside, because it starts processes. */
    public interface Drawing {
        Rendering of(MeetingKey key, Originals originals, Path folder) throws IOException;

        /** What looks documents through before experts see them; empty where nothing does. */
        default Optional<Screener> screener(MeetingKey key, Printing printing) throws IOException {
            return Optional.empty();
        }

        /** What burns their readers' names into pages; empty where nothing does. */
        default Optional<Marking> marking(MeetingKey key, Path folder) throws IOException {
            return Optional.empty();
        }
    }

    /** What every meeting of this node shares. */
    public record Fittings(String node, DataFolder data, Limits limits, Ledgers ledgers, Signer signer, CodeBook codes,
                           Drawing drawing, Watcher watcher, LongSupplier clock, Consumer<Broken> alarm, Company company) {
    }

    private static final long PATIENCE_SECONDS = 30;

    private final Fittings with;
    private final DiskSpace space;
    private final Map<MeetingId, Chamber> chambers = new ConcurrentSkipListMap<>();
    private final Map<MeetingId, Hall> halls = new ConcurrentSkipListMap<>();
    private final Gathering gathering;
    private final Stands stands;
    private final Supply supply;
    private final Sifting sifting;
    private final Burnings burnings;
    private final Uploads uploads;
    private final Heads heads;
    private final Watchtower watchtower;
    private final Outage outage;
    private final Arrival arrival;
    private final GoneAlone goneAlone;
    private final BallotDoor ballotDoor;
    private final PutOut putOut;
    private volatile boolean closing;

    public House(Fittings with) {
        this.with = with;
        this.space = new DiskSpace(with.data.root(), with.limits.freeSpaceFloor(), with.clock);
        this.gathering = new Gathering(this, with.company, with.ledgers);
        this.stands = new Stands(with.company, with.ledgers);
        this.supply = new Supply(this, with.company);
        this.sifting = new Sifting(this, space);
        this.burnings = new Burnings(this);
        this.uploads = new Uploads(space);
        this.heads = new Heads(this, with.company, with.signer, with.clock, with.alarm);
        this.watchtower = new Watchtower(this, with, space);
        this.arrival = new Arrival(with.company, watchtower.life(), with.company.doorkeeper(), watchtower::acknowledged);
        this.outage = new Outage(this, with.company, with.clock);
        this.goneAlone = new GoneAlone(with);
        this.ballotDoor = new BallotDoor(with.company);
        this.putOut = new PutOut(with.company, () -> watchtower.sightings(), with.alarm);
    }

    /** All that this node keeps a record of; a witness keeps no more. */
    public Collection<Chamber> chambers() {
        return List.copyOf(chambers.values());
    }

    Optional<Chamber> chamber(MeetingId id) {
        return Optional.ofNullable(chambers.get(id));
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

    /** Opens every meeting that was founded here. Where this node stands alone, all have been replayed on return. */
    public void openAll() throws IOException {
        arrival.begin();
        arrival.ask();
        List<Path> folders;
        try (var inside = Files.list(with.data.meetings())) {
            folders = inside.filter(Files::isDirectory).sorted().toList();
        }
        for (var folder : folders) {
            if (Founding.erased(folder)) continue;
            if (Founding.finished(folder) || Founding.taken(folder) && holdsKey(folder)) open(folder);
            else if (!Founding.taken(folder)) clear(folder);
        }
        outage.begin();
        stands.begin();
        goneAlone.begin();
        gathering.begin();
        ballotDoor.begin();
        putOut.begin();
        supply.begin();
        sifting.begin();
        burnings.begin();
        heads.begin();
        watchtower.begin();
    }

    /** Whether this node has heard of all meetings and read them to their ends, so that what it does not know is not there. */
    public boolean settled() {
        return !closing && gathering.informed() && chambers.values().stream().allMatch(chamber -> chamber.ready().isDone());
    }

    /** Why nobody can be served yet, or at this moment. */
    public Optional<String> unready() {
        if (!gathering.informed()) return Optional.of("gathering");
        for (var chamber : chambers.values()) {
            if (!chamber.ready().isDone()) return Optional.of("replaying");
            if (chamber.ledger().leader().isEmpty()) return Optional.of("no-majority");
        }
        return Optional.empty();
    }

    private boolean holdsKey(Path folder) {
        return with.company.witness() || Files.exists(folder.resolve("key"));
    }

    private void open(Path folder) throws IOException {
        var founding = Founding.read(folder);
        arrival.check(founding.meeting(), () -> with.ledgers.kept(founding.ledger()));
        enter(folder, founding, key(folder, founding));
        founding.write(folder);
    }

    private Optional<MeetingKey> key(Path folder, Founding founding) throws IOException {
        if (with.company.witness()) return Optional.empty();
        return Optional.of(MeetingKey.open(folder.resolve("key"), founding.meeting().value()));
    }

    /** Begins to keep the ledger or goes on with it, and seats whoever belongs into the meeting. */
    private void enter(Path folder, Founding founding, Optional<MeetingKey> key) throws IOException {
        Forks.none(folder);
        var id = founding.meeting();
        var ballots = new SecretBallots(new BallotWire(with.company, id), BallotKeys.FULL);
        var chamber = chamber(folder, id, ballots);
        var hall = key.isPresent() ? Optional.of(hall(chamber, key.get(), ballots)) : Optional.<Hall>empty();
        ballotDoor.show(id, new BallotDoor.Present(ballots, chamber::meeting, chamber::abreast));
        chamber.start(with.ledgers.founded(founding.ledger()) ? with.ledgers.open(founding.ledger(), chamber)
                : with.ledgers.found(founding.ledger(), founding.members(), chamber), gathering.road(), stands,
                opened -> watchtower.timeKnown().thenCompose(_ -> goneAlone.said(opened)).thenCompose(_ -> outage.over(opened)));
        if (with.company.members().isEmpty()) atWork(chamber);
        // The hall first: whoever finds the chamber at work and no hall would think that there is none.
        hall.ifPresent(ours -> halls.put(id, ours));
        chambers.put(id, chamber);
    }

    /** Alone nobody else is waited for: whoever opens the house finds its meetings at work. */
    private static void atWork(Chamber chamber) {
        if (!chamber.ledger().caughtUp().isDone()) return;
        chamber.ready().copy().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Founds a meeting: key, log, and last the record that it exists. Its kind is in its name from the first line on. */
    Hall found(boolean rehearsal) throws IOException {
        var id = new MeetingId((rehearsal ? "reh_" : "mtg_") + RandomIds.next());
        var folder = with.data.meeting(id.value());
        var key = MeetingKey.found(folder.resolve("key"), id.value());
        var founding = Founding.of(id, with.ledgers.members());
        enter(folder, founding, Optional.of(key));
        founding.write(folder);
        gathering.invite();
        return halls.get(id);
    }

    /** A meeting that another node founded: its record is begun here as well, and on a server its key is kept. */
    synchronized void take(Founding founding, Optional<byte[]> shared) throws IOException {
        if (chambers.containsKey(founding.meeting())) return;
        var folder = with.data.meeting(founding.meeting().value());
        if (Founding.erased(folder)) return;
        founding.writeTaken(folder);
        var key = shared.isPresent() && !Files.exists(folder.resolve("key"))
                ? Optional.of(MeetingKey.take(folder.resolve("key"), founding.meeting().value(), shared.get())) : key(folder, founding);
        enter(folder, founding, key);
        founding.write(folder);
    }

    /** The meeting that an import goes into: one that waits for its package, or a new one. Its ledger has a majority. */
    public Hall awaiting(boolean rehearsal) throws IOException {
        var waiting = halls().stream().filter(hall -> hall.register().isEmpty() && hall.id().rehearsal() == rehearsal).findFirst();
        var hall = waiting.isPresent() ? waiting.get() : found(rehearsal);
        try {
            hall.chamber().ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the meeting " + hall.id().value() + " has no majority of nodes", e);
        }
        var order = new Order("", "", PersonId.HOUSE, with.clock.getAsLong(), new FoundMeeting(hall.id(), Meeting.RULES));
        if (hall.meeting().equals(Meeting.NOT_FOUNDED) && !(hall.chamber().submit(order).join() instanceof Reply.Done)) {
            throw new Broken("the meeting " + hall.id().value() + " could not be founded");
        }
        return hall;
    }

    /** What the others remember of this node. */
    Arrival arrival() {
        return arrival;
    }

    /** The nodes that stand with this one. */
    public Company company() {
        return with.company;
    }

    /** What this node has of the documents it should have. */
    public Uploads uploads() {
        return uploads;
    }

    public Supply supply() {
        return supply;
    }

    /** How far the screening of each meeting has come. */
    public Sifting sifting() {
        return sifting;
    }

    /** Who has signed for how much of each record. */
    public Heads heads() {
        return heads;
    }

    /** How all nodes are, as this one sees them. */
    public Watchtower watchtower() {
        return watchtower;
    }

    /** Whether this node goes on without the others, by whose decision. */
    public GoneAlone goneAlone() {
        return goneAlone;
    }

    Path folder(MeetingId id) throws IOException {
        return with.data.meeting(id.value());
    }

    private Chamber chamber(Path folder, MeetingId id, SecretBallots ballots) {
        var evidence = Evidence.open(folder.resolve("evidence.jsonl"), id.value());
        Function<Evidence, Notary> notaries = caughtUp ->
                Notary.open(folder.resolve("roots.jsonl"), id.value(), caughtUp, with.signer, with.clock, with.alarm);
        var courier = new Courier(with.node + "/" + RandomIds.next(), Pace.MACHINE, with.limits.batchCommands(), with.limits.batchBytes());
        Watcher watcher = (meeting, facts, after) -> {
            ballots.happened(facts, after);
            with.watcher.happened(meeting, facts, after);
        };
        return new Chamber(id, evidence, notaries, courier, Pace.MACHINE, space, watcher, with.alarm);
    }

    private Hall hall(Chamber chamber, MeetingKey key, SecretBallots ballots) throws IOException {
        var store = with.data.store().resolve(chamber.id().value());
        var originals = new Originals(store.resolve("originals"), key.blobs());
        var rendering = with.drawing.of(key, originals, store.resolve("pages"));
        var faces = new Faces(key.texts());
        return new Hall(chamber, key, new Stamp(key.derive("requests")), faces, originals, rendering,
                new MaskPlans(store.resolve("plans"), key.blobs()), ReleasedPages.unscreened(rendering, key.derive("page ids")),
                with.drawing.screener(key, rendering.printing()), new Titles(faces), ballots,
                with.drawing.marking(key, store.resolve("marked")));
    }

    /** A founding that never finished: nobody was told of it, so nothing of it is missed. Its record has no line yet. */
    private static void clear(Path folder) throws IOException {
        if (holdsRecord(folder)) throw new Broken("the meeting has a record but its founding record is missing: " + folder);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static boolean holdsRecord(Path folder) throws IOException {
        for (var name : List.of("evidence.jsonl", "roots.jsonl", "heads.jsonl")) {
            var file = folder.resolve(name);
            if (Files.exists(file) && Files.size(file) > 0) return true;
        }
        return false;
    }

    /** Every hall is closed, even where another would not. */
    @Override
    public void close() throws IOException {
        closing = true;
        watchtower.close();
        goneAlone.close();
        ballotDoor.close();
        putOut.close();
        gathering.close();
        burnings.close();
        sifting.close();
        supply.close();
        heads.close();
        IOException first = null;
        for (var chamber : chambers.values()) {
            try {
                var hall = halls.remove(chamber.id());
                if (hall == null) chamber.close();
                else hall.close();
            } catch (IOException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        chambers.clear();
        if (first != null) throw first;
    }
}
