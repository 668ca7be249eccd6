package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two offices make keys and compare words; what was typed wrong is said in two languages and leaves no file. */
class PapersCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int keys(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new PapersCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @Test
    void aKeyIsMadeShownAndAskedForAtAnAuthority() throws IOException {
        for (var kind : new String[] {"ec", "sm2"}) {
            var office = folder.resolve(kind).toString();
            assertEquals(0, keys("make", "--name", "水利厅职改办", "--role", "office", "--kind", kind, "--json", office), err::toString);
            var made = CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8));
            assertEquals("水利厅职改办", made.text("name"));
            assertEquals(0, keys("show", "--json", office + ".crt"));
            var shown = CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8));
            assertEquals(made.get("words"), shown.get("words"));
            assertEquals(0, keys("show", office + ".key"));
            assertTrue(out.toString().contains(made.text("sha256")) && out.toString().contains("█"), out::toString);
            assertEquals(0, keys("request", "--out", office + ".csr", office + ".key"));
            assertTrue(Files.readString(folder.resolve(kind + ".csr")).startsWith("-----BEGIN CERTIFICATE REQUEST-----"));
        }
    }

    @Test
    void aPassphraseKeepsTheKeyAndIsAskedForAgain() throws IOException {
        var passphrase = Files.writeString(folder.resolve("passphrase"), "水利 2026 评审\n").toString();
        var office = folder.resolve("office").toString();
        assertEquals(0, keys("make", "--name", "职改办", "--key-passphrase-file", passphrase, office));
        assertTrue(Files.readString(folder.resolve("office.key")).startsWith("-----BEGIN ENCRYPTED"));
        assertEquals(1, keys("request", "--out", office + ".csr", office + ".key"));
        assertTrue(err.toString().contains("--key-passphrase-file"));
        assertFalse(Files.exists(folder.resolve("office.csr")));
        assertEquals(0, keys("request", "--out", office + ".csr", "--key-passphrase-file", passphrase, office + ".key"));
    }

    @Test
    void whatIsThereIsNotOverwrittenAndWhatIsNoCertificateIsSaid() throws IOException {
        var office = folder.resolve("office").toString();
        assertEquals(0, keys("make", "--name", "职改办", office));
        var before = Files.readString(folder.resolve("office.key"));
        assertEquals(1, keys("make", "--name", "职改办", office));
        assertTrue(err.toString().contains("没有覆盖"));
        assertEquals(before, Files.readString(folder.resolve("office.key")));
        assertEquals(1, keys("show", "--json", Files.writeString(folder.resolve("x.crt"), "hello").toString()));
        assertEquals("key.certificate", CanonicalJson.readObject(out.toString().strip().getBytes(StandardCharsets.UTF_8)).text("code"));
        assertEquals(1, keys("make", "--name", "职改办", folder.resolve("absent/office").toString()));
        assertFalse(err.toString().isBlank());
    }

    @Test
    void wrongWordsAreWrongUsage() {
        var office = folder.resolve("office").toString();
        assertEquals(2, keys());
        assertEquals(2, keys("make", office));
        assertEquals(2, keys("make", "--name", "x", "--role", "king", office));
        assertEquals(2, keys("make", "--name", "x", "--kind", "dsa", office));
        assertEquals(2, keys("make", "--name", "x", "--years", "99", office));
        assertFalse(Files.exists(folder.resolve("office.key")));
    }
}
