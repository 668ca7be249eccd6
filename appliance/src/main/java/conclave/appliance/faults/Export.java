package conclave.appliance.faults;

import conclave.appliance.bench.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Ctrl-C, an end that the system asks for, and {@code kill -9} to the real command that writes a result to a stick, at random moments and while
 * it writes; on a plain disk and on FAT. What was asked to stop leaves nothing, or the whole and its line in the record; after a kill the same
 * command, typed once more, comes to its end, and on the stick lies what the record says was handed over and nothing beside it.
 */
@Command(name = "faults", mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {

    private static final int CYCLES = 9;
    private static final List<String> SIGNALS = List.of("INT", "TERM", "KILL");
    private static final int WHILE_WRITING_MS = 60;
    private static final long STICK = 48L << 20;

    private final Account account = new Account(System.out);

    @Mixin
    private FaultOptions options;

    static void main(String... arguments) {
        System.exit(new CommandLine(new Export()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        int cycles = options.cycles(CYCLES);
        account.say("faults export --seed " + options.seed() + " --cycles " + cycles + (options.canary() ? " --canary: killed where it is asked" : ""));
        var chance = new Random(options.seed());
        try (var stand = new Stand(options.disk(), List.of())) {
            var kept = KeptMeeting.made(stand);
            befall(new Outgoing(kept, Files.createDirectory(stand.folder().resolve("stick"))), "disk", chance, cycles);
            onFat(kept, chance, cycles);
        }
        account.say("export, seed " + options.seed() + ": " + (account.clean() ? "成立 HOLDS" : "不成立 FAILS: " + String.join("; ", account.wrongs())));
        return account.clean() ? 0 : 1;
    }

    private void onFat(KeptMeeting kept, Random chance, int cycles) throws Exception {
        var missing = Fat.missing();
        if (missing.isPresent()) {
            account.say("跳过 SKIPPED FAT: " + missing.get());
            return;
        }
        var plugged = Fat.plugged(kept.stand().folder(), "fat", STICK);
        if (plugged.isEmpty()) {
            account.say("跳过 SKIPPED FAT: 内核不识别 FAT，也没有 fusefat（apt-get install fusefat）。The kernel knows no FAT and there is no fusefat.");
            return;
        }
        try (var fat = plugged.get()) {
            var outgoing = new Outgoing(kept, fat.place());
            befall(outgoing, "FAT", chance, cycles);
            full(outgoing);
            sameNameInCapitals(outgoing);
        }
    }

    private void befall(Outgoing outgoing, String medium, Random chance, int cycles) throws IOException, InterruptedException {
        outgoing.clear();
        outgoing.require();
        for (int i = 1; i <= cycles; i++) strike(outgoing, medium, chance, i);
    }

    private void strike(Outgoing outgoing, String medium, Random chance, int number) throws IOException, InterruptedException {
        outgoing.clear();
        var before = outgoing.handed();
        var signal = SIGNALS.get(number % SIGNALS.size());
        var sent = options.canary() ? "KILL" : signal;
        boolean whileWriting = chance.nextInt(3) > 0;
        int code = whileWriting ? outgoing.typed().struck(sent, outgoing::begins, chance.nextInt(WHILE_WRITING_MS))
                : outgoing.typed().struck(sent, outgoing.typed().seconds() * chance.nextDouble());
        var left = Leavings.of(outgoing.stick());
        account.say("  " + medium + " " + number + ": " + signal + (whileWriting ? " while it writes" : "") + ": ended with " + code + ", left " + left);
        if (!signal.equals("KILL")) agrees(outgoing, before, signal + " (" + medium + " " + number + ")");
        if (outgoing.typed().run() != 0) account.wrong("it could not be exported once more: " + outgoing.typed().saidLast());
        agrees(outgoing, before, "once more (" + medium + " " + number + ")");
    }

    /** What is recorded since then is there and verifies; nothing else is there, whole or half. */
    private void agrees(Outgoing outgoing, TreeSet<String> before, String when) throws IOException, InterruptedException {
        var handed = outgoing.handed();
        handed.removeAll(before);
        var whole = new TreeSet<String>();
        var others = new ArrayList<String>();
        for (var file : Leavings.of(outgoing.stick())) {
            var name = file.replaceFirst("\\.mpkg(\\.[0-9]{3}|\\.p7s)?$", "");
            if (handed.contains(name)) whole.add(name);
            else others.add(file);
        }
        if (!others.isEmpty()) account.wrong(when + " left " + others);
        if (!whole.equals(handed)) account.wrong(when + ": recorded " + handed + " and on the stick " + whole);
        for (var name : whole) {
            if (outgoing.verify(name) != 0) account.wrong(when + ": " + name + " does not verify: " + outgoing.typed().saidLast());
        }
    }

    /** Nothing is begun on a stick that has no room for it, and there is a sentence for it. */
    private void full(Outgoing outgoing) throws IOException, InterruptedException {
        outgoing.clear();
        var before = outgoing.handed();
        long room = Files.getFileStore(outgoing.stick()).getUsableSpace();
        var film = outgoing.stick().resolve("film.mp4");
        try (var out = Files.newOutputStream(film)) {
            for (long left = room - (64 << 10); left > 0; left -= 1 << 16) out.write(new byte[(int) Math.min(left, 1 << 16)]);
        }
        int code = outgoing.typed().run();
        var left = Leavings.of(outgoing.stick());
        account.say("  FAT, full: ended with " + code + ", left " + left);
        if (code != 1 || !outgoing.typed().saidLast().contains("stick.full")) account.wrong("a full stick was not said: " + outgoing.typed().saidLast());
        if (!left.equals(List.of("film.mp4")) || !outgoing.handed().equals(before)) account.wrong("on a full stick there is " + left);
    }

    /** On FAT it is the same name, and nobody's file is written over. */
    private void sameNameInCapitals(Outgoing outgoing) throws IOException, InterruptedException {
        outgoing.clear();
        outgoing.require();
        var last = outgoing.handed().last();
        outgoing.clear();
        var next = last.replaceFirst("-r[0-9]+$", "") + "-R" + (outgoing.begun() + 1);
        var foreign = outgoing.stick().resolve(next.toUpperCase(java.util.Locale.ROOT) + ".MPKG");
        Files.writeString(foreign, "somebody else's");
        int code = outgoing.typed().run();
        account.say("  FAT, the name in capitals: ended with " + code + ", left " + Leavings.of(outgoing.stick()));
        if (code != 1 || !outgoing.typed().saidLast().contains("stick.there")) account.wrong("the same name in capitals was not said: " + outgoing.typed().saidLast());
        if (!Files.readString(foreign).equals("somebody else's")) account.wrong("somebody else's file was written over");
    }
}
