package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import conclave.exchange.result.Kept;
import conclave.exchange.result.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that goes on writing is copied up to what it has signed for, and no further. */
final class KeptTest {

    @TempDir
    Path place;
    Path meeting;
    Path copy;

    @BeforeEach
    void aNodeThatWrites() throws IOException {
        meeting = Files.createDirectory(place.resolve("meeting"));
        copy = Files.createDirectory(place.resolve("copy"));
        Files.writeString(meeting.resolve("roots.jsonl"), "{\"first\":1,\"size\":2}\n{\"first\":3,\"size\":1}\n{\"first\":4,\"si");
        Files.writeString(meeting.resolve("heads.jsonl"), "{\"size\":2}\n{\"size\":4}\n{\"size\":3}\n");
        Files.writeString(meeting.resolve("evidence.jsonl"), "one\ntwo\nthree\nfour\nfi");
    }

    @Test
    void linesThatNobodySignedForStayForTheNextTime() throws IOException {
        assertEquals(new Kept(3, 1), Kept.copy(meeting, copy));
        assertEquals("one\ntwo\nthree\n", Files.readString(copy.resolve("evidence.jsonl")));
        assertEquals("{\"size\":2}\n{\"size\":3}\n", Files.readString(copy.resolve("heads.jsonl")));
        assertEquals("{\"first\":1,\"size\":2}\n{\"first\":3,\"size\":1}\n", Files.readString(copy.resolve("roots.jsonl")));
    }

    @Test
    void signaturesForLinesThatAreGoneAreSaid() throws IOException {
        Files.writeString(meeting.resolve("evidence.jsonl"), "one\ntwo\n");
        assertThrows(ResultFolder.NoResult.class, () -> Kept.copy(meeting, copy));
    }

    @Test
    void whatIsNoSignatureIsSaid() throws IOException {
        Files.writeString(meeting.resolve("roots.jsonl"), "[]\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThrows(ResultFolder.NoResult.class, () -> Kept.copy(meeting, copy));
    }
}
