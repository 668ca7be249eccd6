package conclave.house;

import java.util.List;

/** What does not stand anywhere. The words themselves are taken apart here, so that this file may stand too. */
final class TreeBans {

    private static final String NAMES = "(Manager|Helper|Util|Utils|Impl|Base|Common)";

    /** Over Java without comments and literals. */
    static final List<Ban> JAVA = List.of(
            Ban.on("\\b(class|record|interface|enum)\\s+(\\w*" + NAMES + "|" + NAMES + "[A-Z]\\w*)\\b", "a noun of the field: what is it to the people in the room?"),
            Ban.on("\\bcatch\\s*\\([^)]*\\b(ignored|ignore|unused)\\s*\\)", "answer it, wrap it or let it go up; a value that says so is an answer"),
            Ban.on("\\bcatch\\s*\\([^)]*\\)\\s*\\{\\s*\\}", "answer it, wrap it or let it go up"),
            Ban.on("\\bprintStackTrace\\s*\\(", "a sentence in the log, with the exception"),
            Ban.on("@Disabled\\b|\\bMockito\\b|\\bEasyMock\\b", "a test that runs, and an in-memory twin that keeps the same promises"));

    /** Over Java that tests. */
    static final List<Ban> TESTS = List.of(
            Ban.on("\\bThread\\s*\\.\\s*sleep\\b|\\bTimeUnit\\s*\\.\\s*\\w+\\s*\\.\\s*sleep\\b", "wait for the event: a latch, a future, a line of the child"));

    /** Over pages and their scripts, comments and literals blanked. */
    static final List<Ban> PAGES = List.of(
            Ban.on("\\bcatch\\s*(\\([^)]*\\))?\\s*\\{\\s*\\}", "show it, keep it for a retry, or log it"),
            Ban.on("\\bv-html\\b|\\binnerHTML\\b", "text: the page writes no markup that came over the wire"),
            Ban.on("\\bMath\\s*\\.\\s*random\\s*\\(", "crypto.getRandomValues"));

    /** Over every text as it stands. */
    static final List<Ban> TEXT = List.of(
            Ban.on("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b", "do it now, or write an issue"),
            Ban.on("(?<![\\w.])/(wo" + "rk|ro" + "ot|home/\\w+|Users/\\w+)/|/tm" + "p/h/", "a path from the project's root, a property or an argument"),
            Ban.on("registry\\.npm" + "js\\.org|registry\\.npm" + "mirror|repo\\.maven\\.apa" + "che\\.org|repo1\\.ma" + "ven|deb\\.deb" + "ian\\.org|art" + "ifactory|\\bne" + "xus\\b",
                    "nothing: each machine knows its own registries"),
            Ban.on("BEGIN (EC |RSA |ENCRYPTED )?PRIVATE" + " KEY-----\\s+[A-Za-z0-9+/]{16}", "keys are made on the machine that uses them"),
            Ban.on("farm-st" + "udio|farm-be" + "nch", "nothing: tools of the workshop are not part of the product"));

    private TreeBans() {
    }

    /** File names tell as much as type names. */
    static List<String> names(List<Tree.Source> pages) {
        return pages.stream().map(Tree.Source::name)
                .filter(name -> name.substring(name.lastIndexOf('/') + 1).matches("(?i)(\\w*" + NAMES + "|" + NAMES + ")\\.(ts|vue)"))
                .map(name -> name + "  → a noun of the field").toList();
    }

    static List<String> tooLong(List<Tree.Source> sources) {
        return sources.stream().filter(source -> source.text().lines().count() > 500)
                .map(source -> source.name() + " has more than 500 lines  → two files, each with one thing to say").toList();
    }
}
