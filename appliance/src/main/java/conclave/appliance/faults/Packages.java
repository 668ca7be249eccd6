package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Ctrl-C and {@code kill -9} at random moments to the real commands that make a package and take it in. After Ctrl-C nothing of it is there,
 * or all of it; after a kill the same command, typed once more, comes to its end and leaves nothing beside what it made.
 */
@Command(name = "faults", mixinStandardHelpOptions = true)
final class Packages implements Callable<Integer> {

    private static final int CYCLES = 6;
    private static final int ALREADY_THERE = 1;
    private static final int BY_SIGNAL = 128;

    private final Account account = new Account(System.out);

    @Mixin
    private FaultOptions options;

    static void main(String... arguments) {
        System.exit(new CommandLine(new Packages()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        int cycles = options.cycles(CYCLES);
        account.say("faults packages --seed " + options.seed() + " --cycles " + cycles + (options.canary() ? " --canary: killed where Ctrl-C is announced" : ""));
        var chance = new Random(options.seed());
        try (var stand = new Stand(options.disk(), List.of())) {
            var making = new Typed(stand, "build", file(stand, "sample"), "--name", "P", "--out", stick(stand).toString(), "--key", file(stand, "office.key"),
                    "--recipient", file(stand, "node.crt"), "--volume-size", "1");
            var taking = new Typed(stand, "import", stick(stand).resolve("P.mpkg").toString(), "--data", data(stand).toString(), "--key", file(stand, "node.key"),
                    "--trust", file(stand, "office.crt"), "--wait", "0");
            prepare(stand);
            require(making);
            int whole = Leavings.of(stick(stand)).size();
            for (int i = 1; i <= cycles; i++) make(making, chance, i, whole);
            Leavings.clear(stick(stand));
            require(making);
            require(taking);
            for (int i = 1; i <= cycles; i++) take(taking, chance, i);
        }
        account.say("packages, seed " + options.seed() + ": " + (account.clean() ? "成立 HOLDS" : "不成立 FAILS: " + String.join("; ", account.wrongs())));
        return account.clean() ? 0 : 1;
    }

    private static void prepare(Stand stand) throws IOException, InterruptedException {
        Files.createDirectories(stick(stand));
        require(new Typed(stand, "keys", "make", file(stand, "office"), "--name", "office", "--role", "office"));
        require(new Typed(stand, "keys", "make", file(stand, "node"), "--name", "node", "--role", "node"));
        require(new Typed(stand, "sample", "--out", file(stand, "sample"), "--rooms", "1", "--experts", "3", "--applicants", "12"));
    }

    private static void require(Typed command) throws IOException, InterruptedException {
        if (command.run() != 0) throw new IOException("it did not come to its end: " + command.saidLast());
    }

    private void make(Typed making, Random chance, int number, int whole) throws IOException, InterruptedException {
        var out = stick(making.stand());
        Leavings.clear(out);
        boolean asked = number % 2 == 1;
        int code = making.struck(asked && !options.canary(), making.seconds() * chance.nextDouble());
        var left = Leavings.of(out);
        account.say("  " + number + ": build, " + (asked ? "Ctrl-C" : "kill") + ": ended with " + code + ", left " + left);
        if (asked && !left.isEmpty() && left.size() != whole) account.wrong("Ctrl-C left " + left + " (" + number + ")");
        if (asked) return;
        int again = making.run();
        if (again != 0 && !(again == ALREADY_THERE && making.saidLast().contains("volume."))) account.wrong("it could not be made once more: " + making.saidLast());
        if (again == 0 && Leavings.of(out).size() != whole) account.wrong("beside the package there is " + Leavings.of(out));
    }

    private void take(Typed taking, Random chance, int number) throws IOException, InterruptedException {
        var data = data(taking.stand());
        Leavings.clear(data);
        boolean asked = number % 2 == 1;
        int code = taking.struck(asked && !options.canary(), taking.seconds() * chance.nextDouble());
        var left = Leavings.of(data.resolve("intake/staging"));
        var held = Leavings.of(data.resolve("intake/meetings"));
        account.say("  " + number + ": import, " + (asked ? "Ctrl-C" : "kill") + ": ended with " + code + ", staging " + left.size() + ", held " + held.size());
        if (asked && !left.isEmpty()) account.wrong("Ctrl-C left " + left + " in staging (" + number + ")");
        if (asked && code >= BY_SIGNAL && held.size() == 1) account.wrong("Ctrl-C left half a package (" + number + ")");
        if (taking.run() != 0) account.wrong("it could not be taken in once more: " + taking.saidLast());
        if (!Leavings.of(data.resolve("intake/staging")).isEmpty()) account.wrong("staging is not empty after all (" + number + ")");
        if (Leavings.of(data.resolve("intake/meetings")).isEmpty()) account.wrong("nothing is held though it was taken in (" + number + ")");
    }

    private static Path stick(Stand stand) {
        return stand.folder().resolve("stick");
    }

    private static Path data(Stand stand) {
        return stand.folder().resolve("data");
    }

    private static String file(Stand stand, String name) {
        return stand.folder().resolve(name).toString();
    }
}
