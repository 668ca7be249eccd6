package conclave.appliance.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.pack.Counter;
import conclave.appliance.pack.VerifyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave prepare}, as an office types it: from its folder, and from a package that stands already. */
class PrepareCommandTest {

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws IOException {
        counter = Counter.at(temp);
    }

    @Test
    void fromTheFolderOverAPackageToTheVenue() throws IOException {
        var work = counter.file("work");
        assertEquals(0, prepare(counter.file("sample"), "--work", work), counter::said);
        assertTrue(counter.said().contains("尚未制成数据包"), counter::said);
        int documents = prepared();
        assertTrue(documents > 0);
        assertEquals(0, prepare(counter.file("sample"), "--work", work, "--json", "--out", counter.file("stick"), "--name", "P", "--key", counter.file("office.key"),
                "--recipient", counter.file("venue.crt")), counter::said);
        assertTrue(counter.said().contains("\"here\":0") && counter.said().contains("\"documents\":" + documents), counter::said);
        assertEquals(0, counter.type(new VerifyCommand(), counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt"), "--key", counter.file("venue.key")),
                counter::said);
        assertEquals(0, prepare(counter.file("stick/P.mpkg"), "--work", work, "--json", "--key", counter.file("venue.key"), "--trust", counter.file("office.crt"),
                "--out", counter.file("stick"), "--name", "Q", "--sign-key", counter.file("office.key"), "--recipient", counter.file("venue.crt")), counter::said);
        assertTrue(counter.said().contains("\"here\":0"), counter::said);
        assertEquals(0, counter.bringNamed("Q", "--json"), counter::said);
        assertTrue(counter.said().contains("\"state\":\"waiting\""), counter::said);
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsDone() throws IOException {
        assertEquals(2, prepare(counter.file("sample"), "--address", "here"));
        assertEquals(2, prepare(counter.file("sample"), "--threads", "0"));
        assertEquals(2, prepare(counter.file("sample"), "--profile", "none"));
        assertFalse(Files.exists(temp.resolve("sample.prepare")));
        assertEquals(1, prepare(counter.file("sample"), "--work", temp.toString()));
        assertTrue(counter.said().contains("prepare.not-a-workshop"), counter::said);
        assertEquals(1, prepare(counter.file("stick"), "--work", counter.file("work")));
        assertEquals(2, prepare(counter.file("sample"), "--work", counter.file("work"), "--out", counter.file("stick"), "--recipient", counter.file("venue.crt")));
        assertTrue(counter.said().contains("--sign-key"), counter::said);
        assertEquals(0, Files.exists(temp.resolve("work/prepared")) ? prepared() : 0, "the key is asked for first");
    }

    private int prepare(String source, String... more) {
        return counter.type(new PrepareCommand(), Counter.with(List.of(source, "--no-ocr", "--threads", "1"), more));
    }

    private int prepared() throws IOException {
        try (var files = Files.list(temp.resolve("work/prepared"))) {
            return (int) files.count();
        }
    }
}
