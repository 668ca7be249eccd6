package conclave.appliance.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Debian's nginx with TLS and a file for each page: two workers, nobody signed in, nothing decided. */
final class Nginx implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stand stand;
    private final Process process;
    private final Switchboard switchboard;

    private Nginx(Stand stand, Process process, Switchboard switchboard) {
        this.stand = stand;
        this.process = process;
        this.switchboard = switchboard;
    }

    /** @param pages the folder whose files it hands out */
    static Nginx start(Stand stand, Path pages) throws IOException, InterruptedException {
        var folder = Files.createDirectories(stand.folder().resolve("nginx"));
        new Shell(folder).seconds("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=nginx -addext subjectAltName=IP:"
                + ADDRESS + " -keyout key.pem -out cert.pem");
        int port = freePort();
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, settings(folder, pages, port));
        var process = stand.launch(List.of("nginx", "-p", folder.toString(), "-e", folder.resolve("error.log").toString(), "-c", settings.toString()));
        var nginx = new Nginx(stand, process, new Switchboard(ADDRESS, port, folder.resolve("cert.pem")));
        nginx.awaitReady();
        return nginx;
    }

    private static String settings(Path folder, Path pages, int port) {
        return """
                user root; daemon off;
                worker_processes 2;
                pid %1$s/nginx.pid;
                events { worker_connections 4096; }
                http {
                  access_log off; sendfile on; tcp_nodelay on; keepalive_timeout 300; keepalive_requests 100000000;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                  server {
                    listen %3$s:%4$d ssl; root %2$s;
                    ssl_certificate %1$s/cert.pem; ssl_certificate_key %1$s/key.pem; ssl_protocols TLSv1.3;
                  }
                }
                """.formatted(folder, pages, ADDRESS, port);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(ADDRESS, 0));
            return probe.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                switchboard.get("/").join();
                return;
            } catch (CompletionException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IOException("nginx did not start: " + stand.saidLast());
    }

    Switchboard switchboard() {
        return switchboard;
    }

    /** The master and its workers. */
    List<Long> pids() {
        var pids = new ArrayList<>(process.descendants().map(ProcessHandle::pid).toList());
        pids.addFirst(process.pid());
        return pids;
    }

    @Override
    public void close() {
        switchboard.close();
        stand.stop(process);
    }
}
