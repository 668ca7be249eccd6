package conclave.appliance.faults;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Somebody who has signed in: stays with one server as long as it answers, and goes on at the next one when it does not. */
final class Laptop {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration SETTING_UP = Duration.ofMinutes(5);
    private static final long AGAIN_AFTER_MS = 200;
    private static final AtomicLong KEYS = new AtomicLong();

    private final Servers servers;
    private int at;
    private String cookie = "";
    private String csrf = "";

    private Laptop(Servers servers, int at) {
        this.servers = servers;
        this.at = at;
    }

    static Laptop signIn(Servers servers, int at, String code) throws IOException, InterruptedException {
        var laptop = new Laptop(servers, at);
        var answer = laptop.persists("/api/sign-in", () -> laptop.post("", Json.object().with("code", code)));
        laptop.cookie = answer.cookie().orElseThrow();
        laptop.csrf = answer.body().text("csrf");
        return laptop;
    }

    /** One try, at the server this laptop is with. */
    Servers.Answer tries(String path, String key, Json.Obj body) throws IOException, InterruptedException {
        return servers.ask(at, post(key, body), path, PATIENCE);
    }

    Servers.Answer reads(String path) throws IOException, InterruptedException {
        return servers.ask(at, signed().GET(), path, PATIENCE);
    }

    /** The one this laptop is with. */
    String server() {
        return Trio.NAMES.get(at);
    }

    void moveOn() {
        at = (at + 1) % servers.addresses().size();
    }

    /** While nothing is being done to the nodes yet. */
    Json.Obj does(String path, Json.Obj body) throws IOException, InterruptedException {
        var key = "fault-setup-" + KEYS.incrementAndGet();
        return persists(path, () -> post(key, body)).body();
    }

    Json.Obj sees(String path) throws IOException, InterruptedException {
        return persists(path, () -> signed().GET()).body();
    }

    private HttpRequest.Builder signed() {
        var request = HttpRequest.newBuilder().header("Accept", "application/json");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }

    private HttpRequest.Builder post(String key, Json.Obj body) {
        var request = signed().header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(CanonicalJson.bytes(body)));
        return key.isEmpty() ? request : request.header("Idempotency-Key", key);
    }

    /** A busy machine may take its time; nothing is wrong yet. */
    private Servers.Answer persists(String path, Supplier<HttpRequest.Builder> question) throws IOException, InterruptedException {
        long ends = System.nanoTime() + SETTING_UP.toNanos();
        while (true) {
            try {
                var answer = servers.ask(at, question.get(), path, SETTING_UP);
                if (answer.status() == 200) return answer;
                if (answer.status() < 500 || System.nanoTime() > ends) throw new IllegalStateException(path + " was answered " + answer.status() + " " + answer.code());
            } catch (IOException noAnswer) {
                if (System.nanoTime() > ends) throw noAnswer;
            }
            Thread.sleep(AGAIN_AFTER_MS);
        }
    }
}
