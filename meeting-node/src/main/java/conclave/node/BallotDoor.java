package conclave.node;

import static conclave.node.BallotWire.read;
import static conclave.node.BallotWire.written;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.link.Link;
import conclave.link.NoAnswer;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Round;
import conclave.node.BallotTwin.Offer;
import conclave.node.BallotTwin.Passed;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where other nodes ask about secret ballots. Nothing that passes here is written down, whatever happens. */
final class BallotDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BallotDoor.class);
    private static final Executor ASIDE = task -> Thread.ofVirtual().name("ballot").start(task);
    private static final long EVERY_MS = 1_000;

    private final Company company;
    private final Map<MeetingId, Present> meetings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ballots").daemon().factory());

    BallotDoor(Company company) {
        this.company = company;
    }

    /** A meeting as it stands at this node, and whether that is as it stands anywhere. */
    record Present(SecretBallots ballots, Supplier<Meeting> meeting, Supplier<CompletableFuture<Boolean>> abreast) {
        Optional<Round> round(RoundId id) {
            return meeting.get().floor().rounds().get(id);
        }
    }

    void show(MeetingId id, Present present) {
        meetings.put(id, present);
    }

    /** From now on others are answered; and each second the others are asked, for what is open. */
    void begin() {
        if (company.others().isEmpty()) return;
        answer();
        looking.scheduleWithFixedDelay(() -> look(), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    CompletableFuture<Void> look() {
        var looks = new ArrayList<CompletableFuture<Void>>();
        for (var meeting : meetings.entrySet()) {
            try {
                looks.add(meeting.getValue().ballots().look());
            } catch (RuntimeException e) {
                // A ballot that ends at this very moment has no keys any more; the next look finds it gone, and the others are looked after.
                LOG.warn("the ballots of {} were not looked after", meeting.getKey().value(), e);
            }
        }
        return CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new));
    }

    void answer() {
        var link = company.link();
        link.answer(BallotWire.CAST, (peer, paper) -> CompletableFuture.supplyAsync(() -> BallotWire.said(passed(peer, paper)), ASIDE));
        link.answer(BallotWire.OFFER, toServers((peer, here, round, asked) -> {
            known(here, round);
            if (here.ballots().open(round)) throw new NoAnswer("announced already", true, null);
            var accepted = here.ballots().pairing().accept(peer, round, new Offer(asked.text("keeper"), read(asked, "key"), read(asked, "cover")));
            return new JsonFields().put("signer", written(accepted.signer())).put("cover", written(accepted.cover())).end();
        }));
        link.answer(BallotWire.SPARE, toServers((peer, here, round, asked) -> {
            known(here, round);
            here.ballots().spares().keep(new SpareKeys.Owner(round, peer, asked.text("cover")), read(asked, "spare"));
            return Json.object();
        }));
        link.answer(BallotWire.SPARE_OF, toServers(BallotDoor::spare));
        link.answer(BallotWire.SEEN, toAll(BallotDoor::seen));
        link.answer(BallotWire.SIGN, toServers(BallotDoor::signed));
        link.answer(BallotWire.PAPERS, toServers((peer, here, round, asked) ->
                BallotWire.inside(here.round(round).flatMap(here.ballots()::held).orElseThrow(BallotDoor::notHeld)
                        .inside(peer, asked.has("papers") ? Optional.of(BallotWire.all(asked, "papers")) : Optional.empty()))));
        link.answer(BallotWire.OPEN, toServers((_, here, round, asked) -> {
            var ballot = here.round(round).flatMap(here.ballots()::held).orElseThrow(BallotDoor::notHeld);
            return BallotWire.opened(ballot.open(asked.flag("acceptMissing"), here.ballots().wire()));
        }));
    }

    private static NoAnswer notHeld() {
        return new NoAnswer("not held here", true, null);
    }

    private Passed passed(String peer, byte[] paper) {
        if (!company.servers().contains(peer)) return new Passed(Optional.empty(), "");
        return meetings.values().stream().flatMap(present -> present.ballots().passed(paper).stream()).findFirst()
                .orElse(new Passed(Optional.empty(), ""));
    }

    /** Who has not read the announcement yet says nothing: it would sound as if it had lost the ballot. */
    private static Json seen(String peer, Present here, RoundId round, Json.Obj asked) {
        if (!here.ballots().open(round)) throw new NoAnswer("not announced here", true, null);
        var held = here.round(round).flatMap(here.ballots()::held);
        return new JsonFields().put("held", held.isPresent()).put("complete", held.map(HeldBallot::complete).orElse(false))
                .put("yours", held.flatMap(HeldBallot::twin).map(twin -> twin.peer().equals(peer)).orElse(false))
                .put("cover", held.flatMap(HeldBallot::twin).map(twin -> written(twin.own().publicKey())).orElse("")).end();
    }

    /** Only what the record holds is signed; where it is not here yet, it is waited for. */
    private static Json signed(String peer, Present here, RoundId round, Json.Obj asked) throws InterruptedException, ExecutionException {
        var person = new PersonId(asked.text("person"));
        var blinded = BallotWire.all(asked, "blinded");
        var part = here.round(round).flatMap(now -> here.ballots().signed(now, person, blinded));
        if (part.isEmpty() && here.abreast().get().get()) part = here.round(round).flatMap(now -> here.ballots().signed(now, person, blinded));
        var signed = part.orElseThrow(() -> new NoAnswer("not recorded", true, null));
        return new JsonFields().put("place", signed.place()).put("signed", written(signed.signature())).end();
    }

    /** Only for a round of secret votes that the record has opened: nobody fills our memory, or has us make keys, with others. */
    private static void known(Present here, RoundId round) throws InterruptedException, ExecutionException {
        if (blind(here, round) || here.abreast().get().get() && blind(here, round)) return;
        throw new NoAnswer("no such round is open here", true, null);
    }

    private static boolean blind(Present here, RoundId id) {
        return here.round(id).filter(round -> round.open()
                && round.casting().filter(casting -> casting.secrecy() == Secrecy.BLIND_TOKEN).isPresent()).isPresent();
    }

    /**
     * Handed out only where the one whose key it is says itself that it has lost the ballot, or has not answered here for several seconds
     * and does not now either, while this node knows from the majority that it is not the one that was left behind.
     */
    private static Json spare(String asking, Present here, RoundId round, Json.Obj asked) throws InterruptedException, ExecutionException {
        var peer = asked.text("peer");
        if (!here.ballots().open(round) || !gone(peer, here, round)) throw new NoAnswer("peer " + peer + " is there", true, null);
        var key = here.ballots().spares().of(new SpareKeys.Owner(round, peer, asked.text("cover")));
        return new JsonFields().put("spare", written(key.orElseThrow(() -> new NoAnswer("no such key", true, null)))).end();
    }

    private static boolean gone(String peer, Present here, RoundId round) throws InterruptedException, ExecutionException {
        try {
            return !here.ballots().wire().seen(peer, round).get().held();
        } catch (ExecutionException away) {
            if (away.getCause() instanceof NoAnswer no && no.refused()) return false;
            return here.ballots().silent(peer, round) && here.abreast().get().get();
        }
    }

    /** What another node is told of one ballot. */
    private interface Telling {
        Json told(String peer, Present here, RoundId round, Json.Obj asked) throws InterruptedException, ExecutionException;
    }

    private Link.Answering toServers(Telling telling) {
        return toAll((peer, here, round, asked) -> {
            if (!company.servers().contains(peer)) throw new NoAnswer("peer " + peer + " is no server", true, null);
            return telling.told(peer, here, round, asked);
        });
    }

    private Link.Answering toAll(Telling telling) {
        return (peer, question) -> CompletableFuture.supplyAsync(() -> {
            try {
                var asked = CanonicalJson.readObject(question);
                var here = Optional.ofNullable(meetings.get(new MeetingId(asked.text("meeting"))));
                return CanonicalJson.bytes(telling.told(peer, here.orElseThrow(BallotDoor::notHeld), new RoundId(asked.text("round")), asked));
            } catch (InterruptedException | ExecutionException e) {
                throw new CompletionException(e);
            }
        }, ASIDE);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
