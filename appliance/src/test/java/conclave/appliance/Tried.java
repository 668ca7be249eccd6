package conclave.appliance;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A command as it is typed, what it ended with and all it said. */
public record Tried(int code, String text) {

    /** @param line parted at its spaces; what has spaces in it comes after */
    public static Tried of(String line, String... more) {
        var words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        var code = Conclave.line().setOut(out).setErr(out).execute(words.toArray(String[]::new));
        return new Tried(code, said.toString());
    }
}
