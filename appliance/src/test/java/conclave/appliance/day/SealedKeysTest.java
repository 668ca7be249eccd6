package conclave.appliance.day;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.ChildNode;
import conclave.codec.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power comes back, and the keys lie sealed: with the stick nobody is needed, without it two persons are, and the server says so. */
final class SealedKeysTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path stick;

    @Test
    void afterAPowerCutTheStickOpensTheKeysAndWithoutItTwoSharesDo() throws Exception {
        data = folder.resolve("data");
        stick = folder.resolve("stick").resolve("conclave.key");
        Files.createDirectories(stick.getParent());
        int port;
        Trust trust;
        try (var venue = Venue.open(data)) {
            port = venue.origin().getPort();
            trust = venue.trust();
            venue.ended();
        }
        var shares = sealed();
        readyWithTheStick(port);
        Files.move(stick, stick.resolveSibling("in a pocket"));
        try (var waiting = started(port); var client = HttpClient.newBuilder().sslContext(trust.context()).build()) {
            var ready = URI.create("https://127.0.0.1:" + port + "/health/ready");
            Patience.until("it says that it waits", () -> answer(client, ready).contains("keys-closed"));
            var page = answer(client, ready.resolve("/"));
            assertTrue(page.startsWith("503") && page.contains("密钥") && page.contains("conclave keys open"), page);
            assertFalse(page.contains(folder.toString()), "a page in the hall names no path");
            assertEquals(1, opened(shares.get(0), shares.get(0)), "the same share twice");
            assertEquals(1, opened(shares.get(0), shares.get(1).replace(shares.get(1).charAt(0), 'Z')), "mistyped");
            assertTrue(answer(client, ready).contains("keys-closed"), "nothing half done");
            var began = System.nanoTime();
            assertEquals(0, opened(shares.get(2), shares.get(0)));
            waiting.ready();
            System.out.println("with two shares: ready " + seconds(began) + " s after they began to be entered");
            assertTrue(answer(client, ready).startsWith("200"));
            waiting.signal("KILL");
            waiting.exit();
        }
        aStickThatIsPluggedInLateIsEnough(port);
    }

    private List<String> sealed() throws IOException, InterruptedException {
        var said = said("", "keys", "seal", data.toString(), "--stick", stick.toString());
        var shares = said.lines().map(String::strip).filter(line -> line.matches("[123]  ([0-9A-Z]{4}-){15}[0-9A-Z]{4}")).map(line -> line.substring(3)).toList();
        assertEquals(3, shares.size(), said);
        return shares;
    }

    private void readyWithTheStick(int port) throws Exception {
        var began = System.nanoTime();
        try (var node = started(port)) {
            assertTrue(CanonicalJson.text(node.ready()).contains("baseUrl"));
            System.out.println("with the stick: ready " + seconds(began) + " s after the process was started");
            Files.move(stick, stick.resolveSibling("pulled"));
            node.signal("KILL");
            node.exit();
        }
        Files.move(stick.resolveSibling("pulled"), stick);
    }

    private void aStickThatIsPluggedInLateIsEnough(int port) throws Exception {
        try (var node = started(port)) {
            Files.move(stick.resolveSibling("in a pocket"), stick);
            node.ready();
            node.signal("TERM");
            assertEquals(0, node.exit());
        }
    }

    private ChildNode started(int port) throws IOException {
        return ChildNode.conclave("run", "--json", "--port", Integer.toString(port), "--data", data.toString(), "--stick", stick.toString());
    }

    private int opened(String one, String other) throws IOException, InterruptedException {
        return exit(one + "\n" + other + "\n", "keys", "open", data.toString());
    }

    private static String seconds(long began) {
        return Long.toString((System.nanoTime() - began) / 1_000_000_000L);
    }

    private static String said(String typed, String... arguments) throws IOException, InterruptedException {
        var process = ChildNode.command(arguments).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static int exit(String typed, String... arguments) throws IOException, InterruptedException {
        var process = ChildNode.command(arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        return process.waitFor();
    }

    private static String answer(HttpClient client, URI where) throws InterruptedException {
        try {
            var response = client.send(HttpRequest.newBuilder(where).build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException notYet) {
            return "";
        }
    }
}
