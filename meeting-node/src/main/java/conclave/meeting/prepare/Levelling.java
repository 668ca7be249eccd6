package conclave.meeting.prepare;

import java.util.Arrays;

/**
 * Places people in rooms as evenly as can be, exactly. Each person goes where the next seat costs least along the cheapest chain
 * of moves (successive shortest paths), and a seat costs more the more are taken: first every room gets its least, then the sum
 * of the squares of the loads is as small as it can be, then the sum of the costs. If level loads exist, these are level.
 * As many as possible are placed; who is left out where not all can be is nobody's choice but the order's.
 */
final class Levelling {

    static final int BARRED = -1;
    static final int NOWHERE = -1;
    private static final long FAR = Long.MAX_VALUE / 4;

    private final int[][] cost;
    private final int[] least;
    private final int[] most;
    private final int rooms;
    private final int[] roomOf;
    private final int[] load;
    private final long unevenness;
    private final long emptiness;
    /** For two rooms: the person of the first whose move into the second costs least, and what it costs. */
    private final int[][] mover;
    private final long[][] move;
    private final long[] distance;
    private final int[] from;

    /** @param cost of each person in each room, or BARRED */
    Levelling(int[][] cost, int[] least, int[] most) {
        this.cost = cost;
        this.least = least;
        this.most = most;
        rooms = least.length;
        roomOf = new int[cost.length];
        Arrays.fill(roomOf, NOWHERE);
        load = new int[rooms];
        long all = 1;
        for (var row : cost) all += Math.max(0, Arrays.stream(row).max().orElse(0));
        unevenness = all;
        emptiness = Math.multiplyExact(all, (long) cost.length * cost.length + 2);
        if (emptiness > FAR / (cost.length + 4L)) throw new IllegalArgumentException("too many people to place at once");
        mover = new int[rooms][rooms];
        move = new long[rooms][rooms];
        for (var row : move) Arrays.fill(row, FAR);
        distance = new long[rooms];
        from = new int[rooms];
    }

    Levelling solved() {
        for (int person = 0; person < cost.length; person++) place(person);
        return this;
    }

    int roomOf(int person) {
        return roomOf[person];
    }

    int load(int room) {
        return load[room];
    }

    /** The rooms that this person may be in, those where people of these could make way to, and so on. */
    boolean[] within(int person) {
        reach(person);
        var within = new boolean[rooms];
        for (int room = 0; room < rooms; room++) within[room] = distance[room] < FAR;
        return within;
    }

    /** The rooms that people of this one could go to, and people of those, and so on. */
    boolean[] behind(int room) {
        var behind = new boolean[rooms];
        mark(room, behind, false);
        return behind;
    }

    /** The rooms whose people could come here, directly or by others making way. */
    boolean[] before(int room) {
        var before = new boolean[rooms];
        mark(room, before, true);
        return before;
    }

    private void mark(int room, boolean[] seen, boolean backwards) {
        seen[room] = true;
        for (int other = 0; other < rooms; other++) {
            if (!seen[other] && (backwards ? move[other][room] : move[room][other]) < FAR) mark(other, seen, backwards);
        }
    }

    private void place(int person) {
        reach(person);
        int best = NOWHERE;
        for (int room = 0; room < rooms; room++) {
            if (distance[room] == FAR || load[room] >= most[room]) continue;
            if (best == NOWHERE || distance[room] + seat(room) < distance[best] + seat(best)) best = room;
        }
        if (best == NOWHERE) return;
        load[best]++;
        var touched = new boolean[rooms];
        int room = best;
        for (int before = from[room]; before != NOWHERE; room = before, before = from[room]) {
            roomOf[mover[before][room]] = room;
            touched[room] = true;
        }
        roomOf[person] = room;
        touched[room] = true;
        refresh(touched);
    }

    /** What one more in this room costs. */
    private long seat(int room) {
        return unevenness * (2L * load[room] + 1) - (load[room] < least[room] ? emptiness : 0);
    }

    /** Bellman and Ford over the rooms; a move may cost less than nothing, a circle of moves never does. */
    private void reach(int person) {
        for (int room = 0; room < rooms; room++) {
            distance[room] = cost[person][room] == BARRED ? FAR : cost[person][room];
            from[room] = NOWHERE;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int a = 0; a < rooms; a++) {
                if (distance[a] == FAR) continue;
                for (int b = 0; b < rooms; b++) {
                    if (move[a][b] == FAR || distance[a] + move[a][b] >= distance[b]) continue;
                    distance[b] = distance[a] + move[a][b];
                    from[b] = a;
                    changed = true;
                }
            }
        }
    }

    private void refresh(boolean[] touched) {
        for (int room = 0; room < rooms; room++) {
            if (touched[room]) Arrays.fill(move[room], FAR);
        }
        for (int person = 0; person < cost.length; person++) {
            int room = roomOf[person];
            if (room == NOWHERE || !touched[room]) continue;
            for (int other = 0; other < rooms; other++) {
                if (other == room || cost[person][other] == BARRED) continue;
                long more = cost[person][other] - cost[person][room];
                if (more >= move[room][other]) continue;
                move[room][other] = more;
                mover[room][other] = person;
            }
        }
    }
}
