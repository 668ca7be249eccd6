package conclave.appliance.bench;

import conclave.appliance.KitPorts;
import conclave.config.Member;
import conclave.config.Origin;
import conclave.main.KitFounding;
import conclave.main.KitFounding.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A kit's folder with the large meeting in it, its pages drawn on both servers; all three are stopped. */
final class PreparedKit {

    static final List<String> ADDRESSES = List.of("127.0.0.1", "127.0.0.2", "127.0.0.3");

    private PreparedKit() {
    }

    /** @param megabytes of documents; 0 for one blank page that all applicants share */
    static Path on(Stand stand, int megabytes) throws IOException, InterruptedException {
        var folder = stand.folder().resolve("kit");
        found(folder);
        var second = stand.start(serve(folder, "b"));
        var witness = stand.start(serve(folder, "w"));
        var first = stand.start("bench", "fill", "--cluster", file(folder), "--node", "a", "--data", folder.resolve("a").toString(),
                "--beside", folder.resolve("b").toString(), "--megabytes", Integer.toString(megabytes),
                "--work", stand.folder().resolve("work").toString());
        int ended = first.waitFor();
        stand.stop(second);
        stand.stop(witness);
        if (ended != 0) throw new IOException("the meeting could not be prepared: " + stand.said());
        return folder;
    }

    private static void found(Path folder) throws IOException {
        var ports = KitPorts.from(0, ADDRESSES);
        var origin = new Origin(ADDRESSES.getFirst(), ports.web());
        var founded = KitFounding.found(folder, Optional.of(origin), List.of(new Wish("a", Member.Role.SERVER, ADDRESSES.get(0), ports),
                new Wish("b", Member.Role.SERVER, ADDRESSES.get(1), ports), new Wish("w", Member.Role.WITNESS, ADDRESSES.get(2), ports)));
        if (founded.value().isEmpty()) throw new IOException("the kit could not be founded: " + founded.findings());
    }

    private static String[] serve(Path folder, String node) {
        return new String[] {"serve", "--cluster", file(folder), "--node", node, "--data", folder.resolve(node).toString()};
    }

    private static String file(Path folder) {
        return folder.resolve(KitFounding.FILE).toString();
    }
}
