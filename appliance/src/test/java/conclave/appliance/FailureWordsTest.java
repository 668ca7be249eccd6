package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.seal.Unusable;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a command, nobody reads the name of a class; each sentence is Chinese first and says what to do. */
class FailureWordsTest {

    @TempDir
    private Path place;

    @Test
    void nothingThatEndsACommandIsSaidInTheWordsOfTheMachine() {
        for (var failure : List.of(new IOException("Input/output error"), new IOException("输入/输出错误"), new IOException(), new AccessDeniedException("/media/stick"),
                new UncheckedIOException(new IOException("No space left on device")), Refused.because(Reason.SIGNER_UNTRUSTED), Unusable.absent(Path.of("key")),
                new IllegalStateException("something"), new NullPointerException())) {
            var said = FailureWords.of(failure).text();
            assertTrue(said.codePoints().limit(4).anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN) || said.contains("密钥"), said);
            assertTrue(said.contains("请") && said.matches("(?s).*[a-z]{3}.*"), said);
            assertFalse(said.contains("Exception") || said.contains("java.") || said.contains("null"), said);
        }
        assertTrue(FailureWords.of(new IOException("No space left on device")).chinese().contains("磁盘空间不足"));
    }

    /** What a command threw with people in mind is said as it stands. */
    @Test
    void aSentenceIsSaidAsItStands() {
        assertEquals("没有连续的空闲端口。No ports.", FailureWords.of(new IOException("没有连续的空闲端口。No ports.")).text());
    }

    @Test
    void aFileOrFolderInTheWrongPlaceIsNamed() throws IOException {
        var file = Files.writeString(place.resolve("file"), "");
        for (var line : List.of("package keys show %s/none", "package unpack --key %s/none --out %s/o %s/none.mpkg",
                "package verify %s/none.mpkg --key %s/none", "package inspect %s/none.mpkg", "sheet check %s/none.xlsx", "audit %s --key %s/none")) {
            var tried = Tried.of(line.replace("%s", place.toString()));
            assertTrue(tried.code() != 0, tried::text);
            assertTrue(tried.text().contains("请"), line + "\n" + tried.text());
            assertFalse(tried.text().contains("Exception") || tried.text().contains("java."), tried::text);
        }
        assertTrue(Files.exists(file));
    }
}
