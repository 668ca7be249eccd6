package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interface is what openapi.yaml says it is: not a route more, not a route less. */
class InterfaceTest {

    private static final Pattern PATH = Pattern.compile("^  (/\\S*):$");
    private static final Pattern METHOD = Pattern.compile("^    (get|post|put|delete):.*");
    private static final Pattern OPERATION = Pattern.compile("operationId: ([A-Za-z]+)");

    @TempDir
    Path folder;

    @Test
    void theDocumentAndTheRouterDoNotDrift() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            var routed = new TreeSet<String>();
            for (var route : site.server.routes()) routed.add(route.method().name() + " " + route.path() + " " + route.operation());
            assertEquals(new TreeSet<>(written()), routed);
        }
    }

    @Test
    void theDocumentIsServedAsItIsWritten() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            var response = site.browser().get("/openapi.yaml");
            assertEquals(200, response.statusCode());
            assertEquals(document(), response.body());
        }
    }

    @Test
    void theLineReaderBelowSeesEveryOperation() throws IOException {
        assertTrue(written().size() >= 27, "operations found: " + written().size());
    }

    private static List<String> written() throws IOException {
        var operations = new ArrayList<String>();
        var path = "";
        var method = "";
        for (var line : document().split("\n")) {
            var atPath = PATH.matcher(line);
            var atMethod = METHOD.matcher(line);
            if (line.startsWith("components:")) break;
            if (atPath.matches()) path = atPath.group(1);
            if (atMethod.matches()) method = atMethod.group(1).toUpperCase(Locale.ROOT);
            var operation = OPERATION.matcher(line);
            if (operation.find()) operations.add(method + " " + path + " " + operation.group(1));
        }
        return operations;
    }

    private static String document() throws IOException {
        try (var in = InterfaceTest.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
