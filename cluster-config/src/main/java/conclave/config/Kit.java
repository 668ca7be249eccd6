package conclave.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that stand together, as the cluster file says: the same file on every one of them.
 *
 * @param name      tells this kit from others; random
 * @param origin    the one address that laptops use, where it is not simply the first server's
 * @param authority SHA-256 of the certificate of the authority that all of them trust, hex
 */
public record Kit(String name, Optional<Origin> origin, String authority, List<Member> members) {

    public Kit {
        members = List.copyOf(members);
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    public Optional<Member> peer(String id) {
        return members.stream().filter(member -> member.peer().equals(id)).findFirst();
    }

    public List<Member> servers() {
        return members.stream().filter(Member::server).toList();
    }

    /** Everybody but the one with this id. */
    public List<Member> others(String peer) {
        return members.stream().filter(member -> !member.peer().equals(peer)).toList();
    }

    /** Reads and checks a cluster file; all problems at once. */
    public static Checked<Kit> read(Path file) {
        var lines = ConfigLines.read(file);
        var settings = new Settings(lines.settings());
        var kit = lines.findings().isEmpty() ? KitLines.kit(settings) : new Kit("", Optional.empty(), "", List.of());
        var findings = new LinkedHashSet<>(lines.findings());
        if (findings.isEmpty()) findings.addAll(settings.findings());
        if (findings.isEmpty()) findings.addAll(KitCheck.of(kit));
        return Checked.of(kit, new ArrayList<>(findings));
    }

    /** The file that says this. */
    public String text() {
        return KitLines.text(this);
    }
}
