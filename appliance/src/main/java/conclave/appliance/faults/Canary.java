package conclave.appliance.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a suite must be able to see: one protection taken away, and the suite has to fail. */
enum Canary {

    /** The leader's own disk is enough for an acknowledgement. */
    MAJORITY("an acknowledgement needs no majority", Canary.LOST, Excision.MAJORITY),
    /** A node believes its own clock, whatever time the meeting has. */
    TIME("time may turn back", "time turns back", Excision.TIME),
    /** There is always space. */
    FLOOR("nobody looks how much space the disk has", "says nothing of its full disk", Excision.FLOOR),
    /** The one that fails does not tell the node. */
    SYNC("the failed sync does not say so", "went on after a failed sync", null),
    /** None is ever done: power that goes takes with it what was acknowledged. */
    ALL_SYNCS("the disks lie: no sync is ever done", Canary.LOST, null),
    /** The page says "saved" where there was no answer. */
    RECEIPTS("a laptop takes silence for an acknowledgement", Canary.LOST, null);

    private static final String LOST = "acknowledged submissions are missing|acknowledged submissions stand otherwise|two histories|stand before what had been acknowledged";


    private final String said;
    private final Pattern shown;
    private final Optional<Excision> excision;

    Canary(String said, String shown, Excision excision) {
        this.said = said;
        this.shown = Pattern.compile(shown);
        this.excision = Optional.ofNullable(excision);
    }

    /** Whether this is what goes wrong without the protection, and not merely a slow machine. */
    boolean shows(String wrong) {
        return shown.matcher(wrong).find();
    }

    String said() {
        return said;
    }

    /** At the first strike, where it could not be sooner. */
    static void arm(Ground ground) throws IOException {
        Excision.arm(place(ground));
    }

    private static Path place(Ground ground) {
        return ground.stand().folder().resolve("canary");
    }

    /** Before any node starts. */
    void takeAway(Ground ground) throws IOException, InterruptedException {
        if (excision.isPresent()) ground.stand().firstOnPath(excision.get().into(place(ground)));
        var manner = this == SYNC ? Shim.Manner.SILENT_ABOUT_FAILURE : Shim.Manner.NEVER_SYNCING;
        if (this != SYNC && this != ALL_SYNCS) return;
        for (var node : Trio.NAMES) ground.shim().treatSyncs(node, manner);
    }
}
