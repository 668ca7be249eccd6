package conclave.main;

import conclave.config.Checked;
import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Origin;
import conclave.seal.NodeKeys;
import conclave.seal.OwnerFiles;
import conclave.seal.RandomIds;
import conclave.seal.bouncycastle.Authority;
import conclave.seal.bouncycastle.PeerPapers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;

/**
 * Lays out a kit: a data folder for each node, with its id, its keys and its papers, and the cluster file. Each folder
 * is then carried to its machine. Codes and cookies of one server are good at the others; each signs for itself.
 */
public final class KitFounding {

    /** The cluster file's name, in the kit's folder. */
    public static final String FILE = "cluster.conf";
    private static final int NAME_DIGITS = 12;
    private static final Duration UNTIL_IT_HAS_ENDED = Duration.ofSeconds(40);
    private static final long LOOK_EVERY_MS = 100;
    private static final String NO_KEY = "A".repeat(120);

    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private NodeKeys elder;
    private Authority authority;
    private Duration patience = Duration.ZERO;

    private KitFounding(Path folder) {
        this.folder = folder;
    }

    /** A node as it is wished for, before it has an id and a key. */
    public record Wish(String name, Member.Role role, String address, Member.Ports ports) {
    }

    /** The first of the wishes is a server. What lies in the folder already is not touched: it is refused. */
    public static Checked<Kit> found(Path folder, Optional<Origin> origin, List<Wish> wishes) throws IOException {
        if (Files.exists(folder.resolve(FILE))) return Checked.refused(Finding.error("cluster.founded", "folder", folder.toString()));
        var founding = new KitFounding(folder);
        for (var wish : wishes) {
            var finding = founding.lay(wish);
            if (finding.isPresent()) return Checked.refused(finding.get());
        }
        var digest = Standing.digest(PeerPapers.open(certificates(folder.resolve(wishes.getFirst().name()))));
        var kit = new Kit("kit-" + RandomIds.next().substring(0, NAME_DIGITS), origin, digest, founding.members);
        OwnerFiles.write(folder.resolve(FILE), kit.text().getBytes(StandardCharsets.UTF_8));
        return Kit.read(folder.resolve(FILE));
    }

    /**
     * Puts a blank node in the place of a lost one: another id, another key, a folder of its own. The cluster file then
     * names it, and each of the other nodes has to be given that file.
     *
     * @param elder data folder of a server of this kit, from which codes, cookies and the authority are had
     */
    public static Checked<Kit> replace(Path folder, Path elder, String lost) throws IOException {
        return replace(folder, elder, lost, UNTIL_IT_HAS_ENDED);
    }

    /** @param patience how long the folder may be in use: whoever keeps nodes up may just be starting the lost one, which ends by itself */
    static Checked<Kit> replace(Path folder, Path elder, String lost, Duration patience) throws IOException {
        var read = Kit.read(folder.resolve(FILE));
        if (read.value().isEmpty()) return read;
        var kit = read.value().get();
        var before = kit.member(lost);
        if (before.isEmpty()) {
            var names = String.join(" ", kit.members().stream().map(Member::name).toList());
            return Checked.refused(Finding.error("cluster.node-unknown", "node", lost, "nodes", names));
        }
        if (Files.exists(folder.resolve(lost).resolve("node").resolve("id"))) return Checked.refused(Finding.error("cluster.folder-there", "folder", folder.resolve(lost).toString()));
        var founding = new KitFounding(folder);
        founding.patience = patience;
        founding.elder = NodeKeys.at(elder.resolve("node"), false);
        founding.authority = Authority.at(certificates(elder), Instant.now());
        var finding = founding.lay(new Wish(lost, before.get().role(), before.get().address(), before.get().ports()));
        if (finding.isPresent()) return Checked.refused(finding.get());
        var members = kit.members().stream().map(m -> m.name().equals(lost) ? founding.members.getFirst() : m).toList();
        // An audit of what the lost node signed needs its key, which stands only in the file as it was.
        OwnerFiles.write(folder.resolve("cluster-before-" + founding.members.getFirst().peer() + ".conf"),
                Files.readAllBytes(folder.resolve(FILE)));
        var changed = new Kit(kit.name(), kit.origin(), kit.authority(), members);
        OwnerFiles.write(folder.resolve(FILE), changed.text().getBytes(StandardCharsets.UTF_8));
        return Kit.read(folder.resolve(FILE));
    }

    /**
     * Adds a blank node to a kit that goes on meanwhile: its folder is laid out, and the cluster file names it from then on.
     *
     * @param elder as for {@link #replace}
     */
    public static Checked<Kit> join(Path folder, Path elder, Wish wish) throws IOException {
        var read = Kit.read(folder.resolve(FILE));
        if (read.value().isEmpty()) return read;
        var kit = read.value().get();
        if (kit.member(wish.name()).isPresent()) return Checked.refused(Finding.error("cluster.name-taken", "node", wish.name()));
        if (Files.exists(folder.resolve(wish.name()))) return Checked.refused(Finding.error("cluster.folder-there", "folder", folder.resolve(wish.name()).toString()));
        var tried = checked(folder, with(kit, new Member(wish.name(), wish.role(), RandomIds.next(), wish.address(), wish.ports(), NO_KEY)));
        if (tried.value().isEmpty()) return tried;
        var founding = new KitFounding(folder);
        founding.elder = NodeKeys.at(elder.resolve("node"), false);
        founding.authority = Authority.at(certificates(elder), Instant.now());
        var finding = founding.lay(wish);
        if (finding.isPresent()) return Checked.refused(finding.get());
        OwnerFiles.write(folder.resolve(FILE), with(kit, founding.members.getFirst()).text().getBytes(StandardCharsets.UTF_8));
        return Kit.read(folder.resolve(FILE));
    }

    /**
     * The kit stands in another house: other addresses, the same nodes. All of them stand still, and are given the new file.
     *
     * @param addresses by the nodes' names; who is not among them stays where it is
     */
    public static Checked<Kit> move(Path folder, Map<String, String> addresses) throws IOException {
        var read = Kit.read(folder.resolve(FILE));
        if (read.value().isEmpty()) return read;
        var kit = read.value().get();
        for (var name : addresses.keySet()) {
            if (kit.member(name).isEmpty()) {
                return Checked.refused(Finding.error("cluster.node-unknown", "node", name, "nodes", String.join(" ", kit.members().stream().map(Member::name).toList())));
            }
        }
        var running = GoingAlone.answering(kit.members(), "cluster.running");
        if (!running.isEmpty()) return Checked.refused(running.toArray(Finding[]::new));
        var moved = kit.members().stream().map(m -> new Member(m.name(), m.role(), m.peer(), addresses.getOrDefault(m.name(), m.address()), m.ports(), m.key())).toList();
        var origin = kit.origin().map(before -> kit.members().stream().filter(m -> m.address().equals(before.host())).findFirst()
                .map(m -> new Origin(addresses.getOrDefault(m.name(), m.address()), before.port())).orElse(before));
        var changed = new Kit(kit.name(), origin, kit.authority(), moved);
        var tried = checked(folder, changed);
        if (tried.value().isPresent()) OwnerFiles.write(folder.resolve(FILE), changed.text().getBytes(StandardCharsets.UTF_8));
        return tried;
    }

    private static Kit with(Kit kit, Member more) {
        return new Kit(kit.name(), kit.origin(), kit.authority(), Stream.concat(kit.members().stream(), Stream.of(more)).toList());
    }

    /** Before it is put in the place of the file that running nodes look at. */
    static Checked<Kit> checked(Path folder, Kit kit) throws IOException {
        var part = folder.resolve(FILE + ".tried");
        OwnerFiles.write(part, kit.text().getBytes(StandardCharsets.UTF_8));
        try {
            return Kit.read(part);
        } finally {
            Files.delete(part);
        }
    }

    private Optional<Finding> lay(Wish wish) throws IOException {
        var opened = opened(wish.name());
        if (opened.value().isEmpty()) return Optional.of(opened.findings().getFirst());
        try (var data = opened.value().get()) {
            var id = data.nodeId(RandomIds::next);
            var server = wish.role() == Member.Role.SERVER;
            var keys = elder != null && server ? elder.another(data.node()) : NodeKeys.at(data.node(), true);
            if (elder == null) elder = keys;
            var papers = certificates(data.root());
            authority = authority == null ? Authority.at(papers, Instant.now()) : authority.into(papers, server);
            authority.peer(id, List.of(wish.address()), Instant.now());
            members.add(new Member(wish.name(), wish.role(), id, wish.address(), wish.ports(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(keys.signing().publicKey())));
            return Optional.empty();
        }
    }

    private Checked<DataFolder> opened(String name) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            var opened = DataFolder.open(folder.resolve(name));
            if (opened.value().isPresent() || !opened.findings().getFirst().what().equals("data.in-use") || System.nanoTime() >= until) return opened;
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return opened;
            }
        }
    }

    private static Path certificates(Path data) {
        return data.resolve("node").resolve("certificates");
    }
}
