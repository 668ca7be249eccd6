package conclave.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    private Path root() {
        return temp.resolve("data");
    }

    @Test
    void twoProcessesNeverShareAFolder() throws Exception {
        var other = startHolder();
        try (var reader = other.inputReader()) {
            assertEquals("held", reader.readLine());
            var refused = onlyFinding(DataFolder.open(root()));
            assertEquals("data.in-use", refused.what());
            assertEquals(Long.toString(other.pid()), refused.facts().get("process"));
            other.destroyForcibly().waitFor();
            opened().close();
        }
    }

    @Test
    void theFolderIsRefusedToASecondProcessWhileThisOneHoldsIt() throws Exception {
        try (var folder = opened()) {
            assertTrue(Files.isDirectory(folder.node()));
            var other = startHolder();
            try (BufferedReader reader = other.inputReader()) {
                assertEquals("data.in-use", reader.readLine());
            } finally {
                other.destroy();
            }
            assertEquals("data.in-use", onlyFinding(DataFolder.open(root())).what());
        }
        opened().close();
    }

    @Test
    void aFolderOfANewerVersionIsRefusedInOneSentence() throws IOException {
        opened().close();
        Files.writeString(root().resolve("format"), "conclave-data 2\n");
        var refused = onlyFinding(DataFolder.open(root()));
        assertEquals("The data folder " + root() + " was written by a newer version (layout 2); this one knows layout 1.",
                FindingWords.in(Locale.ENGLISH).what(refused));
        Files.writeString(root().resolve("format"), "conclave-data 1\n");
        opened().close();
    }

    @Test
    void aDamagedFormatMarkIsNotTakenForAFreshFolder() throws IOException {
        opened().close();
        for (var text : List.of("", "conclave-data", "conclave-data one", "something else")) {
            Files.writeString(root().resolve("format"), text);
            assertEquals("data.format.unreadable", onlyFinding(DataFolder.open(root())).what(), text);
        }
        Files.writeString(root().resolve("format"), "conclave-data 0\n");
        assertEquals("data.format.older", onlyFinding(DataFolder.open(root())).what());
    }

    @Test
    void aMistypedOptionDoesNotTakeOverSomebodysFiles() throws IOException {
        Files.writeString(temp.resolve("thesis.doc"), "");
        var refused = onlyFinding(DataFolder.open(temp));
        assertEquals("data.foreign", refused.what());
        assertEquals("thesis.doc", refused.facts().get("holds"));
        assertFalse(Files.exists(temp.resolve("lock")));
        assertEquals("data.not-a-folder", onlyFinding(DataFolder.open(temp.resolve("thesis.doc"))).what());
    }

    @Test
    void aStartThatWasCutOffBeforeTheMarkBeginsAgain() throws IOException {
        Files.createDirectories(root());
        Files.writeString(root().resolve("lock"), "");
        Files.writeString(root().resolve("format.part"), "concl");
        Files.createDirectory(root().resolve("lost+found"));
        opened().close();
    }

    @Test
    void nobodyElseLooksIntoTheFolder() throws IOException {
        try (var folder = opened()) {
            for (var part : List.of(root(), folder.node(), folder.meeting("mtg-1"))) {
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
            }
        }
    }

    @Test
    void aMeetingsIdCannotLeadOutOfTheFolder() throws IOException {
        try (var folder = opened()) {
            for (var id : List.of("..", "../x", "a/b", "", ".hidden", "a\0b")) {
                assertThrows(IllegalArgumentException.class, () -> folder.meeting(id));
            }
        }
    }

    @Test
    void aNodeKeepsItsIdAndKnowsWhetherItEverHeldAMeeting() throws IOException {
        try (var folder = opened()) {
            assertFalse(folder.holdsMeetings());
            assertEquals("n-1", folder.nodeId(() -> "n-1"));
            folder.meeting("mtg-1");
        }
        try (var folder = opened()) {
            assertEquals("n-1", folder.nodeId(() -> "n-2"));
            assertTrue(folder.holdsMeetings());
        }
    }

    @Test
    void aDiskThatIsNearlyFullIsToldWithNumbers() throws IOException {
        try (var folder = opened()) {
            assertTrue(folder.freeBytes() > 0);
            assertTrue(folder.checkFreeSpace(1).isEmpty());
            assertEquals("data.space", folder.checkFreeSpace(Long.MAX_VALUE).orElseThrow().what());
        }
    }

    private DataFolder opened() {
        var opened = DataFolder.open(root());
        assertEquals(List.of(), opened.findings());
        return opened.value().orElseThrow();
    }

    private static Finding onlyFinding(Checked<DataFolder> checked) {
        assertTrue(checked.value().isEmpty());
        assertEquals(1, checked.findings().size());
        return checked.findings().getFirst();
    }

    private Process startHolder() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), HoldsFolder.class.getName(),
                root().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
