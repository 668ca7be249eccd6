package conclave.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.seal.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that other teams build their verifier from says what we do. */
final class FormatExampleTest {

    private static final Path PAGE = Path.of(System.getProperty("conclave.project"), "meeting-node", "docs", "formats", "evidence.md");

    private String page;
    private byte[] key;

    @BeforeEach
    void read() throws Exception {
        page = Files.readString(PAGE);
        key = Base64.getDecoder().decode(block("key"));
    }

    private String block(String name) {
        var block = Pattern.compile("```" + name + "\n(.*?)\n```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find(), name);
        return block.group(1);
    }

    @Test
    void thePagesRootsStandOverThePagesEvidence() {
        var lines = new ArrayList<Line>();
        for (var text : block("evidence").split("\n")) {
            var bytes = text.getBytes(UTF_8);
            assertArrayEquals(bytes, CanonicalJson.bytes(CanonicalJson.read(bytes)));
            lines.add(new Line(lines.size() + 1, bytes, Digests.sha256(bytes)));
        }
        for (var text : block("roots").split("\n")) {
            var root = Root.read(text.getBytes(UTF_8));
            assertTrue(root.verify(key), text);
            assertTrue(root.leadsTo(new MerkleTree(lines.subList((int) root.first() - 1, (int) root.last())).root()), text);
        }
    }

    @Test
    void thePagesReceiptVerifiesAndNoneWithAChangedCharacterDoes() {
        var text = block("receipt");
        var receipt = Receipt.fromJson(CanonicalJson.readObject(text.getBytes(UTF_8)));
        assertTrue(receipt.verify(key));
        assertEquals(text, CanonicalJson.text(receipt.toJson()));
        assertTrue(page.contains("`" + receipt.shortForm() + "`"));
        for (int at = 0; at < text.length(); at++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == '1' ? '2' : '1');
            assertFalse(verifies(changed.toString()), "character " + at);
        }
    }

    @Test
    void thePagesHeadsAreCosignedAndFitItsEvidence() {
        var keys = block("head-keys").lines().map(Base64.getDecoder()::decode).toList();
        var last = Digests.sha256(block("evidence").split("\n")[3].getBytes(UTF_8));
        var heads = block("heads").lines().map(line -> Head.read(line.getBytes(UTF_8))).toList();
        for (int i = 0; i < 2; i++) {
            assertTrue(heads.get(i).verify(keys.get(i)) && heads.get(i).endsWith(last) && heads.get(i).size() == 4, heads.get(i).toString());
            assertFalse(heads.get(i).verify(keys.get(1 - i)));
        }
    }

    @Test
    void thePagesForkConvictsItsSignerAndNoneWithAChangedCharacterDoes() {
        var keys = block("head-keys").lines().map(Base64.getDecoder()::decode).toList();
        var text = block("fork");
        assertEquals(Fork.Verdict.ONE_SIGNER, Fork.read(text.getBytes(UTF_8)).verify(keys));
        for (int at = 0; at < text.length(); at += 5) {
            var changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == '1' ? '2' : '1');
            assertFalse(convicts(changed.toString(), keys), "character " + at);
        }
    }

    private static boolean convicts(String text, List<byte[]> keys) {
        try {
            return Fork.read(text.getBytes(UTF_8)).verify(keys) != Fork.Verdict.NO_PROOF;
        } catch (BadJson notEvenAFork) {
            return false;
        }
    }

    private boolean verifies(String text) {
        try {
            return Receipt.fromJson(CanonicalJson.readObject(text.getBytes(UTF_8))).verify(key);
        } catch (BadJson notEvenAReceipt) {
            return false;
        }
    }
}
