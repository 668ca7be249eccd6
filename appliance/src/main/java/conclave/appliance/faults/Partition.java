package conclave.appliance.faults;

import java.util.List;
import java.util.Optional;

/** The other nodes do not hear one of them, or it does not hear them, or neither; laptops reach all of them all the time. */
final class Partition implements Fault {

    static void main(String... arguments) throws Exception {
        Suite.run(new Partition(), arguments);
    }

    @Override
    public String name() {
        return "partition";
    }

    @Override
    public int usualCycles() {
        return 6;
    }

    @Override
    public Optional<String> missing() {
        return Apart.missing();
    }

    @Override
    public List<String> apart() {
        return List.of("--mount", "--net");
    }

    @Override
    public Trio kit(Ground ground) throws Exception {
        return Scattered.start(ground);
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.victim();
        int way = bout.ground().chance().nextInt(3);
        int seconds = bout.ground().options().seconds(25);
        bout.say(bout.known(victim) + " " + List.of("is not heard", "does not hear", "is cut off").get(way) + " for " + seconds + " s");
        try {
            if (way != 1) Wires.mute(victim.name());
            if (way != 0) Wires.deafen(victim.name());
            Thread.sleep(seconds * 1000L);
        } finally {
            Wires.mend();
        }
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong(victim.name() + " did not catch up");
    }
}
