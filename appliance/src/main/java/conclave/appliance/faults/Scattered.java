package conclave.appliance.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Three nodes in network namespaces of their own, each started again when it ends, as its machine would. */
final class Scattered {

    private static final String PORT = "8443";
    private static final long PAUSE_MS = 300;

    private final Ground ground;

    private Scattered(Ground ground) {
        this.ground = ground;
    }

    static Trio start(Ground ground) throws Exception {
        Wires.laid();
        var founding = ground.stand().start("cluster", "found", "--out", ground.folder().toString(), "--port", PORT,
                "--server", "a=" + Wires.address("a"), "--server", "b=" + Wires.address("b"), "--witness", "w=" + Wires.address("w"));
        if (founding.waitFor() != 0) throw new IOException("no kit was founded: " + ground.stand().said());
        var nodes = new Scattered(ground);
        for (var name : Trio.NAMES) Thread.ofPlatform().daemon().name("watch-" + name).start(() -> nodes.watch(name));
        return Trio.awaited(ground, () -> true);
    }

    private void watch(String name) {
        try {
            while (true) {
                ground.stand().start(Wires.into(name), how(name)).waitFor();
                Thread.sleep(PAUSE_MS);
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private String[] how(String name) {
        var kit = ground.folder();
        var how = new ArrayList<>(List.of(name.equals("a") ? "run" : "serve", "--cluster", kit.resolve("cluster.conf").toString(), "--data",
                kit.resolve(name).toString(), "--node", name, "--child-of", Long.toString(ProcessHandle.current().pid()), "--json"));
        if (name.equals("a")) how.addAll(List.of(Ground.SAMPLE));
        return how.toArray(String[]::new);
    }
}
