package conclave.link;

import java.util.concurrent.CompletableFuture;

/** For a node that stands alone: nobody asks, and nobody answers. */
public enum NoLink implements Link {
    ALONE;

    @Override
    public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
        return CompletableFuture.failedFuture(new NoAnswer("this node stands alone", false, null));
    }

    @Override
    public void answer(String about, Answering answering) {
        // Nobody will ask.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
