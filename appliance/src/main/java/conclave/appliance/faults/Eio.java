package conclave.appliance.faults;

import java.time.Duration;

/** The disk of one node fails once, at the k-th sync in the k-th round: the node must go before anybody is told that something was kept. */
final class Eio implements Fault {

    private static final double SERVED_WITHIN_SECONDS = 5;
    private static final Duration LEAVING = Duration.ofSeconds(30);

    static void main(String... arguments) throws Exception {
        Suite.run(new Eio(), arguments);
    }

    @Override
    public int usualCycles() {
        return 12;
    }

    @Override
    public Setting setting() {
        return Setting.SHIMMED;
    }

    @Override
    public Canary canary() {
        return Canary.SYNC;
    }

    @Override
    public double longestSilence() {
        return SERVED_WITHIN_SECONDS;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var account = bout.ground().account();
        var shim = bout.ground().shim();
        var victim = bout.leaderOrNot();
        var pid = victim.pid().orElseThrow();
        int number = bout.number();
        bout.say("the " + number + ". sync from now on fails at " + bout.known(victim));
        long before = shim.failures(victim.name());
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
