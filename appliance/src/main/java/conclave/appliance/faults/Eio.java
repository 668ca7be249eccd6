package conclave.appliance.faults;

import java.time.Duration;
import java.util.Optional;

/** The disk of one node fails once, at a sync: the node must go before anybody is told that something was kept. */
final class Eio implements Fault {

    private static final int MOST_SYNCS = 40;
    private static final double SERVED_WITHIN_SECONDS = 5;
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private Shim shim;

    static void main(String... arguments) throws Exception {
        Suite.run(new Eio(), arguments);
    }

    @Override
    public String name() {
        return "eio";
    }

    @Override
    public int usualCycles() {
        return 4;
    }

    @Override
    public Optional<String> missing() {
        return Shim.missing();
    }

    @Override
    public String canary() {
        return "the failed sync does not say so to the node";
    }

    @Override
    public boolean canaryOfLaptops() {
        return false;
    }

    @Override
    public double longestSilence() {
        return SERVED_WITHIN_SECONDS;
    }

    @Override
    public Trio kit(Ground ground) throws Exception {
        shim = Shim.built(ground.stand().folder(), Trio.NAMES);
        return Trio.start(ground, shim.through());
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var account = bout.ground().account();
        var victim = bout.victim();
        var pid = victim.pid().orElseThrow();
        int number = 1 + bout.ground().chance().nextInt(MOST_SYNCS);
        bout.say("the " + number + ". sync from now on fails at " + bout.known(victim));
        long before = shim.failures(victim.name());
        if (bout.ground().options().canary()) shim.treatSyncs(victim.name(), Shim.Manner.SILENT_ABOUT_FAILURE);
        shim.failSync(victim.name(), number);
        if (!Patience.of(LEAVING).until(() -> shim.failures(victim.name()) > before)) {
            account.wrong(victim.name() + " never synced " + number + " times");
            return;
        }
        long failed = System.nanoTime();
        if (!Patience.of(LEAVING).until(() -> ProcessHandle.of(pid).isEmpty())) account.wrong(victim.name() + " went on after a failed sync");
        else bout.say(victim.name() + " left " + (System.nanoTime() - failed) / 1_000_000 + " ms after the failed sync");
        if (!bout.kit().awaitWhole()) account.wrong(victim.name() + " did not come back");
    }
}
