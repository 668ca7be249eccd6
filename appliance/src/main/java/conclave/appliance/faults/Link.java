package conclave.appliance.faults;

import java.io.IOException;

/** The wires between the nodes, and to the laptops, are slow and lose packets; once, the laptops' access point starts anew. */
final class Link implements Fault {

    private static final int KILOBITS = 4_000;
    private static final int MILLIS = 200;
    private static final int LOST = 5;
    /** Longer than a laptop waits for an answer. */
    private static final int HUSHED_SECONDS = 6;

    static void main(String... arguments) throws Exception {
        Suite.run(new Link(), arguments);
    }

    @Override
    public int usualCycles() {
        return 3;
    }

    @Override
    public Setting setting() {
        return Setting.OWN_WIRES;
    }

    @Override
    public Canary canary() {
        return Canary.RECEIPTS;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        int seconds = bout.ground().options().seconds(20);
        bout.say(KILOBITS / 1000 + " Mbit/s, up to " + MILLIS + " ms in the queue, " + LOST + " % of forwarded packets lost, for " + seconds + " s; no Wi-Fi for " + HUSHED_SECONDS + " s of them");
        Wires.spoil(KILOBITS, MILLIS, LOST);
        try {
            Thread.sleep(seconds * 500L);
            startTheAirAnew();
            Thread.sleep(seconds * 500L);
        } finally {
            Wires.clean();
        }
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("not all nodes caught up");
    }

    private static void startTheAirAnew() throws IOException, InterruptedException {
        Wires.hush();
        try {
            Thread.sleep(HUSHED_SECONDS * 1000L);
            Wires.forget();
            Thread.sleep(1000);
        } finally {
            Wires.speak();
        }
    }
}
