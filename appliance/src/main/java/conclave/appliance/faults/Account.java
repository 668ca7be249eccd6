package conclave.appliance.faults;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What is told of a suite while it runs, and everything that should not have happened. */
final class Account {

    private final PrintStream out;
    private final List<String> wrongs = new ArrayList<>();

    Account(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String sentence) {
        out.println(sentence);
    }

    synchronized void wrong(String sentence) {
        wrongs.add(sentence);
        out.println("WRONG: " + sentence);
    }

    synchronized boolean clean() {
        return wrongs.isEmpty();
    }

    synchronized List<String> wrongs() {
        return List.copyOf(wrongs);
    }
}
