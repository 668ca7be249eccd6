package conclave.appliance.faults;

import java.time.Duration;
import java.util.Optional;

/** The clock of one node jumps three days ahead or back, and is right again after a while. */
final class Clock implements Fault {

    private static final long DAYS = Duration.ofDays(3).toMillis();

    private Shim shim;

    static void main(String... arguments) throws Exception {
        Suite.run(new Clock(), arguments);
    }

    @Override
    public String name() {
        return "clock";
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
    public Trio kit(Ground ground) throws Exception {
        shim = Shim.built(ground.stand().folder(), Trio.NAMES);
        return Trio.start(ground, shim.through());
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.victim();
        int seconds = bout.ground().options().seconds(10);
        var ahead = bout.ground().chance().nextBoolean();
        bout.say("the clock of " + bout.known(victim) + " is three days " + (ahead ? "ahead" : "behind") + " for " + seconds + " s");
        shim.setClockWrongBy(victim.name(), ahead ? DAYS : -DAYS);
        try {
            Thread.sleep(seconds * 1000L);
        } finally {
            shim.setClockWrongBy(victim.name(), 0);
        }
        bout.crowd().resume();
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not catch up");
    }
}
