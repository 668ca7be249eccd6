package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published dictionary is the one that the reader uses, entry for entry. */
class DictionaryTest {

    @Test
    void theDocumentSaysWhatTheReaderReads() throws IOException {
        var page = Files.readString(Path.of("docs/dictionary.md"));
        for (var table : Dictionary.tables()) {
            var standard = table.standard().equals("ours") ? "*ours* 自定" : table.standard();
            var heading = "## " + table.name() + " · " + table.nameEn() + " — `" + table.code() + "` (" + standard + ")";
            assertTrue(page.contains(heading), heading);
            var section = page.substring(page.indexOf(heading) + heading.length()).split("\n## ")[0];
            var rows = section.lines().filter(it -> it.startsWith("| ") && !it.startsWith("| code")).toList();
            assertEquals(table.entries().stream().map(it -> "| " + it.code() + " | " + it.word() + " | " + String.join("、", it.also()) + " |").toList(), rows, table.code());
        }
        assertEquals(Dictionary.tables().size(), page.lines().filter(it -> it.startsWith("## ")).count());
    }

    @Test
    void nothingInATableMeansTwoThings() {
        for (var table : Dictionary.tables()) {
            var seen = new TreeSet<String>();
            var twice = new ArrayList<String>();
            for (var it : table.entries()) Stream.concat(Stream.of(it.code(), it.word()), it.also().stream()).filter(word -> !seen.add(word)).forEach(twice::add);
            assertEquals(List.of(), twice, table.code());
        }
    }

    @Test
    void ourOwnWordsAreThoseOfTheFormat() {
        assertEquals(words(MeetingFile.Role.values()), codes("role"));
        assertEquals(words(MeetingFile.Tier.values()), codes("tier"));
        assertEquals(words(MeetingFile.Policy.values()), codes("policy"));
        assertEquals(words(MeetingFile.Kind.values()), codes("meetingKind"));
        assertEquals(words(MeetingFile.DocumentKind.values()), codes("documentKind"));
        assertEquals(words(Ground.values()), codes("ground"));
    }

    @Test
    void theFiftySixAreThere() {
        assertEquals("维吾尔族", Dictionary.table("ethnicity").find("05").orElseThrow().word());
        assertEquals("维吾尔族", Dictionary.table("ethnicity").find("维吾尔").orElseThrow().word());
        assertEquals("基诺族", Dictionary.table("ethnicity").find("56").orElseThrow().word());
    }

    private static TreeSet<String> words(Enum<?>[] constants) {
        return new TreeSet<>(Stream.of(constants).map(it -> Persons.camel(it.name())).toList());
    }

    private static TreeSet<String> codes(String table) {
        return new TreeSet<>(Dictionary.table(table).entries().stream().map(Dictionary.Entry::code).toList());
    }
}
