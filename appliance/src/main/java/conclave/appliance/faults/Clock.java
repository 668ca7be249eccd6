package conclave.appliance.faults;

import java.time.Duration;

/** The clock of one node jumps three days ahead or back, and is right again after a while; every other one starts with it. */
final class Clock implements Fault {

    private static final long DAYS = Duration.ofDays(3).toMillis();

    static void main(String... arguments) throws Exception {
        Suite.run(new Clock(), arguments);
    }

    @Override
    public int usualCycles() {
        return 4;
    }

    @Override
    public Setting setting() {
        return Setting.SHIMMED;
    }

    @Override
    public Canary canary() {
        return Canary.TIME;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var shim = bout.ground().shim();
        var victim = bout.leaderOrNot();
        int seconds = bout.ground().options().seconds(10);
        var ahead = (bout.number() - 1) / 2 % 2 == 0;
        var startsWithIt = bout.number() % 2 == 0;
        bout.say("the clock of " + bout.known(victim) + " is three days " + (ahead ? "ahead" : "behind") + " for " + seconds + " s"
                + (startsWithIt ? ", and it starts again with it" : ""));
        shim.setClockWrongBy(victim.name(), ahead ? DAYS : -DAYS);
        try {
            if (startsWithIt) startAgain(bout, victim);
            Thread.sleep(seconds * 1000L);
        } finally {
            shim.setClockWrongBy(victim.name(), 0);
        }
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not catch up");
    }

    private static void startAgain(Bout bout, Trio.Node victim) throws Exception {
        victim.kill();
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not come back with a wrong clock");
    }
}
