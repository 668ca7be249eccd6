package conclave.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that a node is told before it starts, checked. Given by a file and by the command line, the latter first.
 *
 * @param data        the data folder
 * @param host        the interface that the server listens on
 * @param port        0 means: any that is free
 * @param givenOrigin the address that laptops use, where it is not simply host and port
 * @param certificate PEM, instead of the one that the node makes for itself; only together with key
 * @param names       further names and addresses that the node's own certificate shall carry
 * @param place       the kit it stands in, and as which of its nodes; empty where it stands alone
 * @param stick       the file that opens the key box, on a stick that need not be plugged in
 */
public record NodeConfig(Path data, String host, int port, Optional<Origin> givenOrigin,
                         Optional<Path> certificate, Optional<Path> key, List<String> names,
                         Limits limits, PresenceConfig presence, Optional<Place> place, Optional<Path> stick) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8443;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");

    public NodeConfig {
        names = List.copyOf(names);
    }

    /** The defaults, for this data folder. */
    public static NodeConfig at(Path data) {
        return new NodeConfig(data, DEFAULT_HOST, DEFAULT_PORT, Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Limits.DEFAULT, PresenceConfig.DEFAULT, Optional.empty(), Optional.empty());
    }

    /** The address that laptops use, once it is known which port was free. */
    public Origin origin(int boundPort) {
        return givenOrigin.orElseGet(() -> new Origin(host.equals("0.0.0.0") ? "localhost" : host, boundPort));
    }

    /** Reads a file (where there is one) and what the command line says over it; all problems at once. */
    public static Checked<NodeConfig> read(Optional<Path> file, Map<String, String> overrides) {
        var lines = file.map(ConfigLines::read).orElseGet(() -> new ConfigLines(Map.of(), List.of()));
        var merged = new LinkedHashMap<>(lines.settings());
        merged.putAll(overrides);
        var settings = new Settings(merged);
        var config = from(settings);
        var findings = new LinkedHashSet<>(lines.findings());
        findings.addAll(settings.findings());
        return Checked.of(config, List.copyOf(findings));
    }

    private static NodeConfig from(Settings settings) {
        var data = settings.path("data");
        if (data.isEmpty()) settings.add(Finding.error("config.data.absent"));
        var certificate = existing(settings, "cert");
        var key = existing(settings, "key");
        if (certificate.isPresent() != key.isPresent()) settings.add(Finding.error("config.cert.alone"));
        var names = settings.list("names");
        names.stream().filter(n -> !NAME.matcher(n).matches())
                .forEach(n -> settings.add(Finding.error("config.host", "name", "names", "value", n)));
        var place = Place.from(settings);
        var origin = settings.parsed("origin", "config.origin", Origin::parse).or(() -> place.flatMap(p -> p.kit().origin()));
        return new NodeConfig(data.orElse(Path.of("")), host(settings, "host", place.map(p -> p.self().address()).orElse(DEFAULT_HOST)),
                settings.whole("port", 0, 65_535, place.filter(p -> p.self().server()).map(p -> p.self().ports().web()).orElse(DEFAULT_PORT)),
                origin, certificate, key, names, limits(settings), PresenceConfig.from(settings), place, settings.path("keys.stick"));
    }

    static String host(Settings settings, String name, String otherwise) {
        return settings.parsed(name, "config.host",
                t -> Optional.of(t).filter(h -> NAME.matcher(h).matches())).orElse(otherwise);
    }

    private static Optional<Path> existing(Settings settings, String name) {
        var path = settings.path(name);
        path.filter(p -> !Files.isReadable(p) || !Files.isRegularFile(p))
                .ifPresent(p -> settings.add(Finding.error("config.file.absent", "file", p.toString())));
        return path;
    }

    private static Limits limits(Settings settings) {
        var usual = Limits.DEFAULT;
        return new Limits(
                settings.whole("limits.body-bytes", 1 << 10, 1 << 20, usual.bodyBytes()),
                signIn(settings, usual.signIn()),
                settings.whole("limits.batch-commands", 1, 8_192, usual.batchCommands()),
                settings.whole("limits.batch-bytes", 256 << 10, 4 << 20, usual.batchBytes()),
                settings.number("limits.free-space-floor", 16L << 20, 1L << 50, usual.freeSpaceFloor()),
                new Limits.Endurance(seconds(settings, "limits.longest-standstill-seconds", usual.endurance().standstill()),
                        seconds(settings, "limits.longest-sleep-seconds", usual.endurance().sleep())));
    }

    private static Limits.SignIn signIn(Settings settings, Limits.SignIn usual) {
        return new Limits.SignIn(
                settings.whole("limits.sign-in.failures-per-address", 1, 10_000, usual.failuresPerAddress()),
                settings.whole("limits.sign-in.failures-in-all", 1, 1_000_000, usual.failuresInAll()),
                seconds(settings, "limits.sign-in.window-seconds", usual.window()),
                seconds(settings, "limits.sign-in.longest-wait-seconds", usual.longestWait()));
    }

    private static Duration seconds(Settings settings, String name, Duration otherwise) {
        return Duration.ofSeconds(settings.number(name, 1, 86_400, otherwise.toSeconds()));
    }
}
