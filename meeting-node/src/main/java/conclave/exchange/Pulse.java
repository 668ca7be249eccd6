package conclave.exchange;

import java.io.IOException;

/** Told what passes while files are hashed, so that it can be shown, and stopped within a moment. */
@FunctionalInterface
public interface Pulse {

    Pulse SILENT = _ -> { };

    /** What is thrown here ends the reading soon; whoever throws it remembers why. */
    void beat(long bytes) throws IOException;
}
