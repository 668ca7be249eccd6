package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.nio.file.Path;
import java.util.Random;

/** Where one suite takes place: a folder and processes that go with it, chance that can be had again, what was asked for. */
record Ground(Stand stand, Random chance, FaultOptions options, Account account) {

    /** Few people and few papers: what counts here are scores, and those are submitted again and again. */
    static final String[] SAMPLE = {"--rooms", "1", "--experts", "6", "--applicants", "3"};

    Path folder() {
        return stand.folder().resolve("kit");
    }

    /** Three processes on loopback, kept up by the kit's own supervisor. */
    Trio kit() throws Exception {
        return Trio.start(this);
    }
}
