package conclave.presence;

import java.util.List;

/**
 * Who is online and where, and live figures for the board. All of it may be lost at any moment without harm:
 * nothing here is needed to count a score. Never blocks and never throws for a peer's sake.
 */
public interface Presence extends AutoCloseable {

    /** A page was opened; the connection's name is the caller's, one for each open page. */
    void entered(String connection, Visit visit);

    /** The page was closed, or its connection broke. */
    void left(String connection);

    /** Everyone known to be online, each person once for each room, by room and person. */
    List<Visit> online();

    default List<Visit> inRoom(String room) {
        return online().stream().filter(visit -> visit.room().equals(room)).toList();
    }

    /** Sets this node's part of a figure. */
    void show(String figure, long value);

    /** The sum of all nodes' parts, as far as they were heard of lately; 0 where nobody has shown it. */
    long figure(String figure);

    /** Slows down whoever sends wrong codes. */
    SignInThrottle signIns();

    @Override
    void close();
}
