package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Member;
import conclave.main.KitFounding;
import conclave.main.KitFounding.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave package build, inspect, verify, import}, as somebody types them. */
class PackageCommandsTest {

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws IOException {
        counter = Counter.at(temp);
    }

    @Test
    void fromAFolderToTheVenue() {
        assertEquals(0, counter.build(), counter::said);
        assertTrue(counter.said().contains("数据包已制成并签名"), counter::said);
        assertEquals(0, counter.type(new InspectCommand(), counter.file("stick/P.mpkg")), counter::said);
        assertTrue(counter.said().contains("signer.untrusted") && !counter.said().contains("Sequence"), counter::said);
        assertEquals(0, counter.type(new InspectCommand(), counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt")), counter::said);
        assertTrue(counter.said().contains("Sequence"), counter::said);
        assertEquals(0, counter.type(new VerifyCommand(), counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt"), "--key", counter.file("venue.key")),
                counter::said);
        assertTrue(counter.said().contains("Every chunk and every file holds"), counter::said);
        assertEquals(0, counter.bring(), counter::said);
        assertTrue(counter.said().contains("数量与发送方一致"), counter::said);
        assertEquals(0, counter.bring("--json"), counter::said);
        assertTrue(counter.said().contains("\"already\":true"), counter::said);
    }

    @Test
    void inTheGmProfileWithItsOwnListOfSums() {
        assertEquals(0, counter.gmBuild(), counter::said);
        assertEquals(0, counter.type(new VerifyCommand(), counter.file("stick/G.mpkg"), "--trust", counter.file("gm-office.crt"), "--key", counter.file("gm-venue.key")),
                counter::said);
        assertEquals(0, counter.type(new ImportCommand(), counter.file("stick/G.mpkg"), "--data", counter.file("data"), "--trust", counter.file("gm-office.crt"),
                "--key", counter.file("gm-venue.key"), "--json"), counter::said);
        assertTrue(counter.said().contains("\"state\":\"waiting\""), counter::said);
    }

    @Test
    void underAPassphrase() throws IOException {
        Files.writeString(temp.resolve("right"), "一句很长的口令 with words\n");
        Files.writeString(temp.resolve("wrong"), "another\n");
        var build = List.of(counter.file("sample"), "--out", counter.file("stick"), "--name", "P", "--key", counter.file("office.key"));
        assertEquals(0, counter.type(new BuildCommand(), Counter.with(build, "--passphrase-file", counter.file("right"))), counter::said);
        var bring = List.of(counter.file("stick/P.mpkg"), "--data", counter.file("data"), "--trust", counter.file("office.crt"), "--json");
        assertEquals(1, counter.type(new ImportCommand(), Counter.with(bring, "--passphrase-file", counter.file("wrong"))));
        assertTrue(counter.said().contains("\"code\":\"envelope.passphrase\""), counter::said);
        assertEquals(1, counter.type(new ImportCommand(), Counter.with(bring, "--key", counter.file("venue.key"))));
        assertTrue(counter.said().contains("envelope.passphrase-wanted"), counter::said);
        assertEquals(0, counter.type(new ImportCommand(), Counter.with(bring, "--passphrase-file", counter.file("right"))), counter::said);
    }

    @Test
    void whoIsNotTrustedNotMeantOrTooLate() {
        assertEquals(0, counter.build("--valid-from", "2026-03-01", "--valid-until", "2026-03-31"), counter::said);
        var bring = List.of(counter.file("stick/P.mpkg"), "--data", counter.file("data"), "--json");
        assertEquals(1, counter.type(new ImportCommand(), Counter.with(bring, "--key", counter.file("venue.key"))));
        assertTrue(counter.said().contains("signer.untrusted"), counter::said);
        assertEquals(1, counter.type(new ImportCommand(), Counter.with(bring, "--key", counter.file("venue.key"), "--trust", counter.file("stranger.crt"))));
        assertTrue(counter.said().contains("signer.untrusted"), counter::said);
        assertEquals(1, counter.type(new ImportCommand(), Counter.with(bring, "--key", counter.file("stranger.key"), "--trust", counter.file("office.crt"))));
        assertTrue(counter.said().contains("envelope.recipient"), counter::said);
        assertEquals(1, counter.bring("--json"));
        assertTrue(counter.said().contains("package.expired"), counter::said);
        assertFalse(Files.exists(temp.resolve("data/intake/journal.jsonl")));
    }

    /** Whoever packs the list says when it was closed; whoever opens the package sees how much of the 24 hours is left. */
    @Test
    void theClockOfTheWayInRunsFromTheListsFreezeToTheAgreedCounts() {
        var frozen = Instant.now().minus(Duration.ofHours(23)).truncatedTo(ChronoUnit.SECONDS);
        assertEquals(2, counter.build("--frozen", "yesterday"));
        assertEquals(0, counter.build("--frozen", frozen.toString()), counter::said);
        assertEquals(0, counter.type(new InspectCommand(), counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt")), counter::said);
        assertTrue(counter.said().contains("!! 接收时限") && counter.said().contains("请立即办理"), counter::said);
        assertEquals(0, counter.bring("--json"), counter::said);
        assertTrue(counter.said().contains("\"grade\":\"met\""), counter::said);
        assertEquals(0, counter.build("--name", "L", "--id", "pkg-late", "--meeting", "late", "--frozen", frozen.minus(Duration.ofHours(2)).toString()), counter::said);
        assertEquals(0, counter.bringNamed("L"), counter::said);
        assertTrue(counter.said().contains("完成时已超过 1 小时"), counter::said);
    }

    /** What the report says of whom is for whoever asked for it. */
    @Test
    void theCompletenessReportIsWrittenWhereItIsAskedFor() throws IOException {
        assertEquals(0, counter.build(), counter::said);
        for (var name : List.of("verified.xlsx", "imported.xlsx")) {
            var report = temp.resolve(name);
            assertEquals(0, name.startsWith("v") ? counter.type(new VerifyCommand(), counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt"), "--key",
                    counter.file("venue.key"), "--report", report.toString()) : counter.bring("--report", report.toString()), counter::said);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
            assertTrue(Files.size(report) > 3000);
        }
    }

    /** Where three nodes are run from one folder, the folder means its first server; a witness keeps no papers. */
    @Test
    void intoAKitItGoesAtAServerAndNeverAtTheWitness() throws IOException {
        var kit = temp.resolve("kit");
        var ports = new Member.Ports(8443, 8444, 8445, 8446);
        KitFounding.found(kit, Optional.empty(), List.of(new Wish("a", Member.Role.SERVER, "127.0.0.1", ports), new Wish("b", Member.Role.SERVER, "127.0.0.2", ports),
                new Wish("w", Member.Role.WITNESS, "127.0.0.3", ports))).value().orElseThrow();
        assertEquals(0, counter.build(), counter::said);
        assertEquals(1, counter.bring("--data", kit.resolve("w").toString(), "--json"));
        assertTrue(counter.said().contains("import.witness"), counter::said);
        assertFalse(Files.exists(kit.resolve("w/intake")));
        assertEquals(0, counter.bring("--data", kit.toString()), counter::said);
        assertTrue(Files.exists(kit.resolve("a/intake/journal.jsonl")));
    }

    @Test
    void wrongUseIsTwoAndSaysWhatIsMissing() {
        assertEquals(2, counter.type(new BuildCommand(), counter.file("sample"), "--out", counter.file("stick"), "--key", counter.file("office.key")));
        assertTrue(counter.said().contains("--recipient"), counter::said);
        assertEquals(2, counter.type(new BuildCommand(), counter.file("sample"), "--out", counter.file("stick"), "--recipient", counter.file("venue.crt")));
        assertTrue(counter.said().contains("--key"), counter::said);
        assertEquals(2, counter.type(new ImportCommand(), counter.file("stick/P.mpkg"), "--data", counter.file("data")));
    }

    @Test
    void aPackageIsNeverOverwritten() {
        assertEquals(0, counter.build(), counter::said);
        assertEquals(1, counter.build("--json"));
        assertTrue(counter.said().contains("volume.exists"), counter::said);
        assertEquals(0, counter.bring(), counter::said);
    }
}
