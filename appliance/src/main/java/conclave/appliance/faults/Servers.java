package conclave.appliance.faults;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The doors of both servers, as laptops find them: HTTPS, and a time after which silence is a trouble. */
record Servers(HttpClient client, List<URI> addresses) implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(3);

    /** What a server said. */
    record Answer(int status, Json.Obj body, Optional<String> cookie) {

        String code() {
            return body.has("code") ? body.text("code") : Integer.toString(status);
        }
    }

    static Servers of(Trio kit) throws IOException {
        var addresses = kit.servers().stream().map(server -> server.address().orElseThrow()).toList();
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING)
                .sslContext(trusting(Path.of(kit.run().text("caFile")))).build();
        return new Servers(client, addresses);
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try (var in = Files.newInputStream(authority)) {
            var trust = KeyStore.getInstance(KeyStore.getDefaultType());
            trust.load(null);
            trust.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusting.init(trust);
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trusting.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority cannot be trusted: " + authority, e);
        }
    }

    Answer ask(int server, HttpRequest.Builder question, String path, Duration patience) throws IOException, InterruptedException {
        var answer = client.send(question.uri(addresses.get(server).resolve(path)).timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
        var cookie = answer.headers().firstValue("set-cookie").map(text -> text.substring(0, text.indexOf(';')));
        try {
            return new Answer(answer.statusCode(), CanonicalJson.readObject(answer.body()), cookie);
        } catch (BadJson foreign) {
            return new Answer(answer.statusCode(), Json.object(), cookie);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
