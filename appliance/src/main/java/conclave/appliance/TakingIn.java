package conclave.appliance;

import conclave.appliance.pack.Declined;
import conclave.exchange.AmendmentFile;
import conclave.exchange.Deadlines;
import conclave.exchange.MeetingFile;
import conclave.exchange.parcel.Held;
import conclave.exchange.parcel.Journal;
import conclave.exchange.parcel.Journal.Prepared;
import conclave.exchange.parcel.Journal.Taken;
import conclave.exchange.parcel.Progress;
import conclave.exchange.parcel.Shelf;
import conclave.ledger.Broken;
import conclave.main.ConclaveNode;
import conclave.main.PackageRoom;
import conclave.node.Admission;
import conclave.node.Corrections;
import conclave.node.Hall;
import conclave.node.Imported;
import conclave.seal.Unusable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits on the shelf goes into the meetings of a node: opened as it is read, sealed again before it touches the disk. Once, wherever
 * it was cut off: the journal says into which meeting, and the meeting's own record of which package it is.
 */
final class TakingIn {

    private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

    private final ConclaveNode node;
    private final Invitations invitations;
    /** What was said of a package last, so that nobody reads it every few seconds. */
    private final TreeMap<String, String> said = new TreeMap<>();
    private final TreeSet<String> hopeless = new TreeSet<>();
    private volatile boolean stopping;

    TakingIn(ConclaveNode node, Invitations invitations) {
        this.node = node;
        this.invitations = invitations;
    }

    /** False where something still waits, and it is worth to look again. */
    boolean look() {
        try {
            if (!Shelf.isThere(node.data().root()) || waiting(Shelf.glance(node.data().root())) == 0) return true;
            // Before all records are read nobody knows what was taken in already.
            if (node.house().unready().isPresent()) return false;
            try (var shelf = Shelf.open(node.data().root())) {
                var journal = shelf.journal();
                for (var one : journal.waiting()) {
                    if (!hopeless.contains(one.packageId())) attempt(shelf, journal, one);
                }
                return waiting(journal) == 0;
            }
        } catch (IOException busy) {
            LOG.debug("the shelf cannot be looked at now: {}", busy.getMessage());
            return false;
        }
    }

    private long waiting(Journal journal) {
        return journal.waiting().stream().filter(one -> !hopeless.contains(one.packageId())).count();
    }

    /** Nothing more is begun, and what is under way ends at its next bytes. */
    void stop() {
        stopping = true;
    }

    private void attempt(Shelf shelf, Journal journal, Taken one) {
        if (stopping) return;
        var id = one.packageId();
        try {
            takeIn(shelf, journal, one);
            said.remove(id);
        } catch (IOException | Unusable notNow) {
            say(id, "数据包 " + id + " 暂时不能纳入，稍后自动再试。It cannot be taken in now and is tried again.", notNow);
        } catch (RuntimeException never) {
            // Whatever is wrong with it, those behind it are taken in.
            if (!(never instanceof Broken)) LOG.error("the package {} cannot be taken in", id, never);
            hopeless.add(id);
            say(id, "数据包 " + id + " 不能纳入，请联系技术人员。It cannot be taken in: call the technician.", never);
        }
    }

    private void takeIn(Shelf shelf, Journal journal, Taken one) throws IOException {
        var id = one.packageId();
        if (journal.amends(id)) {
            amend(shelf, journal, one);
            return;
        }
        var there = Imported.into(node.house(), Imported.idOf(id));
        if (there.isEmpty()) {
            var held = shelf.held(id);
            Optional<MeetingFile> meeting = held.isEmpty() ? Optional.empty() : held.get().meeting(PackageRoom.cryptography(), watched());
            if (meeting.isEmpty()) {
                lost(shelf, journal, id);
                return;
            }
            there = Optional.of(admit(journal, id, held.get(), meeting.get()));
        }
        remember(there.get(), one);
        invitations.renew();
        journal.done(id, prepared(there.get()), Instant.now());
        shelf.discard(id);
        System.err.println("数据包 " + id + " 已纳入，会议可以使用。The package " + id + " was taken in; its meeting is there.");
    }

    private static Optional<Prepared> prepared(Hall hall) {
        return hall.rendering().prepared().told().map(told -> {
            var aside = new TreeMap<String, Integer>();
            told.aside().forEach((why, files) -> aside.put(why.name(), files));
            return new Prepared(told.files(), told.pages(), aside);
        });
    }

    private Hall admit(Journal journal, String id, Held held, MeetingFile meeting) throws IOException {
        return new Admission(node.house()).admit(meeting, held.contents(PackageRoom.cryptography(), watched()), Imported.idOf(id),
                into -> journal.begun(id, into.value(), Instant.now()));
    }

    /** The first of the two clocks stopped when the counts agreed. */
    private void remember(Hall hall, Taken one) throws IOException {
        if (one.frozen().isEmpty()) return;
        var folder = node.data().meeting(hall.id().value());
        Deadlines.in(folder).arrived(Instant.parse(one.frozen().get()), Instant.parse(one.day())).write(folder);
    }

    /** What the meeting does not take leaves nothing behind; the journal says why. */
    private void amend(Shelf shelf, Journal journal, Taken one) throws IOException {
        var id = one.packageId();
        var hall = journal.founding(one.meeting()).flatMap(base -> Imported.into(node.house(), Imported.idOf(base.packageId())))
                .orElseThrow(() -> new IOException("所更正的会议还没有纳入。The meeting that it amends is not here yet."));
        var held = shelf.held(id);
        Optional<AmendmentFile> amendment = held.isEmpty() ? Optional.empty() : held.get().amendment(PackageRoom.cryptography(), watched());
        if (amendment.isEmpty()) {
            lost(shelf, journal, id);
            return;
        }
        var corrections = new Corrections(hall, node.house().clock(), amendment.get());
        held.get().contents(PackageRoom.cryptography(), watched()).through((path, _, content) -> corrections.keep(path, content));
        var result = corrections.take(id, one.sequence(), journal.signed(id));
        if (result.done()) journal.done(id, Instant.now());
        else journal.declined(id, result.why(), Instant.now());
        shelf.discard(id);
        System.err.println(result.done() ? "更正包 " + id + " 已进入会议。The amendment " + id + " is in the meeting."
                : "更正包 " + id + " 没有生效" + (result.about().isEmpty() ? "" : "（" + result.about() + "）") + "：" + Declined.of(result.why()).chinese()
                        + "The amendment " + id + " changed nothing: " + Declined.of(result.why()).english());
    }

    private static void lost(Shelf shelf, Journal journal, String id) throws IOException {
        System.err.println("数据包 " + id + " 在磁盘上已损坏，没有启用。请检查磁盘，然后重新导入一次。"
                + "The package " + id + " was damaged on the disk and is not used. Check the disk, then import it again.");
        journal.lost(id, Instant.now());
        shelf.discard(id);
    }

    private Progress watched() {
        return new Progress() {
            @Override
            public void begin(Step step, long bytes) {
                // Nobody watches.
            }

            @Override
            public void passed(long bytes) throws IOException {
                if (stopping) throw Progress.stopped();
            }
        };
    }

    private void say(String id, String sentence, Exception reason) {
        LOG.info("the package {} was not taken in", id, reason);
        var why = FailureWords.of(reason).text();
        if (stopping || why.equals(said.put(id, why))) return;
        System.err.println(sentence + System.lineSeparator() + "  " + why);
    }
}
