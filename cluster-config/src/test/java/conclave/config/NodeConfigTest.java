package conclave.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigTest {

    @TempDir
    Path temp;

    private Checked<NodeConfig> read(String text, Map<String, String> overrides) throws IOException {
        return NodeConfig.read(Optional.of(Files.writeString(temp.resolve("node.conf"), text)), overrides);
    }

    private static List<String> codes(Checked<NodeConfig> checked) {
        return checked.findings().stream().map(Finding::what).sorted().toList();
    }

    @Test
    void nothingButTheFolderNeedsToBeSaid() {
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.toString())).value().orElseThrow();
        assertEquals(NodeConfig.at(temp), config);
        assertEquals("https://127.0.0.1:8443", config.origin(8443).toString());
        assertEquals(64 << 10, config.limits().bodyBytes());
    }

    @Test
    void aFileIsReadAndTheCommandLineHasTheLastWord() throws IOException {
        var config = read("""
                \uFEFF# hotel, second floor
                data = %s
                port = 443
                origin = https://Conclave.Local/
                names = conclave, 192.168.7.10，kit-2
                limits.free-space-floor = 1073741824
                presence.shared = no
                """.formatted(temp), Map.of("port", "0")).value().orElseThrow();
        assertEquals(0, config.port());
        assertEquals("https://conclave.local", config.origin(1).toString());
        assertEquals(List.of("conclave", "192.168.7.10", "kit-2"), config.names());
        assertEquals(1L << 30, config.limits().freeSpaceFloor());
        assertFalse(config.presence().shared());
    }

    @Test
    void everyMistakeIsToldAtOnceAndNoneThrows() throws IOException {
        var checked = read("""
                port = many
                prot = 8443
                host = a b
                origin = http://conclave.local
                cert = /nowhere/cert.pem
                just words
                limits.body-bytes = 12
                limits.body-bytes = 13
                presence.shared = perhaps
                """, Map.of("limits.sign-in.window-seconds", "-1"));
        assertTrue(checked.value().isEmpty());
        assertEquals(List.of("config.cert.alone", "config.data.absent", "config.file.absent", "config.flag",
                "config.host", "config.line.form", "config.line.twice", "config.name.unknown", "config.number",
                "config.number", "config.number", "config.origin"), codes(checked));
    }

    @Test
    void anOriginWithAnythingButHostAndPortIsRefused() {
        for (var bad : List.of("conclave.local", "https://", "https://a/b", "https://a?x=1", "https://u@a", "https://a:0",
                "https://a:99999", "https://a#f", "ftp://a", "https://a b")) {
            assertTrue(Origin.parse(bad).isEmpty(), bad);
        }
        assertEquals("https://[::1]:8443", Origin.parse("https://[::1]:8443").orElseThrow().toString());
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        var file = Files.write(temp.resolve("gbk"), "host = 服务器".getBytes(Charset.forName("GBK")));
        assertEquals(List.of("config.data.absent", "config.file.encoding"),
                codes(NodeConfig.read(Optional.of(file), Map.of())));
        assertEquals(List.of("config.data.absent", "config.file.absent"),
                codes(NodeConfig.read(Optional.of(temp.resolve("none")), Map.of())));
        assertEquals(List.of("config.data.absent", "config.file.unreadable"),
                codes(NodeConfig.read(Optional.of(temp), Map.of())));
    }

    @Test
    void everyFindingHasWordsInBothLanguages() throws IOException {
        var english = keys("en");
        assertEquals(english, keys("zh_CN"));
        var code = Pattern.compile("\"((?:config|data)\\.[a-z.-]+)\"");
        var sources = Path.of(System.getProperty("conclave.project"), "cluster-config/src/main/java/conclave/config");
        var used = new TreeSet<String>();
        try (var files = Files.list(sources)) {
            for (var file : files.toList()) {
                var matcher = code.matcher(Files.readString(file));
                while (matcher.find()) used.add(matcher.group(1));
            }
        }
        used.remove("conclave.config.findings");
        for (var key : used) assertTrue(english.contains(key) && english.contains(key + ".fix"), key);
        assertTrue(used.size() > 15, "the pattern still finds the keys: " + used);
    }

    @Test
    void aPersonReadsTheFindingInChineseUnlessEnglishIsAskedFor() {
        var finding = Finding.error("config.name.unknown", "name", "prot");
        assertEquals("没有名为 prot 的设置项。", FindingWords.in(Locale.of("ug")).what(finding));
        assertEquals("There is no setting called prot.", FindingWords.in(Locale.UK).what(finding));
        assertEquals("Check its spelling.", FindingWords.in(Locale.ENGLISH).fix(finding));
        assertEquals("no.such {a=1}", FindingWords.in(Locale.ENGLISH).what(Finding.notice("no.such", "a", "1")));
    }

    private static TreeSet<String> keys(String language) throws IOException {
        try (var in = NodeConfigTest.class.getResourceAsStream("findings_" + language + ".properties")) {
            var words = new PropertyResourceBundle(in);
            return new TreeSet<>(words.keySet());
        }
    }
}
