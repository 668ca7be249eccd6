package conclave.ledger;

import conclave.codec.BadJson;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sidecar of heads: this node's own, and those by which others cosigned them, in the order in which they came to be
 * kept. Of each signer the sizes only grow.
 */
final class Heads implements AutoCloseable {

    static final String FILE = "heads.jsonl";

    private final GrowingFile file;
    private final String meeting;
    private final SortedMap<String, Head> last = new TreeMap<>();
    private long lines;

    private Heads(GrowingFile file, String meeting) {
        this.file = file;
        this.meeting = meeting;
    }

    static Heads open(Path path, String meeting, Evidence evidence) {
        var heads = new Heads(new GrowingFile(path), meeting);
        try {
            heads.file.readLines(heads::check);
            heads.last.values().forEach(head -> heads.checkAgainst(evidence, head));
        } catch (RuntimeException e) {
            heads.close();
            throw e;
        }
        return heads;
    }

    /** Number of lines that this signer has stated, 0 for none. */
    long size(String signer) {
        var head = last.get(signer);
        return head == null ? 0 : head.size();
    }

    /** The newest of each signer. */
    SortedMap<String, Head> last() {
        return last;
    }

    void add(Head head) {
        note(head);
        file.add(head.bytes());
        file.flush();
    }

    private void note(Head head) {
        last.put(head.by(), head);
        lines++;
    }

    private void check(byte[] line, long offset) {
        try {
            var head = Head.read(line);
            if (head.meeting().equals(meeting) && head.size() > size(head.by())) note(head);
            else throw damaged(offset);
        } catch (BadJson e) {
            throw damaged(offset);
        }
    }

    /** The newest stands for the earlier ones. What was signed for and is gone was lost by this node, or taken from it. */
    private void checkAgainst(Evidence evidence, Head head) {
        if (head.size() > evidence.size()) {
            throw new Broken("the heads are ahead of the evidence: " + file.path() + " states line " + head.size() + ", signed by " + head.by());
        }
        if (!head.endsWith(evidence.line(head.size()).hash())) {
            throw new Broken("a head does not fit the evidence: " + file.path() + ", line " + head.size() + " of the record, signed by " + head.by());
        }
    }

    private Broken damaged(long offset) {
        return new Broken("the heads are damaged: " + file.path() + ", byte " + offset + ", line " + (lines + 1));
    }

    @Override
    public void close() {
        file.close();
    }
}
