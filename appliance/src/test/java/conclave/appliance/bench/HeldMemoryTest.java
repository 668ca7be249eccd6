package conclave.appliance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Java says of its collections, and what is taken from it: what was left, never what there was before. */
class HeldMemoryTest {

    @TempDir
    private Path temp;

    @Test
    void theMostThatACollectionLeftIsWhatIsHeld() throws IOException {
        var log = Files.writeString(temp.resolve("gc"), """
                [0.010s][info][gc] Using G1
                [0.210s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->5M(64M) 4.100ms
                [0.310s][info][gc] GC(1) Pause Young (Concurrent Start) (G1 Evacuation Pause) 60M->31M(128M) 4.100ms
                [0.320s][info][gc] GC(2) Pause Remark 90M->90M(128M) 1.000ms
                [0.330s][info][gc] GC(2) Pause Cleanup 91M->91M(128M) 0.100ms
                [0.340s][info][gc] GC(2) Concurrent Mark Cycle 9.000ms
                [0.410s][info][gc] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 99M->12M(128M) 4.100ms
                """);
        assertEquals(31, HeldMemory.mostLeft(log));
    }

    @Test
    void whatWasNeverCollectedHeldNothingThatIsKnown() throws IOException {
        assertEquals(0, HeldMemory.mostLeft(Files.writeString(temp.resolve("gc"), "[0.010s][info][gc] Using G1\n")));
    }

    @Test
    void aSizeIsGigabytesAndFiles() throws IOException {
        assertEquals("24 GB, 60000 files", HeldMemory.Load.of("24:60000").said());
        assertEquals("0.6 GB, 1000 files", HeldMemory.Load.of("0.6:1000").said());
        for (var wrong : new String[] {"", "24", "24:", "24:many", "heavy:7"}) assertThrows(IOException.class, () -> HeldMemory.Load.of(wrong), wrong);
    }
}
