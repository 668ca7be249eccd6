package conclave.appliance.faults;

import java.util.List;

/** The other nodes do not hear one of them, or it does not hear them, or neither; laptops reach all of them all the time. */
final class Partition implements Fault {

    static void main(String... arguments) throws Exception {
        Suite.run(new Partition(), arguments);
    }

    @Override
    public int usualCycles() {
        return 6;
    }

    @Override
    public Setting setting() {
        return Setting.OWN_WIRES;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.leaderOrNot();
        int way = (bout.number() - 1) / 2 % 3;
        int seconds = bout.ground().options().seconds(25);
        bout.say(bout.known(victim) + " " + List.of("is not heard", "does not hear", "is cut off").get(way) + " for " + seconds + " s");
        try {
            if (way != 1) Wires.mute(victim.name());
            if (way != 0) Wires.deafen(victim.name());
            Thread.sleep(seconds * 1000L);
        } finally {
            Wires.mend();
        }
        if (!bout.wholeAgain()) bout.ground().account().wrong(victim.name() + " did not catch up");
    }
}
