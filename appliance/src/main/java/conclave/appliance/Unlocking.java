package conclave.appliance;

import conclave.config.Finding;
import conclave.seal.KeyBox;
import conclave.seal.KeyShares;
import conclave.seal.KeyStick;
import conclave.seal.Unusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How a command opens a key box: with the stick, else with two shares that are typed one after the other. */
public final class Unlocking {

    private Unlocking() {
    }

    /** {@link Unusable} where it does not open; then nothing was done. */
    static void open(KeyBox box, Path stick, Consumer<String> say) throws IOException {
        if (box.isOpen()) return;
        if (stick != null) {
            box.open(KeyStick.keyFor(box.id(), stick).orElseThrow(() -> Unusable.stickAbsent(stick)));
            return;
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say.accept("第一份份额 The first share:");
        var first = line(in);
        say.accept("第二份份额 The second share:");
        box.open(KeyShares.join(box.id(), first, line(in)));
    }

    /** Where a command needs the keys of a folder that may be sealed; false when it was said why they are not to be had. */
    public static boolean opened(Path data, Path stick) throws IOException {
        try {
            var box = KeyBox.of(data);
            if (box.isPresent()) open(box.get(), stick, System.err::println);
            return true;
        } catch (Unusable closed) {
            Spoken.say(List.of(finding(closed)), false);
            return false;
        }
    }

    static Finding finding(Unusable unusable) {
        var facts = new ArrayList<String>();
        unusable.facts().forEach((name, value) -> facts.addAll(List.of(name, value)));
        return Finding.error(unusable.code(), facts.toArray(String[]::new));
    }

    private static String line(BufferedReader in) throws IOException {
        var line = in.readLine();
        return line == null ? "" : line.strip();
    }
}
