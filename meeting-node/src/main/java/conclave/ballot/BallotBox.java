package conclave.ballot;

import conclave.seal.Digests;
import conclave.seal.RoundKey;
import conclave.seal.TokenKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 票箱. Holds the sealed papers of one secret ballot in memory and nowhere else: a file that changes with each paper would tell
 * who was quick. It knows no person, address or time, lets nobody count while it is open, and forgets everything once
 * it has said its one record. If it is lost, the ballot is held again.
 */
public final class BallotBox {

    /** What the laptop is told. */
    public enum Answer {
        LIES_IN_THE_BOX, NOT_OPEN_YET, CLOSED, MALFORMED, NOT_SIGNED, ANOTHER_LIES_THERE, NOT_NOW,
        /** Taken, and the other server, which should hold it too, is not there: it is to be sent again. */
        LIES_AT_ONE_SERVER,
        /** It is to be covered anew, for the other server. */
        WRONG_COVER
    }

    private static final int NOT_OPEN = -1;

    private final Announcement announced;
    private final byte[] digest;
    private final RoundKey round;
    private final List<TokenKey> keys;
    private final List<Integer> sizes;
    /** By token: even in memory nothing keeps the order in which they came. */
    private final TreeMap<String, Cast> papers = new TreeMap<>();
    private int issued = NOT_OPEN;
    private boolean closed;

    public BallotBox(Announcement announced, RoundKey round) {
        this.announced = announced;
        this.digest = announced.digest();
        this.round = round;
        this.keys = announced.signers().stream().map(key -> TokenKey.of(Announcement.read(key))).toList();
        this.sizes = keys.stream().map(TokenKey::signatureBytes).toList();
        if (!announced.round().equals(Announcement.written(round.publicKey()))) throw new IllegalArgumentException("another ballot's key");
    }

    /** The barrier: no paper is taken before issuing has ended for everybody, or the first in the box would be the first in the queue. */
    public synchronized void open(int issued) {
        if (issued < 0 || issued > announced.size()) throw new IllegalArgumentException("issued " + issued + " of " + announced.size());
        if (this.issued != NOT_OPEN && this.issued != issued) throw new IllegalStateException("the box is open already");
        this.issued = issued;
    }

    /** The same bytes again get the same answer. What lies in the box first stays there. */
    public synchronized Answer take(byte[] body) {
        if (closed) return Answer.CLOSED;
        if (issued == NOT_OPEN) return Answer.NOT_OPEN_YET;
        var read = Cast.read(body, digest, sizes, round.sealedBytes());
        if (read.isEmpty()) return Answer.MALFORMED;
        var cast = read.get();
        var token = Digests.hex(cast.token());
        var there = papers.get(token);
        if (there != null && there.same(cast)) return Answer.LIES_IN_THE_BOX;
        if (!signed(cast)) return Answer.NOT_SIGNED;
        if (there != null) return Answer.ANOTHER_LIES_THERE;
        papers.put(token, cast);
        return Answer.LIES_IN_THE_BOX;
    }

    /** Whose second copy it is; only for what was found to be a paper. */
    public static byte[] token(byte[] body) {
        return Cast.tokenOf(body);
    }

    private boolean signed(Cast cast) {
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).signed(cast.token(), cast.signatures().get(i))) return false;
        }
        return true;
    }

    /** Whether everybody who has a token has voted. There is no other figure before the close. */
    public synchronized boolean complete() {
        return complete(0);
    }

    /** @param elsewhere so many lie in another box */
    public synchronized boolean complete(int elsewhere) {
        return issued != NOT_OPEN && papers.size() + elsewhere >= issued;
    }

    /** The tokens of what lies here, in hex. */
    public synchronized Set<String> tokens() {
        return new TreeSet<>(papers.keySet());
    }

    /** Of these the tokens that each belong to a paper of this ballot, whether it lies here or not: a paper sent twice is one. */
    public Set<String> tokens(List<byte[]> bodies) {
        var tokens = new TreeSet<String>();
        for (var body : bodies) {
            Cast.read(body, digest, sizes, round.sealedBytes()).filter(this::signed).ifPresent(cast -> tokens.add(Digests.hex(cast.token())));
        }
        return tokens;
    }

    /** What lies here, in the order of tokens, for a box that is to be opened. */
    public synchronized List<byte[]> papers() {
        return papers.values().stream().map(cast -> cast.bytes(digest)).toList();
    }

    /** Closes, counts and forgets. */
    public synchronized ClosedBallot close() {
        if (closed || issued == NOT_OPEN) throw new IllegalStateException("the box is not open");
        closed = true;
        try {
            return counted();
        } finally {
            forget();
        }
    }

    private ClosedBallot counted() {
        var tokens = papers.values().stream().map(BallotBox::shown).toList();
        if (tokens.size() > issued) return record(tokens, List.of());
        var marks = new ArrayList<int[]>();
        for (var cast : papers.values()) {
            round.open(cast.sealed(), Cast.label(digest, cast.token())).flatMap(announced.paper()::read).ifPresent(marks::add);
        }
        return record(tokens, marks);
    }

    private ClosedBallot record(List<SignedToken> tokens, List<int[]> marks) {
        var voided = ClosedBallot.whether(announced, issued, tokens.size(), marks.size());
        var columns = voided.isPresent() ? List.<List<Integer>>of() : columns(marks);
        return new ClosedBallot(announced.hex(), issued, tokens.size(), marks.size(), voided, tokens, columns);
    }

    private List<List<Integer>> columns(List<int[]> marks) {
        var columns = new ArrayList<List<Integer>>();
        for (int option = 0; option < announced.paper().options().size(); option++) {
            int at = option;
            columns.add(marks.stream().map(paper -> paper[at]).sorted().toList());
        }
        return columns;
    }

    private static SignedToken shown(Cast cast) {
        return new SignedToken(Announcement.written(cast.token()), cast.signatures().stream().map(Announcement::written).toList());
    }

    /** Also for a ballot that is given up. What the JDK has copied meanwhile is beyond us. */
    public synchronized void forget() {
        closed = true;
        papers.values().forEach(Cast::wipe);
        papers.clear();
        round.close();
    }
}
