package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Where one suite takes place: a folder and processes that go with it, chance that can be had again, what was asked for. */
final class Ground {

    /** Few people and few papers: what counts here are scores, and those are submitted again and again. */
    static final String[] SAMPLE = {"--rooms", "1", "--experts", "6", "--applicants", "3"};

    private final Stand stand;
    private final FaultOptions options;
    private final Account account;
    private final Random chance;
    private Shim shim;

    Ground(Stand stand, FaultOptions options, Account account) {
        this.stand = stand;
        this.options = options;
        this.account = account;
        this.chance = new Random(options.seed());
    }

    Stand stand() {
        return stand;
    }

    FaultOptions options() {
        return options;
    }

    Account account() {
        return account;
    }

    Random chance() {
        return chance;
    }

    Path folder() {
        return stand.folder().resolve("kit");
    }

    /** From the first call on it stands between the system and every node that is started. */
    Shim shim() throws IOException, InterruptedException {
        if (shim == null) shim = Shim.built(stand.folder(), Trio.NAMES);
        return shim;
    }

    /** A command that becomes the kit. */
    List<String> through() {
        return shim == null ? List.of() : shim.through();
    }
}
