package conclave.link;

import java.util.concurrent.CompletableFuture;

/**
 * How the nodes of a kit speak to each other: a question and an answer, in bytes, between two that have shown their
 * papers. What a question is about, and what its bytes mean, is the asker's and the answerer's own affair.
 */
public interface Link extends AutoCloseable {

    /** Fails with {@link NoAnswer}: the other is not there, does not answer in time, or said no. */
    CompletableFuture<byte[]> ask(String peer, String about, byte[] question);

    /**
     * The same, over a connection of its own: what is asked so waits for nothing large that goes to the same peer, and nothing waits for it.
     */
    default CompletableFuture<byte[]> askApart(String peer, String about, byte[] question) {
        return ask(peer, about, question);
    }

    /** From now on questions about this are answered so. Answering never blocks the thread it is called on. */
    void answer(String about, Answering answering);

    /** What another node is told. */
    @FunctionalInterface
    interface Answering {
        /** @param peer who asks, as its certificate says; a failed answer is told as "no", with its message */
        CompletableFuture<byte[]> answer(String peer, byte[] question);
    }

    @Override
    void close();
}
