package conclave.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which node of which kit this process is, and the file that says so. */
public record Place(Path file, Kit kit, Member self) {

    static Optional<Place> from(Settings settings) {
        var file = settings.path("cluster");
        var name = settings.text("node");
        if (file.isEmpty()) {
            name.ifPresent(n -> settings.add(Finding.error("cluster.node-alone", "node", n)));
            return Optional.empty();
        }
        var read = Kit.read(file.get());
        read.findings().forEach(settings::add);
        if (read.value().isEmpty()) return Optional.empty();
        var kit = read.value().get();
        if (name.isEmpty()) settings.add(Finding.error("cluster.node-absent", "nodes", names(kit)));
        var self = name.flatMap(kit::member);
        if (name.isPresent() && self.isEmpty()) settings.add(Finding.error("cluster.node-unknown", "node", name.get(), "nodes", names(kit)));
        return self.map(member -> new Place(file.get(), kit, member));
    }

    private static String names(Kit kit) {
        return String.join(" ", kit.members().stream().map(Member::name).toList());
    }

    public List<Member> others() {
        return kit.others(self.peer());
    }

    /** Every address at which a laptop may find a server: each server's certificate speaks for all of them. */
    public List<String> addresses() {
        return kit.servers().stream().map(Member::address).distinct().toList();
    }
}
