package conclave.appliance.faults;

/** A node stands still and knows nothing of it: a machine that was suspended, a disk that hung. */
final class Pause implements Fault {

    static void main(String... arguments) throws Exception {
        Suite.run(new Pause(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.leaderOrNot();
        var pid = victim.pid().orElseThrow();
        int seconds = bout.ground().options().seconds(30);
        bout.say("stopped for " + seconds + " s: " + bout.known(victim));
        bout.aheadOfTheOthers(victim, () -> Trio.Node.signal("STOP", pid));
        try {
            Thread.sleep(seconds * 1000L);
        } finally {
            Trio.Node.signal("CONT", pid);
        }
        if (!bout.wholeAgain()) bout.ground().account().wrong(victim.name() + " did not catch up");
    }
}
