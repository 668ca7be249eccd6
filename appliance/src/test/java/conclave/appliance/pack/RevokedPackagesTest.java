package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.result.RevokeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stick with a meeting on it is lost on its way: who built it revokes it, and builds it again. */
class RevokedPackagesTest {

    private static final String LOST = "pkg-lost";

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws IOException {
        counter = Counter.at(temp);
        assertEquals(0, counter.build("--id", LOST), counter::said);
        assertTrue(counter.said().contains("请记下编号 " + LOST), counter::said);
    }

    private int revoke(String which, String key, String out, String... more) {
        return counter.type(new RevokeCommand(), Counter.with(List.of(which, "--key", counter.file(key + ".key"), "--out", counter.file(out)), more));
    }

    /** The folder is a node's since somebody first tried to import. */
    private void dropped(String file, String name) throws IOException {
        if (!Files.exists(temp.resolve("data"))) assertEquals(1, counter.bring("--meeting", "another"), counter::said);
        var folder = Files.createDirectories(temp.resolve("data/revoked"));
        Files.copy(temp.resolve(file), folder.resolve(name));
    }

    private void nothingIsHere() {
        assertFalse(Files.exists(temp.resolve("data/intake/journal.jsonl")));
    }

    @Test
    void byItsIdAloneItIsRefusedEverywhereAndItsSuccessorIsTaken() throws IOException {
        assertEquals(0, revoke(LOST, "office", "r.p7s", "--meeting", "P"), counter::said);
        assertEquals(1, revoke(LOST, "office", "r.p7s", "--meeting", "P"), "nothing is overwritten");
        assertTrue(counter.said().contains("revoke.exists"), counter::said);
        assertEquals(1, counter.bring("--revoked", counter.file("r.p7s"), "--json"));
        assertTrue(counter.said().contains("\"code\":\"package.revoked\""), counter::said);
        for (var command : List.<Callable<Integer>>of(new VerifyCommand(), new InspectCommand())) {
            counter.type(command, counter.file("stick/P.mpkg"), "--trust", counter.file("office.crt"), "--revoked", counter.file("r.p7s"));
            assertTrue(counter.said().contains("package.revoked") && !counter.said().contains("✓"), counter::said);
        }
        dropped("r.p7s", "r.p7s");
        assertEquals(1, counter.bring("--json"));
        assertTrue(counter.said().contains("\"code\":\"package.revoked\""), counter::said);
        nothingIsHere();
        assertEquals(0, counter.build("--name", "Q", "--meeting", "P", "--id", "pkg-again", "--replaces", LOST), counter::said);
        assertTrue(counter.said().contains("代替已遗失的 replaces " + LOST), counter::said);
        assertEquals(0, counter.bringNamed("Q"), counter::said);
        Files.delete(temp.resolve("data/revoked/r.p7s"));
        assertEquals(1, counter.bring("--json"));
        assertTrue(counter.said().contains("import.rollback"), "the lost one comes too late also where nobody brought its revocation");
    }

    @Test
    void byACopyThatWasKeptAndByNobodyElse() throws IOException {
        assertEquals(1, revoke(counter.file("stick/P.mpkg"), "stranger", "s.p7s"));
        assertTrue(counter.said().contains("revoke.other-signer"), counter::said);
        assertFalse(Files.exists(temp.resolve("s.p7s")));
        assertEquals(0, revoke(counter.file("stick/P.mpkg.p7s"), "office", "stick", "--json"), counter::said);
        assertTrue(counter.said().contains("\"meeting\":\"P\"") && Files.exists(temp.resolve("stick/" + LOST + ".revoked.p7s")), counter::said);
        assertEquals(0, revoke(LOST, "stranger", "s.p7s", "--meeting", "P"), "without the package nobody can say whose it is");
        dropped("s.p7s", "revoked-" + LOST + ".p7s");
        assertEquals(0, counter.bring("--trust", counter.file("stranger.crt")), counter::said);
        assertFalse(counter.said().contains("revoked 文件夹"), "it holds, and revokes nothing of others");
    }

    @Test
    void whoIsTakenInAlreadyIsToldAndNothingChanges() throws IOException {
        assertEquals(0, counter.bring(), counter::said);
        assertEquals(0, revoke(counter.file("stick/P.mpkg"), "office", "r.p7s"), counter::said);
        dropped("r.p7s", "r.p7s");
        var journal = Files.readString(temp.resolve("data/intake/journal.jsonl"));
        assertEquals(1, counter.bring("--json"));
        assertTrue(counter.said().contains("import.revoked-late") && counter.said().contains("没有作任何改动"), counter::said);
        assertEquals(journal, Files.readString(temp.resolve("data/intake/journal.jsonl")));
        assertTrue(Files.exists(temp.resolve("data/intake/meetings/" + LOST)));
    }

    @Test
    void aTornFileStopsOnlyThePackageWhoseNameItBears() throws IOException {
        assertEquals(0, revoke(LOST, "office", "r.p7s", "--meeting", "P"), counter::said);
        var bytes = Files.readAllBytes(temp.resolve("r.p7s"));
        Files.write(temp.resolve("torn"), Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(1, counter.bring("--revoked", counter.file("torn"), "--json"), "what was given must hold");
        dropped("torn", LOST + ".revoked.p7s");
        assertEquals(1, counter.bring("--json"));
        assertTrue(counter.said().contains("\"code\":\"revocation.torn\""), counter::said);
        nothingIsHere();
        Files.move(temp.resolve("data/revoked/" + LOST + ".revoked.p7s"), temp.resolve("data/revoked/other.revoked.p7s"));
        assertEquals(0, counter.bring(), counter::said);
        assertTrue(counter.said().contains("other.revoked.p7s 不是有效的作废声明"), counter::said);
    }

    @Test
    void aForgedOneIsPassedOverUnderWhateverName() throws IOException {
        assertEquals(0, revoke(LOST, "stranger", "s.p7s", "--meeting", "P"), counter::said);
        dropped("s.p7s", LOST + ".revoked.p7s");
        assertEquals(0, counter.bring(), counter::said);
        assertTrue(counter.said().contains("signer.untrusted"), counter::said);
    }

    @Test
    void whatWasRevokedIsNotAmended() {
        assertEquals(0, revoke("pkg-1", "office", "r.p7s", "--meeting", "P"), counter::said);
        assertEquals(1, counter.amend(counter.file("sample"), "--revoked", counter.file("r.p7s"), "--json"));
        assertTrue(counter.said().contains("package.revoked"), counter::said);
    }

    @Test
    void wrongUseIsTwo() {
        assertEquals(2, revoke(LOST, "office", "r.p7s"));
        assertTrue(counter.said().contains("--meeting"), counter::said);
        assertEquals(2, revoke("../x", "office", "r.p7s", "--meeting", "P"));
        assertEquals(2, revoke(LOST, "office", "r.p7s", "--meeting", "P", "--data", counter.file("data")));
        assertEquals(2, revoke(LOST, "office", "r.p7s", "--meeting", "P", "--reason", " "));
        assertEquals(1, revoke(LOST, "venue", "r.p7s", "--meeting", "P"));
        assertTrue(counter.said().contains("signer.role"), counter::said);
        assertEquals(1, revoke(counter.file("stick/none.mpkg"), "office", "r.p7s"));
        assertTrue(counter.said().contains("signature.absent"), counter::said);
        assertEquals(2, counter.build("--name", "R", "--replaces", LOST, "--predecessor", "pkg-other"));
    }
}
