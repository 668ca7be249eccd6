package conclave.ledger;

import conclave.seal.Signatures;
import conclave.seal.Signer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What this node states of one meeting's record, and what the others say to it. A peer that is asked looks into its own
 * record: the same line under the same number, and it states so itself; another line, and both statements are kept as a
 * {@link Fork} before anything else happens. Used off the thread that reads the ledger, once the record has caught up.
 */
public final class Testimony implements AutoCloseable {

    private final Path folder;
    private final String meeting;
    private final Evidence evidence;
    private final Signer signer;
    private final LongSupplier clock;
    private final Heads heads;
    private final Map<String, Head> asked = new HashMap<>();
    private Head newest;
    private boolean ended;

    private Testimony(Path folder, String meeting, Evidence evidence, Signer signer, LongSupplier clock) {
        this.folder = folder;
        this.meeting = meeting;
        this.evidence = evidence;
        this.signer = signer;
        this.clock = clock;
        this.heads = Heads.open(folder.resolve(Heads.FILE), meeting, evidence);
        this.newest = heads.last().get(signer.id());
    }

    /** What comes of holding another's head against the record of this node. */
    public sealed interface Answer {
        /** Here it is the same, and this node signs for it. */
        record Same(Head ours) implements Answer {
        }

        /** The record here ends before. */
        record NotYet(long size) implements Answer {
        }

        /** Here it is another; the proof is kept. */
        record Differs(Fork proof) implements Answer {
        }

        /** Not a head of this meeting, signed by whoever shows it: nothing is kept, and nothing said. */
        record NotTheirs() implements Answer {
        }
    }

    /**
     * Opened once the evidence has caught up with the log. {@link Broken} where it holds less than was signed for, or
     * something else.
     *
     * @param folder the meeting's; the sidecar {@code heads.jsonl} lies in it
     * @param clock  milliseconds since 1970, stated in each head
     */
    public static Testimony open(Path folder, String meeting, Evidence evidence, Signer signer, LongSupplier clock) {
        Forks.none(folder);
        return new Testimony(folder, meeting, evidence, signer, clock);
    }

    /** Signs for the record as it is, where it has grown by so many lines since the last time. */
    public synchronized void state(long grownBy) {
        if (ended || evidence.size() < heads.size(signer.id()) + grownBy) return;
        var tip = evidence.tip();
        newest = Head.sign(meeting, tip.size(), tip.head(), clock.getAsLong(), signer);
        heads.add(newest);
    }

    /** What to ask the holder of this key: the head it has not answered yet, or the newest, where it has not cosigned that. */
    public synchronized Optional<Head> question(byte[] theirKey) {
        var by = Signatures.id(theirKey);
        if (ended || newest == null || heads.size(by) >= newest.size()) return Optional.empty();
        // The same again until it is answered: whoever is a moment behind would never have reached the newest.
        return Optional.of(asked.computeIfAbsent(by, _ -> newest));
    }

    /** Another node shows its head and asks for ours. */
    public synchronized Answer answer(Head theirs, byte[] theirKey) {
        if (ended || !theirs.meeting().equals(meeting) || !theirs.verify(theirKey)) return new Answer.NotTheirs();
        if (theirs.size() > evidence.size()) return new Answer.NotYet(evidence.size());
        var here = evidence.line(theirs.size()).hash();
        var ours = Head.sign(meeting, theirs.size(), here, clock.getAsLong(), signer);
        return theirs.endsWith(here) ? new Answer.Same(ours) : differs(theirs, ours);
    }

    /** Another node has answered a question of ours with its own head: the same, and ours is cosigned. */
    public synchronized Answer heard(Head theirs, byte[] theirKey) {
        var question = asked.get(theirs.by());
        var fits = !ended && question != null && theirs.meeting().equals(meeting) && theirs.size() == question.size() && theirs.verify(theirKey);
        if (!fits) return new Answer.NotTheirs();
        if (!theirs.hash().equals(question.hash())) return differs(theirs, question);
        asked.remove(theirs.by());
        heads.add(theirs);
        return new Answer.Same(question);
    }

    /** First of all the proof; from now on this node states nothing more. */
    private Answer differs(Head theirs, Head ours) {
        var proof = new Fork(theirs, ours);
        ended = true;
        Forks.keep(folder, proof);
        return new Answer.Differs(proof);
    }

    /** Up to which line each signer has signed for this record, this node among them. */
    public synchronized SortedMap<String, Long> signed() {
        var signed = new TreeMap<String, Long>();
        heads.last().forEach((by, head) -> signed.put(by, head.size()));
        return Collections.unmodifiableSortedMap(signed);
    }

    @Override
    public synchronized void close() {
        ended = true;
        heads.close();
    }
}
