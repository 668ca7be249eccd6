package conclave.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cluster file's lines, there and back: what concerns one node begins with its name and a point. */
final class KitLines {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern PEER = Pattern.compile("[A-Za-z0-9_-]{8,100}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{60,400}");
    private static final int NO_PORT = 0;

    private KitLines() {
    }

    static Kit kit(Settings settings) {
        var name = needed(settings, "kit", NAME);
        var origin = settings.parsed("origin", "config.origin", Origin::parse);
        var authority = needed(settings, "authority", DIGEST);
        var members = new ArrayList<Member>();
        for (var node : settings.list("nodes")) {
            if (NAME.matcher(node).matches()) members.add(member(settings, node));
            else settings.add(Finding.error("cluster.form", "name", "nodes", "value", node));
        }
        return new Kit(name, origin, authority, members);
    }

    private static Member member(Settings settings, String node) {
        var role = settings.parsed(node + ".role", "cluster.role", roles());
        var ports = new Member.Ports(port(settings, node, "web", role.equals(Optional.of(Member.Role.SERVER))), port(settings, node, "ledger", true),
                port(settings, node, "link", true), port(settings, node, "presence", true));
        var address = settings.text(node + ".address");
        if (address.isEmpty()) settings.add(Finding.error("cluster.absent", "name", node + ".address"));
        return new Member(node, role.orElse(Member.Role.SERVER), needed(settings, node + ".peer", PEER), NodeConfig.host(settings, node + ".address", ""),
                ports, needed(settings, node + ".key", KEY));
    }

    private static Function<String, Optional<Member.Role>> roles() {
        return text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "server" -> Optional.of(Member.Role.SERVER);
            case "witness" -> Optional.of(Member.Role.WITNESS);
            default -> Optional.empty();
        };
    }

    private static int port(Settings settings, String node, String which, boolean needed) {
        var name = node + "." + which;
        if (needed && settings.text(name).isEmpty()) settings.add(Finding.error("cluster.absent", "name", name));
        return settings.whole(name, 1, 65_535, NO_PORT);
    }

    private static String needed(Settings settings, String name, Pattern form) {
        var text = settings.text(name);
        if (text.isEmpty()) settings.add(Finding.error("cluster.absent", "name", name));
        else if (!form.matcher(text.get()).matches()) settings.add(Finding.error("cluster.form", "name", name, "value", text.get()));
        return text.orElse("");
    }

    static String text(Kit kit) {
        var lines = new ArrayList<String>();
        lines.add("# 集群文件：每个节点一份，内容相同。The cluster file: the same on every node.");
        lines.add("kit = " + kit.name());
        kit.origin().ifPresent(origin -> lines.add("origin = " + origin));
        lines.add("authority = " + kit.authority());
        lines.add("nodes = " + kit.members().stream().map(Member::name).collect(Collectors.joining(" ")));
        kit.members().forEach(member -> lines.addAll(lines(member)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(Member member) {
        var lines = new ArrayList<String>();
        var node = member.name() + ".";
        var ports = member.ports();
        lines.add("");
        lines.add(node + "role = " + member.role().name().toLowerCase(Locale.ROOT));
        lines.add(node + "address = " + member.address());
        if (member.server()) lines.add(node + "web = " + ports.web());
        lines.add(node + "ledger = " + ports.ledger());
        lines.add(node + "link = " + ports.link());
        lines.add(node + "presence = " + ports.presence());
        lines.add(node + "peer = " + member.peer());
        lines.add(node + "key = " + member.key());
        return lines;
    }
}
