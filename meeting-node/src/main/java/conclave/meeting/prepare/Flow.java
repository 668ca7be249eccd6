package conclave.meeting.prepare;

import java.util.ArrayDeque;
import java.util.Arrays;

/** The most that can go from a source to a sink through pipes of given widths (Dinic), and afterwards where it is stuck. */
final class Flow {

    private int[] first;
    private int[] next = new int[16];
    private int[] to = new int[16];
    private long[] room = new long[16];
    private int pipes;
    private int[] depth;
    private int[] tried;

    Flow(int nodes) {
        first = new int[nodes];
        Arrays.fill(first, -1);
    }

    int node() {
        first = Arrays.copyOf(first, first.length + 1);
        first[first.length - 1] = -1;
        return first.length - 1;
    }

    /** The number under which {@code through} knows the pipe. */
    int pipe(int from, int into, long width) {
        add(from, into, width);
        add(into, from, 0);
        return pipes - 2;
    }

    private void add(int from, int into, long width) {
        if (pipes == to.length) {
            next = Arrays.copyOf(next, pipes * 2);
            to = Arrays.copyOf(to, pipes * 2);
            room = Arrays.copyOf(room, pipes * 2);
        }
        to[pipes] = into;
        room[pipes] = width;
        next[pipes] = first[from];
        first[from] = pipes++;
    }

    long through(int pipe) {
        return room[pipe ^ 1];
    }

    long most(int source, int sink) {
        long sum = 0;
        while (measured(source, sink)) {
            tried = first.clone();
            for (long more = push(source, sink, Long.MAX_VALUE); more > 0; more = push(source, sink, Long.MAX_VALUE)) sum += more;
        }
        return sum;
    }

    /** After {@code most}: whether something could still come here from the source; those who can are one side of the narrowest cut. */
    boolean reached(int node) {
        return depth[node] >= 0;
    }

    private boolean measured(int source, int sink) {
        depth = new int[first.length];
        Arrays.fill(depth, -1);
        depth[source] = 0;
        var waiting = new ArrayDeque<Integer>();
        waiting.add(source);
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            for (int pipe = first[at]; pipe >= 0; pipe = next[pipe]) {
                if (room[pipe] == 0 || depth[to[pipe]] >= 0) continue;
                depth[to[pipe]] = depth[at] + 1;
                waiting.add(to[pipe]);
            }
        }
        return depth[sink] >= 0;
    }

    private long push(int at, int sink, long amount) {
        if (at == sink) return amount;
        for (; tried[at] >= 0; tried[at] = next[tried[at]]) {
            int pipe = tried[at];
            if (room[pipe] == 0 || depth[to[pipe]] != depth[at] + 1) continue;
            long pushed = push(to[pipe], sink, Math.min(amount, room[pipe]));
            if (pushed == 0) continue;
            room[pipe] -= pushed;
            room[pipe ^ 1] += pushed;
            return pushed;
        }
        return 0;
    }
}
