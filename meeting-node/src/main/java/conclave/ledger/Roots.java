package conclave.ledger;

import conclave.codec.BadJson;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The sidecar of signed roots: one line each, every evidence line under exactly one of them, none left out. Lines whose
 * root was torn by a power cut get a root again.
 */
final class Roots implements AutoCloseable {

    private final GrowingFile file;
    private final String meeting;
    private final LineIndex index = new LineIndex();
    private long[] firsts = new long[256];
    private Root last;

    private Roots(GrowingFile file, String meeting) {
        this.file = file;
        this.meeting = meeting;
    }

    static Roots open(Path path, String meeting) {
        var roots = new Roots(new GrowingFile(path), meeting);
        try {
            roots.file.readLines(roots::check);
        } catch (RuntimeException e) {
            roots.close();
            throw e;
        }
        return roots;
    }

    /** Number of the last evidence line that a root covers. */
    synchronized long covered() {
        return last == null ? 0 : last.last();
    }

    synchronized Root last() {
        return last;
    }

    synchronized void add(Root root) {
        note(root, file.length());
        file.add(root.bytes());
        file.flush();
    }

    synchronized Root covering(long seq) {
        int at = Arrays.binarySearch(firsts, 0, (int) index.lines(), seq);
        int number = at >= 0 ? at + 1 : -at - 1;
        try {
            var root = Root.read(index.read(file, number, 1).getFirst());
            if (root.covers(seq)) return root;
            throw new BadJson("the root of other lines");
        } catch (BadJson e) {
            throw new Broken("the roots are damaged: " + file.path() + ", line " + number, e);
        }
    }

    private void note(Root root, long offset) {
        int count = (int) index.lines();
        if (count == firsts.length) firsts = Arrays.copyOf(firsts, count * 2);
        firsts[count] = root.first();
        index.add(offset);
        last = root;
    }

    private void check(byte[] line, long offset) {
        try {
            var root = Root.read(line);
            var follows = Arrays.equals(root.bytes(), line)
                    && root.statement().text("format").equals(Root.FORMAT)
                    && root.statement().text("meeting").equals(meeting)
                    && root.first() == covered() + 1 && root.size() > 0;
            if (follows) note(root, offset);
            else throw damaged(offset);
        } catch (BadJson | ArithmeticException e) {
            throw damaged(offset);
        }
    }

    private Broken damaged(long offset) {
        return new Broken("the roots are damaged: " + file.path() + ", byte " + offset + ", line " + (index.lines() + 1));
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
