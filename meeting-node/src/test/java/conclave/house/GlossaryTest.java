package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Refusal;
import conclave.meeting.event.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever gives a thing a name says what it is called in the room. */
class GlossaryTest {

    private static final Pattern QUOTED = Pattern.compile("`(?:[A-Z]\\w*\\.)?([A-Za-z]\\w*)`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:record|class|interface|enum)\\s+([A-Z]\\w*)");
    /** Only the machine room of the package speaks of it. */
    private static final List<String> UNSPOKEN = List.of("Sorted", "Node");

    @Test
    void everyNameOfTheCoreIsInTheGlossary() throws IOException {
        var known = known(Files.readString(Tree.ROOT.resolve("meeting-node/docs/glossary.md")));
        assertEquals(List.of(), missing(names(), known));
    }

    @Test
    void aNameThatNobodyExplainedIsFound() {
        assertEquals(List.of("BurnBallot"), missing(List.of("SignIn", "BurnBallot"), known("| `SignIn`, `Item.Room` | 签到 |")));
        assertTrue(known("| `Item.Room` |").contains("Room"));
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var source : Tree.files(Tree.CORE.resolve("event"), ".java")) {
            var declared = DECLARED.matcher(source.code().text());
            while (declared.find()) names.add(declared.group(1));
        }
        Stream.of(Role.values()).map(Role::name).forEach(names::add);
        Stream.of(Refusal.Code.values()).map(Refusal.Code::name).forEach(names::add);
        return names;
    }

    private static TreeSet<String> known(String page) {
        var known = new TreeSet<String>();
        var quoted = QUOTED.matcher(page);
        while (quoted.find()) known.add(quoted.group(1));
        return known;
    }

    private static List<String> missing(List<String> names, TreeSet<String> known) {
        return names.stream().filter(name -> !known.contains(name) && !UNSPOKEN.contains(name)).distinct().sorted().toList();
    }
}
