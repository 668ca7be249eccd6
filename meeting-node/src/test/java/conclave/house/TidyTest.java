package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The house rules, so that nobody argues about them. Each ban is first shown a piece of code that it must find. */
class TidyTest {

    @Test
    void theCoreKnowsNoClockNoChanceAndNoAccident() {
        nothing(Ban.all(CoreBans.ALL, Tree.core()));
    }

    @Test
    void theTreeIsTidy() {
        nothing(Ban.all(TreeBans.JAVA, Tree.java()));
        nothing(Ban.all(TreeBans.TESTS, Tree.java().stream().filter(source -> source.name().contains("src/test/")).toList()));
        var pages = Tree.files(Tree.ROOT.resolve("meeting-node/src/main/web"), ".ts", ".vue");
        nothing(Ban.all(TreeBans.PAGES, pages.stream().map(Tree.Source::code).toList()));
        nothing(TreeBans.names(pages));
        nothing(TreeBans.tooLong(Tree.files(Tree.ROOT, ".java", ".ts", ".vue")));
        nothing(Ban.all(TreeBans.TEXT, Tree.files(Tree.ROOT, ".java", ".ts", ".vue", ".css", ".html", ".xml", ".yaml", ".json",
                ".md", ".sh", ".properties", ".txt", "scripts/run", "scripts/test", "scripts/check", "scripts/bench", "scripts/faults", "scripts/conclave")));
    }

    @Test
    void everyBanOfTheCoreFindsItsCanary() {
        var canaries = new TreeMap<>(Map.ofEntries(
                Map.entry("var at = System.currentTimeMillis();", 0), Map.entry("var at = System.nanoTime();", 0),
                Map.entry("var at = Instant.now();", 1), Map.entry("LocalDate.now()", 1), Map.entry("Clock clock;", 2),
                Map.entry("new Random(1)", 3), Map.entry("UUID.randomUUID()", 3), Map.entry("Math.random()", 3), Map.entry("ThreadLocalRandom.current()", 3),
                Map.entry("new SecureRandom()", 3), Map.entry("double mean;", 4), Map.entry("Float x", 4), Map.entry("var x = 0.5;", 4), Map.entry("total.doubleValue()", 4),
                Map.entry("new HashMap<String, String>()", 5), Map.entry("java.util.HashSet<String> s", 5),
                Map.entry("Set.of(a, b)", 6), Map.entry("Map.copyOf(m)", 6), Map.entry("Set\n  .copyOf(m)", 6),
                Map.entry("collect(Collectors.toSet())", 7), Map.entry("groupingBy(x)", 7), Map.entry("toMap (a, b)", 7),
                Map.entry("Locale.getDefault()", 8), Map.entry("name.toLowerCase()", 8), Map.entry("name.toUpperCase( )", 8),
                Map.entry("String.format(\"%d\", n)", 9), Map.entry("\"%d\".formatted(n)", 9),
                Map.entry("text.getBytes()", 10), Map.entry("Charset.defaultCharset()", 10), Map.entry("ZoneId.systemDefault()", 11),
                Map.entry("value.hashCode()", 12), Map.entry("list.parallelStream()", 13), Map.entry("stream.parallel()", 13),
                Map.entry("import java.io.File;", 14), Map.entry("java.lang.reflect.Method m", 14), Map.entry("event.getClass()", 15),
                Map.entry("default -> floor;", 16), Map.entry("default:", 16), Map.entry("case SittingEvent _ -> floor;", 17)));
        for (var canary : canaries.entrySet()) {
            var found = CoreBans.ALL.get(canary.getValue()).in(new Tree.Source("Canary.java", JavaText.code(canary.getKey())));
            assertFalse(found.isEmpty(), "not found: " + canary.getKey());
        }
        assertEquals(CoreBans.ALL.size(), canaries.values().stream().distinct().count(), "a ban without a canary");
    }

    @Test
    void everyBanOfTheTreeFindsItsCanary() {
        found(TreeBans.JAVA, List.of("class ScoreManager {", "try { a(); } catch (IOException ignored) { b(); }", "catch (IOException e) {\n }",
                "e.printStackTrace();", "@Disabled void x()"));
        found(TreeBans.TESTS, List.of("Thread.sleep(10);"));
        found(TreeBans.PAGES, List.of("try { a() } catch { }", "<p v-html=x>", "Math.random()"));
        found(TreeBans.TEXT, List.of("// TO" + "DO later", "cd /wo" + "rk/main", "https://registry.npm" + "js.org/vue", "-----BEGIN PRIVATE" + " KEY-----\nMIGHAgEAMBMGByqGSM49",
                "see farm-st" + "udio"));
        found(List.of(TreeBans.JAVA.getFirst()), List.of("record BaseScore(int x)"));
        found(List.of(TreeBans.JAVA.getFirst()), List.of("interface LedgerImpl {"));
        assertEquals(1, TreeBans.names(List.of(new Tree.Source("web/common.ts", ""), new Tree.Source("web/DatabaseView.vue", ""))).size());
        assertEquals(1, TreeBans.tooLong(List.of(new Tree.Source("Long.java", "x\n".repeat(501)), new Tree.Source("Short.java", "x\n".repeat(500)))).size());
    }

    @Test
    void whatPeopleSayInCommentsAndTextsIsNotCode() {
        var said = "/* a double */ var s = \"new Random(\\\" HashMap\"; // Set.of\nvar c = '\"'; /** default -> */\nvar t = \"\"\"\n  Map.of \"x\" \"\"\";";
        assertTrue(Ban.all(CoreBans.ALL, List.of(new Tree.Source("Said.java", JavaText.code(said)))).isEmpty());
        assertEquals(said.lines().count(), JavaText.code(said).lines().count());
    }

    /** One canary for each ban, in their order. */
    private static void found(List<Ban> bans, List<String> canaries) {
        assertEquals(bans.size(), canaries.size());
        for (int i = 0; i < bans.size(); i++) {
            assertFalse(bans.get(i).in(new Tree.Source("Canary", canaries.get(i))).isEmpty(), "not found: " + canaries.get(i));
        }
    }

    private static void nothing(List<String> findings) {
        assertTrue(findings.isEmpty(), () -> "The house is not tidy:\n" + String.join("\n", findings));
    }
}
