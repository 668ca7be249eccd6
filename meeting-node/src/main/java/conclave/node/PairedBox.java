package conclave.node;

import conclave.ballot.BallotBox.Answer;
import conclave.ballot.BallotBox;
import conclave.ballot.Covered;
import conclave.link.NoAnswer;
import conclave.meeting.event.Id.RoundId;
import conclave.node.BallotTwin.Inside;
import conclave.node.BallotTwin.Passed;
import conclave.seal.CoverKey;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * A box and its counterpart at the other server. Papers that come here from laptops go there under a cover that does not open here, and
 * what comes from there lies in this box; so each knows how many papers the other must have when the box is opened.
 */
final class PairedBox {

    private static final byte[] NO_NAME = new byte[32];

    private final RoundId round;
    private final BallotBox box;
    private final BallotTwin twin;
    private final Covered covered;
    private final int voters;
    private final Stamp names = new Stamp(RandomIds.bytes(32));
    /** Of papers that only the opening brought here: whoever asks for ours has them. */
    private final Set<String> fetched = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private volatile Optional<CoverKey> spare = Optional.empty();
    private volatile boolean shut;

    PairedBox(RoundId round, BallotBox box, BallotTwin twin, int voters) {
        this.round = round;
        this.box = box;
        this.twin = twin;
        this.covered = new Covered(voters);
        this.voters = voters;
    }

    BallotTwin twin() {
        return twin;
    }

    int waiting() {
        return covered.waiting();
    }

    /** How many the other one has to have. */
    int acknowledged() {
        return covered.kept();
    }

    /** While the box is being opened nobody is promised anything: the other one may have handed over its papers already. */
    void shut(boolean now) {
        shut = now;
    }

    /** From a laptop. What lies in the box lies on two servers; whoever passes on does not read, and whoever reads does not see who sent. */
    CompletableFuture<Answer> thrownIn(byte[] body, BallotWire wire) {
        if (!Covered.is(body)) return CompletableFuture.completedFuture(Answer.WRONG_COVER);
        var over = new CompletableFuture<Void>();
        // First on the list, then a look at the lid: whoever shuts it looks at the list after that.
        underWay.add(over);
        var answer = shut ? CompletableFuture.completedFuture(Answer.NOT_NOW) : wire.cast(twin.peer(), body)
                .handle((passed, away) -> away == null && passed.answer().isPresent()
                        ? CompletableFuture.completedFuture(kept(body, passed)) : alone(body, wire)).thenCompose(Function.identity());
        return answer.whenComplete((_, _) -> {
            underWay.remove(over);
            over.complete(null);
        });
    }

    private Answer kept(byte[] body, Passed passed) {
        var answer = passed.answer().orElseThrow();
        if (answer != Answer.LIES_IN_THE_BOX) return answer;
        return covered.keep(passed.name(), body) && !shut ? answer : Answer.NOT_NOW;
    }

    private CompletableFuture<Answer> alone(byte[] body, BallotWire wire) {
        var key = spare.map(CompletableFuture::completedFuture).orElseGet(() -> wire.spare(twin, round));
        return key.handle((opens, refused) -> refused == null ? uncovered(opens, body) : Answer.NOT_NOW);
    }

    private Answer uncovered(CoverKey opens, byte[] body) {
        putIn(opens);
        var answer = opens.open(Covered.cover(body), Covered.label(body)).map(box::take).orElse(Answer.WRONG_COVER);
        return answer == Answer.LIES_IN_THE_BOX ? Answer.LIES_AT_ONE_SERVER : answer;
    }

    /** The other one is gone: the second copies become the only ones. */
    private void putIn(CoverKey opens) {
        spare = Optional.of(opens);
        var these = covered.papers();
        for (var body : these) opens.open(Covered.cover(body), Covered.label(body)).ifPresent(box::take);
        covered.settle(these);
    }

    /** The other one was started again and has nothing any more: its key is fetched while the third node still has it. */
    void takeOver(BallotWire wire) {
        if (spare.isEmpty()) wire.spare(twin, round).thenAccept(this::putIn);
    }

    /** From the other server, which keeps it too, under the name that is said. */
    Passed passed(byte[] body) {
        var over = new CompletableFuture<Void>();
        underWay.add(over);
        try {
            return taken(body);
        } finally {
            underWay.remove(over);
            over.complete(null);
        }
    }

    private Passed taken(byte[] body) {
        if (shut) return new Passed(Optional.of(Answer.NOT_NOW), name(NO_NAME));
        var paper = Optional.of(body).filter(Covered::is).flatMap(one -> twin.own().open(Covered.cover(one), Covered.label(one)));
        var answer = paper.map(box::take).orElse(Answer.WRONG_COVER);
        if (answer != Answer.LIES_IN_THE_BOX) return new Passed(Optional.of(answer), name(NO_NAME));
        var token = BallotBox.token(paper.get());
        fetched.remove(name(token));
        return new Passed(Optional.of(answer), name(names.of(token)));
    }

    private static String name(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Papers that lie here otherwise than because the other one handed them over. */
    List<byte[]> own() {
        return box.papers().stream().filter(paper -> !fetched.contains(name(BallotBox.token(paper)))).toList();
    }

    /**
     * Brings together what both hold. Whatever the other one has acknowledged to laptops of this server it has to hand over: it is counted
     * by the covers that lie here. What it has counted already is no reason to hand over less.
     */
    Gathered gather(BallotWire wire) throws InterruptedException {
        settleUnderWay();
        var these = covered.papers();
        var due = covered.kept();
        try {
            var other = wire.inside(twin.peer(), round, own()).get();
            if (other.papers().size() > voters) return new Gathered.Fewer();
            if (spare.isEmpty() && box.tokens(other.papers()).size() < due) return new Gathered.Fewer();
            // Where its key is here, nothing that it has acknowledged is for it to hold back.
            spare.ifPresent(this::putIn);
            fetch(other);
            covered.settle(these);
            return new Gathered.Together(other.said());
        } catch (ExecutionException away) {
            var nothingThere = away.getCause() instanceof NoAnswer no && no.refused();
            if (!nothingThere || spare.isEmpty()) return withSpare(wire);
            putIn(spare.get());
            return new Gathered.Together(Optional.empty());
        }
    }

    private void fetch(Inside other) {
        var fresh = new TreeSet<>(box.tokens(other.papers()));
        fresh.removeAll(box.tokens());
        fetched.addAll(fresh);
        other.papers().forEach(box::take);
    }

    /** Each has an end: nobody is waited for longer than the other server's patience. */
    private void settleUnderWay() throws InterruptedException {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** Asked anew each time: the keeper has to find that the other one is gone at this moment. */
    private Gathered withSpare(BallotWire wire) throws InterruptedException {
        try {
            putIn(wire.spare(twin, round).get());
            return new Gathered.Together(Optional.empty());
        } catch (ExecutionException refused) {
            return new Gathered.Unheard();
        }
    }

    void forget() {
        shut = true;
        covered.forget();
        twin.own().close();
        spare.ifPresent(CoverKey::close);
    }

    @Override
    public String toString() {
        return "PairedBox(not shown)";
    }
}
