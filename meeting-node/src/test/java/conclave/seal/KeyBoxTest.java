package conclave.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.KeyStick.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is taken away tells nothing; what opens it, and every way in which it does not. */
class KeyBoxTest {

    @TempDir
    Path folder;
    final Content content = Content.fresh();
    Path key;
    Path other;

    private void aFolderWithTwoMeetings() throws IOException {
        key = Files.createDirectories(folder.resolve("meetings/one")).resolve("key");
        other = Files.createDirectories(folder.resolve("meetings/two")).resolve("key");
        MeetingKey.found(key, "one");
        MeetingKey.found(other, "two");
        NodeKeys.at(Files.createDirectories(folder.resolve("node")), true);
    }

    private KeyBox sealed() throws IOException {
        aFolderWithTwoMeetings();
        var box = KeyBox.begin(folder, content);
        for (var file : new Path[] {key, other, folder.resolve("node/keys/pepper"), folder.resolve("node/keys/cookies"), folder.resolve("node/keys/signing.p8")}) {
            SecretFiles.seal(file);
        }
        return box.wholeNow();
    }

    @AfterEach
    void forget() throws IOException {
        try {
            KeyBox.of(folder).ifPresent(KeyBox::close);
        } catch (Unusable damagedByTheTest) {
            assertEquals("key.box-damaged", damagedByTheTest.code());
        }
    }

    private static String code(Executable what) {
        return assertThrows(Unusable.class, what).code();
    }

    @Test
    void noByteOfAKeyLiesOnTheDiskOnceItIsSealedAndAllOpenAsBefore() throws IOException {
        aFolderWithTwoMeetings();
        var plain = Files.readAllBytes(key);
        var signing = Files.readAllBytes(folder.resolve("node/keys/signing.p8"));
        var text = MeetingKey.open(key, "one").texts().seal("unit", "某某大学");
        var signer = NodeKeys.at(folder.resolve("node"), false).signing().id();
        var box = KeyBox.begin(folder, content);
        SecretFiles.seal(key);
        SecretFiles.seal(key);
        SecretFiles.seal(folder.resolve("node/keys/signing.p8"));
        assertFalse(holds(key, plain, 8) || holds(folder.resolve("node/keys/signing.p8"), signing, 16), "the canary: without sealing both are found");
        assertEquals("某某大学", MeetingKey.open(key, "one").texts().open("unit", text));
        assertEquals(signer, NodeKeys.at(folder.resolve("node"), false).signing().id());
        SecretFiles.unseal(key);
        assertArrayEquals(plain, Files.readAllBytes(key));
        box.close();
    }

    /** Whether any run of so many bytes of the secret lies in the file. */
    private static boolean holds(Path file, byte[] secret, int run) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var sought = new String(secret, StandardCharsets.ISO_8859_1);
        for (int i = 0; i + run <= sought.length(); i++) {
            if (text.contains(sought.substring(i, i + run))) return true;
        }
        return false;
    }

    @Test
    void aBoxThatIsNotOpenOpensNothingAndTakesNothing() throws IOException {
        sealed().close();
        assertEquals("key.box-closed", code(() -> MeetingKey.open(key, "one")));
        assertEquals("key.box-closed", code(() -> NodeKeys.at(folder.resolve("node"), false)));
        assertEquals("key.box-closed", code(() -> MeetingKey.found(folder.resolve("meetings/two/another"), "three")));
        assertFalse(Files.exists(folder.resolve("meetings/two/another")));
        KeyBox.of(folder).orElseThrow().open(content.key());
        MeetingKey.open(key, "one");
    }

    @Test
    void aMeetingThatIsFoundedLaterIsSealedFromItsFirstByteOn() throws IOException {
        sealed();
        var third = Files.createDirectories(folder.resolve("meetings/three")).resolve("key");
        var bytes = MeetingKey.found(third, "three").shared();
        assertFalse(holds(third, bytes, 8));
        assertArrayEquals(bytes, MeetingKey.open(third, "three").shared());
    }

    @Test
    void anotherKeyDoesNotOpenItAndLeavesItAsItWas() throws IOException {
        var box = sealed();
        box.close();
        assertEquals("key.box-other", code(() -> box.open(RandomIds.bytes(32))));
        assertFalse(box.isOpen());
        assertEquals("key.box-closed", code(() -> MeetingKey.open(key, "one")));
    }

    @Test
    void everyFlippedBitOfBoxAndSealedKeyIsNoticed() throws IOException {
        sealed();
        var good = Files.readAllBytes(key);
        for (int i = 0; i < good.length; i++) {
            var changed = good.clone();
            changed[i] ^= 1;
            Files.write(key, changed);
            assertThrows(Unusable.class, () -> MeetingKey.open(key, "one"), "byte " + i);
        }
        Files.write(key, good);
        var file = folder.resolve(KeyBox.FILE);
        var line = Files.readAllBytes(file);
        for (int i = 0; i < line.length - 1; i++) {
            var changed = line.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThrows(Unusable.class, () -> KeyBox.of(folder).orElseThrow().open(content.key()), "byte " + i);
        }
        Files.write(file, line);
    }

    @Test
    void keysThatAreSwappedOrPutThereUnsealedAreNotTaken() throws IOException {
        sealed();
        var first = Files.readAllBytes(key);
        Files.copy(other, key, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("key.changed", code(() -> MeetingKey.open(key, "one")));
        Files.write(key, first);
        var stranger = Files.createTempDirectory(folder, "elsewhere").resolve("a/b/c/key");
        Files.createDirectories(stranger.getParent());
        MeetingKey.found(stranger, "one");
        Files.copy(stranger, key, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("key.unsealed", code(() -> MeetingKey.open(key, "one")));
    }

    @Test
    void aStickServesSeveralBoxesAndSaysWhatIsWrongWithIt() throws IOException {
        var stick = folder.resolve("stick");
        assertEquals(Optional.empty(), KeyStick.keyFor(content.box(), stick), "not plugged in");
        KeyStick.add(stick, Content.fresh());
        assertEquals("key.stick-other", code(() -> KeyStick.keyFor(content.box(), stick)));
        KeyStick.add(stick, content);
        assertArrayEquals(content.key(), KeyStick.keyFor(content.box(), stick).orElseThrow());
        var good = Files.readAllBytes(stick);
        for (int i = 0; i < good.length - 1; i++) {
            var changed = good.clone();
            changed[i] ^= 1;
            Files.write(stick, changed);
            assertEquals("key.stick-damaged", code(() -> KeyStick.keyFor(content.box(), stick)), "byte " + i);
        }
    }

    @Test
    void anyTwoOfThreeSharesMakeTheKeyHoweverTheyAreTyped() {
        for (int n = 0; n < 200; n++) {
            var drawn = Content.fresh();
            var shares = KeyShares.split(drawn);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i != j) assertArrayEquals(drawn.key(), KeyShares.join(drawn.box(), shares.get(i), shares.get(j)));
                }
            }
            var typed = shares.get(0).toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o').replace('1', 'l');
            assertArrayEquals(drawn.key(), KeyShares.join(drawn.box(), typed, shares.get(2)));
        }
    }

    /** Whatever the key is, each first share is as likely: for every key there is a slope that makes this very share. */
    @Test
    void oneShareFitsEveryKey() {
        var one = new Content(content.box(), RandomIds.bytes(32));
        var two = new Content(content.box(), RandomIds.bytes(32));
        var slope = RandomIds.bytes(32);
        var same = new byte[32];
        for (int i = 0; i < same.length; i++) same[i] = (byte) (slope[i] ^ one.key()[i] ^ two.key()[i]);
        assertEquals(KeyShares.split(one, slope).getFirst(), KeyShares.split(two, same).getFirst());
    }

    @Test
    void sharesThatAreMistypedSwappedOrDoubledAreNamed() {
        var shares = KeyShares.split(content);
        var others = KeyShares.split(Content.fresh());
        assertEquals("key.share-twice", code(() -> KeyShares.join(content.box(), shares.get(1), shares.get(1))));
        assertEquals("key.share-other", code(() -> KeyShares.join(content.box(), shares.get(0), others.get(1))));
        assertEquals("key.share-mistyped", code(() -> KeyShares.join(content.box(), shares.get(0), shares.get(1).substring(5))));
        var chance = new Random(7);
        for (int n = 0; n < 500; n++) {
            int at = chance.nextInt(shares.get(1).length());
            var sign = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(chance.nextInt(32));
            if (shares.get(1).charAt(at) == sign || shares.get(1).charAt(at) == '-') continue;
            var typed = shares.get(1).substring(0, at) + sign + shares.get(1).substring(at + 1);
            var code = code(() -> KeyShares.join(content.box(), shares.get(0), typed));
            assertTrue(code.equals("key.share-mistyped"), () -> typed + " " + code);
        }
    }
}
