package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    Path folder;

    @Test
    void aKeyFileOfTheWrongSizeIsOneClearSentence() throws IOException {
        var file = folder.resolve("key");
        MeetingKey.found(file, "mtg-1");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 31));
        var refusal = assertThrows(Unusable.class, () -> MeetingKey.open(file, "mtg-1"));
        assertEquals("key.size", refusal.code());
        assertEquals("The key file key is 31 bytes long instead of 40. Restore it from the copy of this data folder.",
                refusal.getMessage());
    }

    @Test
    void aFlippedBitInAKeyFileIsNoticedBeforeTheKeyIsUsed() throws IOException {
        var file = folder.resolve("key");
        MeetingKey.found(file, "mtg-1");
        var good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            var changed = good.clone();
            changed[i] ^= 4;
            Files.write(file, changed);
            assertEquals("key.changed", assertThrows(Unusable.class, () -> MeetingKey.open(file, "mtg-1")).code());
        }
    }

    @Test
    void theKeyOfOneMeetingIsNotTakenForAnothers() throws IOException {
        var file = folder.resolve("key");
        MeetingKey.found(file, "mtg-1");
        assertThrows(Unusable.class, () -> MeetingKey.open(file, "mtg-2"));
    }

    @Test
    void aKeyIsNeverOverwrittenByANewOne() throws IOException {
        var file = folder.resolve("key");
        MeetingKey.found(file, "mtg-1");
        assertThrows(FileAlreadyExistsException.class, () -> MeetingKey.found(file, "mtg-1"));
    }

    @Test
    void onlyTheOwnerReadsAKey() throws IOException {
        NodeKeys.at(folder, true);
        try (var files = Files.list(folder.resolve("keys"))) {
            for (var file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
            }
        }
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
    }

    @Test
    void aDestroyedKeyIsGoneFromItsPlace() throws IOException {
        var file = folder.resolve("key");
        var key = MeetingKey.found(file, "mtg-1");
        var linked = folder.resolve("second-name");
        Files.createLink(linked, file);
        var before = Files.readAllBytes(file);
        key.destroy();
        assertFalse(Files.exists(file));
        assertFalse(Arrays.equals(before, Files.readAllBytes(linked)), "overwritten before it was deleted");
        assertThrows(Unusable.class, () -> MeetingKey.open(file, "mtg-1"));
    }

    @Test
    void aReopenedKeyOpensWhatItSealedBefore() throws IOException {
        var file = folder.resolve("key");
        var sealed = MeetingKey.found(file, "mtg-1").texts().seal("unit", "某某大学");
        assertEquals("某某大学", MeetingKey.open(file, "mtg-1").texts().open("unit", sealed));
    }

    @Test
    void lostNodeKeysAreNotQuietlyReplaced() throws IOException {
        NodeKeys.at(folder, true);
        Files.delete(folder.resolve("keys/pepper"));
        assertEquals("key.absent", assertThrows(Unusable.class, () -> NodeKeys.at(folder, true)).code());
        Files.move(folder.resolve("keys"), folder.resolve("lost"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals("key.absent", assertThrows(Unusable.class, () -> NodeKeys.at(folder, false)).code());
    }

    @Test
    void aFirstStartThatWasCutOffBeginsAgain() throws IOException {
        Files.createDirectory(folder.resolve("keys.part"));
        Files.write(folder.resolve("keys.part/pepper"), new byte[3]);
        var keys = NodeKeys.at(folder, true);
        assertEquals(keys.signing().id(), NodeKeys.at(folder, false).signing().id());
        assertFalse(Files.exists(folder.resolve("keys.part")));
    }

    @Test
    void aSigningKeyWithAnothersPublicHalfIsRefused() throws IOException {
        NodeKeys.at(folder, true);
        Files.write(folder.resolve("keys/signing.pub"), SigningKey.fresh().publicKey());
        assertEquals("key.changed", assertThrows(Unusable.class, () -> NodeKeys.at(folder, true)).code());
    }

    @Test
    void aSigningKeyThatIsNoneIsAClearSentence() throws IOException {
        NodeKeys.at(folder, true);
        Files.writeString(folder.resolve("keys/signing.p8"), "not a key");
        var refusal = assertThrows(Unusable.class, () -> NodeKeys.at(folder, true));
        assertTrue(refusal.getMessage().startsWith("The key file signing.p8 was changed"));
    }

    @Test
    void aKeyForOnePurposeIsNoneForAnother() {
        var secret = Secret.fresh();
        assertArrayEquals(secret.derive("a"), secret.derive("a"));
        assertFalse(Arrays.equals(secret.derive("a"), secret.derive("b")));
    }
}
