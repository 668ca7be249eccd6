package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A promise is proven by a test that exists, and a promise without one says so. */
class PromisesTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\| R(\\d+) \\|[^|]*\\|([^|]*)\\|[^|]*\\|$");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        assertEquals(List.of(), missing(page(), Tree.files(Tree.ROOT, "Test.java")));
    }

    @Test
    void everyPromiseIsAnswered() throws IOException {
        var numbers = new ArrayList<String>();
        var promise = PROMISE.matcher(page());
        while (promise.find()) {
            numbers.add(promise.group(1));
            var answer = promise.group(2);
            assertTrue(TEST.matcher(answer).find() || answer.contains("not yet"), "R" + promise.group(1) + " is neither proven nor said to be open");
        }
        assertEquals(24, numbers.size(), numbers::toString);
    }

    @Test
    void aTestThatIsNotThereIsFound() {
        var there = new Tree.Source("a/ThisTest.java", "void happens() {");
        assertEquals(List.of("ThatTest", "ThisTest.neverHappens"),
                missing("`ThisTest` `ThisTest.happens` `ThatTest` `ThisTest.neverHappens`", List.of(there)));
    }

    private static List<String> missing(String page, List<Tree.Source> tests) {
        var missing = new ArrayList<String>();
        var named = TEST.matcher(page);
        while (named.find()) {
            var file = tests.stream().filter(test -> test.endsWith("/" + named.group(1) + ".java")).findFirst();
            var there = file.isPresent() && (named.group(2) == null || file.get().text().contains("void " + named.group(2) + "("));
            if (!there) missing.add(named.group().replace("`", ""));
        }
        return missing;
    }

    private static String page() throws IOException {
        return Files.readString(Tree.ROOT.resolve("meeting-node/docs/promises.md"));
    }
}
