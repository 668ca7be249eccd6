package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextsTest {

    private static final String NAME = "阿不都热合曼·买买提";
    private static final String FIELD = "person/psn-1/name";

    @TempDir
    Path folder;
    private MeetingKey key;

    @BeforeEach
    void makeKey() throws IOException {
        key = MeetingKey.found(folder.resolve("key"), "mtg-1");
    }

    @Test
    void whatIsSealedOpensAsItWas() {
        for (var text : new String[] {"", "李", NAME, "x".repeat(31), "x".repeat(32), "\0\u0080", "备注。".repeat(2_000)}) {
            assertEquals(text, key.texts().open(FIELD, key.texts().seal(FIELD, text)));
        }
    }

    @Test
    void aChangedSignAnywhereIsRefused() {
        var sealed = key.texts().seal(FIELD, NAME);
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            var refusal = assertThrows(Damaged.class, () -> key.texts().open(FIELD, changed));
            assertEquals("sealed.text", refusal.code());
        }
    }

    @Test
    void aTextThatWasCutOrGrewIsRefused() {
        var sealed = key.texts().seal(FIELD, NAME);
        for (int length = 0; length < sealed.length(); length++) {
            var cut = sealed.substring(0, length);
            assertThrows(Damaged.class, () -> key.texts().open(FIELD, cut));
        }
        for (var more : new String[] {"A", "AAAA", "=", "\n", " "}) {
            assertThrows(Damaged.class, () -> key.texts().open(FIELD, sealed + more));
        }
    }

    @Test
    void oneExpertsNameDoesNotOpenAsAnothers() {
        var sealed = key.texts().seal(FIELD, NAME);
        assertThrows(Damaged.class, () -> key.texts().open("person/psn-2/name", sealed));
    }

    @Test
    void anotherMeetingsKeyOpensNothing() throws IOException {
        var other = MeetingKey.found(folder.resolve("other"), "mtg-1");
        assertThrows(Damaged.class, () -> other.texts().open(FIELD, key.texts().seal(FIELD, NAME)));
    }

    @Test
    void theSameNameTwiceDoesNotLookTheSame() {
        assertNotEquals(key.texts().seal(FIELD, NAME), key.texts().seal(FIELD, NAME));
    }

    @Test
    void theLengthOfANameDoesNotShow() {
        assertEquals(key.texts().seal(FIELD, "李四").length(), key.texts().seal(FIELD, NAME).length());
    }

    @Test
    void aForgottenKeyNeitherSealsNorOpens() {
        var sealed = key.texts().seal(FIELD, NAME);
        key.close();
        assertThrows(IllegalStateException.class, () -> key.texts().open(FIELD, sealed));
        assertThrows(IllegalStateException.class, () -> key.texts().seal(FIELD, NAME));
        assertThrows(IllegalStateException.class, () -> key.blobs().sealWhole("page", new byte[1]));
        assertThrows(IllegalStateException.class, () -> key.derive("anything"));
    }

    @Test
    void aKeyNeverPrintsItself() {
        assertFalse(key.toString().matches(".*[0-9a-f]{16}.*"));
        assertEquals("Secret(not shown)", Secret.fresh().toString());
    }
}
