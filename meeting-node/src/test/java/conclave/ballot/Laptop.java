package conclave.ballot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs the pages' own script, in Node.js or in a browser, and asks it one question after the other. */
interface Laptop extends AutoCloseable {

    Path WEB = Path.of("src/main/web");
    Path BROWSER = Path.of("/usr/bin/chromium");

    String ask(String question) throws IOException, InterruptedException;

    @Override
    void close();

    static Path bundle(Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("laptop.js");
        said(new ProcessBuilder("node", WEB.resolve("dev/voterBundle.mjs").toString(), script.toString()), "");
        return script;
    }

    static Laptop node(Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("run.cjs");
        Files.writeString(script, Files.readString(bundle(folder))
                + "\nlaptop.asked(require('fs').readFileSync(0, 'utf8')).then((said) => process.stdout.write(said))\n");
        return new Laptop() {
            @Override
            public String ask(String question) throws IOException, InterruptedException {
                return said(new ProcessBuilder("node", script.toString()), question);
            }

            @Override
            public void close() {
                // Each answer was a process of its own.
            }
        };
    }

    private static String said(ProcessBuilder command, String question) throws IOException, InterruptedException {
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(question);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command.command()) + " failed; npm ci in " + WEB + " helps where nothing is installed");
        return said;
    }

    static Laptop browser(Path folder) throws IOException, InterruptedException {
        return new Browser(folder);
    }

    /** A page that fetches its next question, and posts what it says. */
    final class Browser implements Laptop {

        private static final String LOOP = "async function live() { for (;;) { const question = await (await fetch('/next')).text(); "
                + "const said = await laptop.asked(question).catch((wrong) => 'wrong: ' + wrong); await fetch('/said', { method: 'POST', body: said }) } } live()";

        private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        private final Process process;

        Browser(Path folder) throws IOException, InterruptedException {
            var page = "<!doctype html><script>" + Files.readString(bundle(folder)) + LOOP + "</script>";
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, page));
            server.createContext("/next", exchange -> answer(exchange, next()));
            server.createContext("/said", exchange -> {
                answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                answer(exchange, "");
            });
            server.start();
            var command = new ProcessBuilder(BROWSER.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--user-data-dir=" + folder.resolve("profile"), "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            command.environment().put("TMPDIR", folder.toString());
            process = command.start();
        }

        private String next() throws IOException {
            try {
                return questions.take();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private static void answer(HttpExchange exchange, String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }

        @Override
        public String ask(String question) throws InterruptedException {
            questions.add(question);
            var said = answers.poll(60, TimeUnit.SECONDS);
            if (said == null) throw new IllegalStateException("the browser says nothing");
            return said;
        }

        @Override
        public void close() {
            var all = List.copyOf(process.descendants().toList());
            process.destroy();
            all.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
            server.stop(0);
        }
    }
}
