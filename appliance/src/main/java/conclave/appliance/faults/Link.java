package conclave.appliance.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The wires between the nodes, and to the laptops, are slow and lose packets. */
final class Link implements Fault {

    private static final int KILOBITS = 4_000;
    private static final int MILLIS = 200;
    private static final int LOST = 5;

    static void main(String... arguments) throws Exception {
        Suite.run(new Link(), arguments);
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public Optional<String> missing() {
        if (Apart.missing().isPresent()) return Apart.missing();
        return Files.isExecutable(Path.of("/usr/sbin/nft")) ? Optional.empty() : Optional.of("没有 nft（apt-get install nftables）。There is no nft.");
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
        int seconds = bout.ground().options().seconds(20);
        bout.say(KILOBITS / 1000 + " Mbit/s, up to " + MILLIS + " ms in the queue, " + LOST + " % of forwarded packets lost, for " + seconds + " s");
        Wires.spoil(KILOBITS, MILLIS, LOST);
        try {
            Thread.sleep(seconds * 1000L);
        } finally {
            Wires.clean();
        }
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes caught up");
    }
}
