package conclave.seal.bouncycastle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certificate and key that the organisation brought with it, checked before the server starts with it.
 *
 * @param identity present where the server may start
 * @param troubles everything that was noticed, at once
 */
public record GivenCertificate(Optional<TlsIdentity> identity, List<Trouble> troubles) {

    private static final Duration SOON = Duration.ofDays(30);
    private static final long LARGEST_FILE = 1 << 20;

    /** A key for words with its facts; a grave one forbids the start. */
    public record Trouble(String code, boolean grave, SortedMap<String, String> facts) {
        static Trouble grave(String code, String... facts) {
            return new Trouble(code, true, named(facts));
        }

        static Trouble mild(String code, String... facts) {
            return new Trouble(code, false, named(facts));
        }

        private static SortedMap<String, String> named(String... facts) {
            var named = new TreeMap<String, String>();
            for (int i = 0; i < facts.length; i += 2) named.put(facts[i], facts[i + 1]);
            return named;
        }
    }

    public static GivenCertificate check(Path certificateFile, Path keyFile, String host, Instant now) {
        var troubles = new ArrayList<Trouble>();
        var chain = chain(certificateFile, troubles);
        var key = key(keyFile, troubles);
        if (!chain.isEmpty()) troubles.addAll(aboutLeaf(chain.getFirst(), certificateFile, host, now));
        if (!chain.isEmpty() && key.isPresent()
                && !Certificates.belongTogether(chain.getFirst().getPublicKey(), key.get())) {
            troubles.add(Trouble.grave("cert.key.other", "cert", certificateFile.toString(), "key", keyFile.toString()));
        }
        boolean fine = key.isPresent() && troubles.stream().noneMatch(Trouble::grave);
        return new GivenCertificate(fine ? Optional.of(new TlsIdentity(chain, key.get())) : Optional.empty(),
                List.copyOf(troubles));
    }

    private static List<X509Certificate> chain(Path file, List<Trouble> troubles) {
        try {
            var chain = Pem.readCertificates(text(file));
            if (chain.isEmpty()) troubles.add(Trouble.grave("cert.none", "file", file.toString()));
            return chain;
        } catch (IOException unreadable) {
            troubles.add(Trouble.grave("cert.unreadable", "file", file.toString()));
            return List.of();
        }
    }

    private static Optional<PrivateKey> key(Path file, List<Trouble> troubles) {
        try {
            var key = Pem.readKey(text(file));
            if (key.isEmpty()) troubles.add(Trouble.grave("cert.key.none", "file", file.toString()));
            return key;
        } catch (IOException unreadable) {
            troubles.add(Trouble.grave("cert.key.unreadable", "file", file.toString()));
            return Optional.empty();
        }
    }

    private static List<Trouble> aboutLeaf(X509Certificate leaf, Path file, String host, Instant now) {
        var troubles = new ArrayList<Trouble>();
        var ends = leaf.getNotAfter().toInstant();
        var begins = leaf.getNotBefore().toInstant();
        if (now.isAfter(ends)) {
            troubles.add(Trouble.grave("cert.expired", "file", file.toString(), "until", ends.toString()));
        } else if (now.plus(SOON).isAfter(ends)) {
            troubles.add(Trouble.mild("cert.expires-soon", "file", file.toString(), "until", ends.toString()));
        }
        if (now.isBefore(begins)) {
            troubles.add(Trouble.grave("cert.not-yet", "file", file.toString(), "from", begins.toString()));
        }
        if (!Names.speaksFor(leaf, host)) {
            troubles.add(Trouble.grave("cert.name", "file", file.toString(), "host", host,
                    "names", String.join(", ", Names.of(leaf))));
        }
        return troubles;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) throw new IOException("too large for a certificate or key");
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
