package conclave.main;

import conclave.config.Finding;
import conclave.config.FolderTrouble;
import conclave.config.NodeConfig;
import conclave.ledger.Broken;
import conclave.ledger.Spent;
import conclave.node.Outlived;
import conclave.seal.Unusable;
import conclave.seal.bouncycastle.GivenCertificate;
import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns what a start can run into, into findings that have words. */
final class Troubles {

    private Troubles() {
    }

    static StartTrouble of(Throwable thrown, NodeConfig config) {
        var cause = unwrapped(thrown);
        return cause instanceof StartTrouble trouble ? trouble : new StartTrouble(finding(cause, config), cause);
    }

    private static Finding finding(Throwable cause, NodeConfig config) {
        for (var inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Unusable unusable) return finding(unusable);
            if (inner instanceof IOException io && isAboutListening(io)) return cannotListen(config, io);
            if (inner instanceof IOException io && FolderTrouble.isFull(io)) return FolderTrouble.of(config.data(), io);
        }
        if (cause instanceof Outlived outlived) return Finding.error(outlived.code(), flat(outlived.facts()));
        if (cause instanceof Spent spent) return Finding.error("start.again", "reason", spent.getMessage());
        if (cause instanceof Broken broken) return Finding.error("start.broken", "reason", broken.getMessage());
        if (cause instanceof IOException io) return FolderTrouble.of(config.data(), io);
        return Finding.error("start.unforeseen", "reason", sentence(cause));
    }

    /** The system tells "taken" and "not an address of this machine" apart only in words, of whichever of the two languages the machine speaks. */
    private static Finding cannotListen(NodeConfig config, IOException e) {
        var port = Integer.toString(config.port());
        var taken = e.getMessage() != null && (e.getMessage().contains("in use") || e.getMessage().contains("已在使用"));
        return taken ? Finding.error("start.port-used", "host", config.host(), "port", port)
                : Finding.error("start.address", "host", config.host(), "port", port, "reason", sentence(e));
    }

    /** Java has a type for it, the native transport has only the name of the system call. */
    private static boolean isAboutListening(IOException e) {
        return e instanceof BindException || e.getMessage() != null && e.getMessage().startsWith("bind(");
    }

    static Finding finding(Unusable unusable) {
        return Finding.error(unusable.code(), flat(unusable.facts()));
    }

    static Finding finding(GivenCertificate.Trouble trouble) {
        return trouble.grave() ? Finding.error(trouble.code(), flat(trouble.facts())) : Finding.notice(trouble.code(), flat(trouble.facts()));
    }

    private static String sentence(Throwable e) {
        return e.getMessage() == null ? "?" : e.getMessage().lines().findFirst().orElse("?");
    }

    private static String[] flat(Map<String, String> facts) {
        return facts.entrySet().stream().flatMap(f -> java.util.stream.Stream.of(f.getKey(), f.getValue())).toArray(String[]::new);
    }

    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapped = thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wrapped && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
    }
}
