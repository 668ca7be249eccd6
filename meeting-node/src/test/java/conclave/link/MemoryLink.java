package conclave.link;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The link's twin for tests: nodes of one machine that hear each other without a wire. */
public final class MemoryLink implements Link {

    private final Map<String, MemoryLink> all;
    private final String self;
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();

    /** @param all who can be heard, by their ids; this one is added */
    public MemoryLink(Map<String, MemoryLink> all, String self) {
        this.all = all;
        this.self = self;
        all.put(self, this);
    }

    @Override
    public CompletableFuture<byte[]> ask(String peer, String about, byte[] question) {
        var other = all.get(peer);
        var answering = other == null ? null : other.answers.get(about);
        if (answering == null) return CompletableFuture.failedFuture(new NoAnswer("peer " + peer + " does not answer", false, null));
        try {
            return answering.answer(self, question);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(new NoAnswer(e.getMessage(), true, e));
        }
    }

    @Override
    public void answer(String about, Answering answering) {
        answers.put(about, answering);
    }

    @Override
    public void close() {
        all.remove(self, this);
    }
}
