package conclave.appliance.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What happens to the process of a node. */
enum Blow {
    /** It is gone at once, and started again by whoever watches over it. */
    KILL("kill -9", "-KILL"),
    /** It stands still with all its connections open, and goes on some seconds later. */
    STOP("SIGSTOP", "-STOP");

    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final String signal;

    Blow(String name, String signal) {
        this.name = name;
        this.signal = signal;
    }

    /** In the report. */
    String shown() {
        return name;
    }

    /** The signal has been delivered when this returns. */
    void strike(long pid) throws IOException, InterruptedException {
        signal(signal, pid);
    }

    /** Nothing for the dead. */
    void release(long pid) throws IOException, InterruptedException {
        if (this == STOP) signal("-CONT", pid);
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start();
        if (!sent.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || sent.exitValue() != 0) throw new IOException("process " + pid + " was not there to be sent " + signal);
    }
}
