package conclave.presence;

import java.util.List;
import java.util.OptionalLong;

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

    /** The sum of all nodes' parts; empty where one of them was not heard of lately: then nobody knows. */
    OptionalLong figure(String figure);

    /** Whether every node was heard of lately. Otherwise who is not seen may well be at a node that is not heard. */
    boolean seesAll();

    /** From now on this is called, from any thread, when something at the other nodes changed. */
    void whenChanged(Runnable told);

    /** Slows down whoever sends wrong codes. */
    SignInThrottle signIns();

    @Override
    void close();
}
