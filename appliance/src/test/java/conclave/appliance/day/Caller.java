package conclave.appliance.day;


import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Somebody's page without the page: the cookie, the token, and calls as pages make them. */
final class Caller implements AutoCloseable {

    private final URI origin;
    private final HttpClient client;
    private String cookie = "";
    private String csrf = "";
    private Json.Obj me = Json.object();

    /** What came back. */
    record Answer(int status, Json.Obj body) {
        Json.Obj done() {
            if (status == 200) return body;
            throw new AssertionError(status + " " + CanonicalJson.text(body));
        }

        /** The refusal's code; the words beside it are for the person. */
        String refusal() {
            return status == 200 ? "none" : body.text("code");
        }
    }

    Caller(Venue venue) {
        this(venue.origin(), venue.trust());
    }

    private Caller(URI origin, Trust trust) {
        this.origin = origin;
        this.client = HttpClient.newBuilder().sslContext(trust.context()).build();
    }

    /** Straight to one server of a kit, past the name that stands for all of them. */
    static Caller signedInAt(String node, Venue venue, Card card) throws Exception {
        var caller = new Caller(venue.origin(node), venue.trust());
        caller.signIn(card);
        return caller;
    }

    static Caller signedIn(Venue venue, Card card) throws Exception {
        var caller = new Caller(venue);
        caller.signIn(card);
        return caller;
    }

    void signIn(Card card) throws Exception {
        var request = request("/api/sign-in").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CanonicalJson.text(Json.object().with("code", card.code()))));
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        me = new Answer(response.statusCode(), CanonicalJson.readObject(response.body())).done();
        cookie = response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        csrf = me.text("csrf");
    }

    /** The same browser with what it kept, before a node that was started again. */
    Caller at(Venue again) {
        var caller = new Caller(again);
        caller.cookie = cookie;
        caller.csrf = csrf;
        caller.me = me;
        return caller;
    }

    String room() {
        return me.object("person").object("room").text("id");
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer post(String path, Json.Obj body) throws Exception {
        return send("POST", path, UUID.randomUUID().toString(), body);
    }

    Answer send(String method, String path, String key, Json.Obj body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(CanonicalJson.text(body))));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), CanonicalJson.readObject(response.body()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(60)).header("Accept-Language", "zh-CN");
        if (!cookie.isEmpty()) request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
        return request;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
