package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core compiles alone: with java.base and nothing on the class path, so that no library and no driver can creep in. */
class PureCoreTest {

    @Test
    void theCoreCompilesWithNothingButTheLanguage(@TempDir Path out) throws IOException {
        assertEquals(List.of(), compiled(core(), out));
        assertTrue(Files.exists(out.resolve("conclave/meeting/Meeting.class")));
    }

    @Test
    void whatIsNotOfTheLanguageIsFound(@TempDir Path out) throws IOException {
        var foreign = List.of("java.sql.Connection", "java.util.logging.Logger", "javax.management.MBeanServer",
                "com.fasterxml.jackson.core.JsonFactory", "conclave.codec.Codec", "org.slf4j.Logger");
        for (var name : foreign) {
            var canary = out.resolve("Canary.java");
            Files.writeString(canary, "package conclave.meeting; final class Canary { " + name + " foreign; }");
            assertTrue(!compiled(List.of(canary), Files.createTempDirectory(out, "classes")).isEmpty(), "not found: " + name);
        }
    }

    private static List<Path> core() throws IOException {
        try (var files = Files.walk(Tree.CORE)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
        }
    }

    private static List<String> compiled(List<Path> sources, Path out) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var nothing = Files.createDirectories(out.resolve("nothing"));
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            var options = List.of("--limit-modules", "java.base", "-proc:none", "-Xlint:all,-serial", "-Werror", "-implicit:none",
                    "-classpath", nothing.toString(), "-sourcepath", nothing.toString(), "-d", out.toString());
            var good = compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
            var findings = diagnostics.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
            return good ? List.of() : findings.isEmpty() ? List.of("it did not compile") : findings;
        }
    }
}
