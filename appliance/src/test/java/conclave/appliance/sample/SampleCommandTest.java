package conclave.appliance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {

    @TempDir
    private Path temp;
    private final StringWriter said = new StringWriter();

    @Test
    void theOptionsReachTheMeeting() {
        var out = temp.resolve("m");
        assertEquals(0, run("--out", out.toString(), "--rooms", "1", "--experts", "3", "--applicants", "1", "--seed", "5", "--date", "2026-05-18"));
        var meeting = MeetingFolder.read(out).meeting().orElseThrow();
        assertEquals("2026-05-18", meeting.meeting().opens().toString());
        assertEquals(1, meeting.applicants().size());
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws Exception {
        var out = Files.createDirectory(temp.resolve("m"));
        assertEquals(1, run("--out", out.toString()));
        assertTrue(said.toString().contains("already"), said::toString);
        assertEquals(0, out.toFile().list().length);
    }

    @Test
    void wrongOptionsAreSaidInOneSentence() {
        assertEquals(2, run("--out", temp.resolve("m").toString(), "--rooms", "0"));
        assertEquals("参数不合要求，请核对取值范围。rooms must be from 1 to 20, not 0", said.toString().strip());
    }

    @Test
    void aKindThatIsNoneIsRefused() {
        assertEquals(2, run("--out", temp.resolve("m").toString(), "--kind", "exercise"));
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(said, true);
        return new CommandLine(new SampleCommand()).setOut(writer).setErr(writer).execute(arguments);
    }
}
