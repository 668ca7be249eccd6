package conclave.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The one address that laptops know: always https, a host and a port. Drafts and cookies belong to it. */
public record Origin(String host, int port) {

    public static Optional<Origin> parse(String text) {
        try {
            var uri = new URI(text.strip());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || !bare) return Optional.empty();
            int port = uri.getPort() == -1 ? 443 : uri.getPort();
            if (port < 1 || port > 65_535) return Optional.empty();
            return Optional.of(new Origin(uri.getHost().toLowerCase(Locale.ROOT), port));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** As a browser writes it in its Origin header: without the port where it is the usual one. */
    @Override
    public String toString() {
        return port == 443 ? "https://" + host : "https://" + host + ":" + port;
    }
}
