package conclave.appliance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** A node is lost with its disk, and a blank one is put in its place by a technician, who waits until it has everything. */
final class Wipe implements Fault {

    private static final Duration TECHNICIAN = Duration.ofMinutes(2);

    static void main(String... arguments) throws Exception {
        Suite.run(new Wipe(), arguments);
    }

    @Override
    public int usualCycles() {
        return 4;
    }

    @Override
    public void strike(Bout bout) throws Exception {
        var victim = bout.victim();
        bout.say("kill -9 and rm -rf " + bout.known(victim));
        bout.aheadOfTheOthers(victim, () -> lose(bout, victim));
        long began = System.nanoTime();
        if (!Patience.of(TECHNICIAN).until(() -> replaced(bout, victim))) throw new IOException("not replaced; it said last: " + bout.ground().stand().saidLast());
        bout.kit().learnKeys();
        if (!bout.kit().awaitWhole()) bout.ground().account().wrong("the new " + victim.name() + " did not catch up");
        bout.say("a new " + victim.name() + " has everything after " + (System.nanoTime() - began) / 1_000_000_000L + " s");
    }

    /** Moved away first, at once, because the supervisor is quick and a folder that is being deleted is a strange thing to start in. */
    private static void lose(Bout bout, Trio.Node victim) throws IOException, InterruptedException {
        victim.kill();
        var gone = bout.kit().folder().resolve(victim.name() + ".gone");
        Files.move(victim.data(), gone);
        delete(gone);
    }

    private static boolean replaced(Bout bout, Trio.Node victim) throws IOException, InterruptedException {
        var command = bout.ground().stand().start("cluster", "replace", victim.name(), "--kit", bout.kit().folder().toString(), "--confirmed");
        return command.waitFor() == 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
