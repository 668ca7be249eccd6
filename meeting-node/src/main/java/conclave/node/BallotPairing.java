package conclave.node;

import static conclave.node.BallotWire.written;

import conclave.link.NoAnswer;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingEvent.BallotAnnounced;
import conclave.meeting.sitting.Round;
import conclave.node.BallotTwin.Accepted;
import conclave.node.BallotTwin.Offer;
import conclave.node.HeldBallot.Hand;
import conclave.seal.BlindSigner;
import conclave.seal.CoverKey;
import conclave.seal.RoundKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a secret ballot comes to lie on two servers: the one that announces makes the round key and offers it to the other, each makes a
 * signing key and a cover key of its own and leaves the spare of the latter with the third node. Only then it is announced.
 */
final class BallotPairing {

    private static final Logger LOG = LoggerFactory.getLogger(BallotPairing.class);
    private static final int MOST_OFFERS = 4;

    private record Offered(RoundKey key, BlindSigner signer, BallotTwin twin) {
        void forget() {
            key.close();
            signer.close();
            twin.own().close();
        }
    }

    private final BallotWire wire;
    private final BallotKeys keys;
    private final Map<RoundId, List<Offered>> offered = new ConcurrentHashMap<>();

    BallotPairing(BallotWire wire, BallotKeys keys) {
        this.wire = wire;
        this.keys = keys;
    }

    /** With the other server; where none takes part, or no third node keeps the spares, it lies here alone. */
    HeldBallot fresh(Meeting meeting, Round round) throws InterruptedException {
        var key = keys.round();
        for (var other : wire.servers()) {
            var keeper = wire.keeper(other);
            var ballot = keeper.isEmpty() ? Optional.<HeldBallot>empty() : with(other, keeper.get(), meeting, round, key);
            if (ballot.isPresent()) return ballot.get();
        }
        var signer = keys.signer();
        return HeldBallot.of(meeting, round, List.of(written(signer.publicKey())), new Hand(signer, 0, key, Optional.empty()));
    }

    private Optional<HeldBallot> with(String other, String keeper, Meeting meeting, Round round, RoundKey key) throws InterruptedException {
        var cover = CoverKey.fresh();
        try {
            wire.leaveSpare(keeper, round.id(), cover).get();
            var accepting = wire.offer(other, round.id(), new Offer(keeper, key.handedOver(), cover.publicKey()));
            var signer = keys.signer();
            var accepted = accepting.get();
            var hand = new Hand(signer, 0, key, Optional.of(new BallotTwin(other, keeper, cover, accepted.cover())));
            return Optional.of(HeldBallot.of(meeting, round, List.of(written(signer.publicKey()), written(accepted.signer())), hand));
        } catch (ExecutionException | IllegalArgumentException away) {
            LOG.warn("peer {} does not hold the ballot {} together with this node: {}", other, round.id().value(), away.getMessage());
            return Optional.empty();
        }
    }

    /** At the other server. What is offered and never announced is forgotten with the round. */
    Accepted accept(String peer, RoundId round, Offer offer) throws InterruptedException {
        if (offer.keeper().equals(peer) || wire.keeper(peer).isEmpty()) throw new NoAnswer("no third node", true, null);
        var key = RoundKey.of(offer.round());
        var own = CoverKey.fresh();
        try {
            wire.leaveSpare(offer.keeper(), round, own).get();
        } catch (ExecutionException away) {
            throw new NoAnswer("peer " + offer.keeper() + " keeps no spare key", true, away);
        }
        var signer = keys.signer();
        keep(round, new Offered(key, signer, new BallotTwin(peer, offer.keeper(), own, offer.cover())));
        return new Accepted(signer.publicKey(), own.publicKey());
    }

    private void keep(RoundId round, Offered one) {
        offered.compute(round, (_, before) -> {
            var all = new ArrayList<>(before == null ? List.of() : before);
            all.add(one);
            if (all.size() > MOST_OFFERS) all.removeFirst().forget();
            return List.copyOf(all);
        });
    }

    /** What was offered here and is announced now; the keys say which it is. */
    Optional<HeldBallot> taken(BallotAnnounced announced, Meeting meeting, Round round) {
        var offers = Optional.ofNullable(offered.remove(announced.round())).orElse(List.of());
        var taken = Optional.<HeldBallot>empty();
        for (var one : offers) {
            int place = announced.signers().indexOf(written(one.signer().publicKey()));
            var ballot = place >= 0 && announced.key().equals(written(one.key().publicKey()))
                    ? Optional.of(HeldBallot.of(meeting, round, announced.signers(), new Hand(one.signer(), place, one.key(), Optional.of(one.twin()))))
                    .filter(made -> made.digest().equals(announced.digest())) : Optional.<HeldBallot>empty();
            if (ballot.isPresent()) taken = ballot;
            else one.forget();
        }
        return taken;
    }

    void forget(RoundId round) {
        Optional.ofNullable(offered.remove(round)).orElse(List.of()).forEach(Offered::forget);
    }
}
