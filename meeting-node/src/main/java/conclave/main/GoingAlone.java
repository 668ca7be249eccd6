package conclave.main;

import conclave.config.Checked;
import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.Kit;
import conclave.config.Member;
import conclave.ledger.Holding;
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecision.Grounds;
import conclave.ledger.LoneDecision.Survivor;
import conclave.ledger.LoneDecisions;
import conclave.ledger.ratis.LastKeeper;
import conclave.ledger.ratis.RatisOptions;
import conclave.node.Holdings;
import conclave.seal.NodeKeys;
import conclave.seal.OwnerFiles;
import conclave.seal.RandomIds;
import conclave.seal.bouncycastle.SwiftSigner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * 单机续会: one node of a kit is left, the others are lost for good, and two persons take it upon themselves that it goes on
 * alone. Looked at first, by a node that stands still; then decided. The decision is on the disk before anything follows from
 * it, the cluster file names this node only before its ledgers do: cut short, the node starts and leads nothing, and the same
 * command ends what it began.
 */
public final class GoingAlone implements AutoCloseable {

    private static final int ANSWERS_WITHIN_MS = 1_500;
    private static final int NAME_DIGITS = 8;

    private final Path file;
    private final DataFolder data;
    private final Kit kit;
    private final Member self;
    private final LastKeeper ledgers;
    private final List<Holding> held;

    private GoingAlone(Path file, DataFolder data, Kit kit, Member self) throws IOException {
        this.file = file;
        this.data = data;
        this.kit = kit;
        this.self = self;
        this.ledgers = new LastKeeper(data.ledger(),
                new RatisOptions.Member(self.peer(), self.address(), self.ports().ledger(), Standing.SERVER_PRIORITY));
        this.held = Holdings.in(data, ledgers::entries);
    }

    /** Changes nothing. Refused where another node of the kit answers, or this one is running. */
    public static Checked<GoingAlone> look(Path file, String survivor, Path folder) throws IOException {
        var read = Kit.read(file);
        if (read.value().isEmpty()) return new Checked<>(Optional.empty(), read.findings());
        var kit = read.value().get();
        var self = kit.member(survivor);
        if (self.isEmpty()) return Checked.refused(Finding.error("cluster.node-unknown", "node", survivor, "nodes", names(kit.members())));
        if (!self.get().server()) return Checked.refused(Finding.error("cluster.witness-alone", "node", survivor));
        var there = answering(kit.others(self.get().peer()), "cluster.still-there");
        if (!there.isEmpty()) return Checked.refused(there.toArray(Finding[]::new));
        if (!Files.exists(folder.resolve("format"))) return Checked.refused(Finding.error("cluster.blank", "node", survivor, "folder", folder.toString()));
        var opened = DataFolder.open(folder);
        if (opened.value().isEmpty()) return new Checked<>(Optional.empty(), opened.findings());
        var data = opened.value().get();
        try {
            var wrong = wrong(self.get(), data);
            if (wrong == null) return Checked.of(new GoingAlone(file, data, kit, self.get()), List.of());
            data.close();
            return Checked.refused(wrong);
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static Finding wrong(Member self, DataFolder data) throws IOException {
        var known = data.knownNodeId().orElse("");
        if (!known.equals(self.peer())) return Finding.error("cluster.other-peer", "node", self.name(), "folder", data.root().toString(), "found", known);
        var own = Base64.getUrlEncoder().withoutPadding().encodeToString(NodeKeys.at(data.node(), false).signing().publicKey());
        return own.equals(self.key()) ? null : Finding.error("cluster.other-key", "node", self.name());
    }

    /** Whoever takes a connection is not lost. */
    static List<Finding> answering(List<Member> others, String what) {
        var found = new ArrayList<Finding>();
        for (var other : others) {
            for (var port : List.of(other.ports().link(), other.ports().ledger())) {
                try (var socket = new Socket()) {
                    socket.connect(new InetSocketAddress(other.address(), port), ANSWERS_WITHIN_MS);
                    found.add(Finding.error(what, "node", other.name(), "address", other.address() + ":" + port));
                    break;
                } catch (IOException silent) {
                    continue;
                }
            }
        }
        return found;
    }

    private static String names(List<Member> members) {
        return String.join(" ", members.stream().map(Member::name).toList());
    }

    public Kit kit() {
        return kit;
    }

    public Member self() {
        return self;
    }

    /** Who is struck. */
    public List<Member> lost() {
        return kit.others(self.peer());
    }

    /** What the node holds, meeting by meeting. */
    public List<Holding> held() {
        return held;
    }

    /** It was decided before, and the rest may have been cut short. */
    public boolean decided() {
        return lost().isEmpty() && !LoneDecisions.in(data.node()).isEmpty();
    }

    /** @param persons two of them, by name */
    public LoneDecision decide(List<String> persons, String reason, long at) throws IOException {
        var signer = new SwiftSigner(NodeKeys.at(data.node(), false).signing());
        var lost = lost().stream().map(m -> new LoneDecision.Lost(m.name(), m.peer(), m.address(), m.ports().link())).toList();
        var decision = LoneDecision.sign(new Survivor(kit.name(), self.name(), self.peer()),
                new Grounds(persons, reason, at, RandomIds.next()), lost, held, signer);
        LoneDecisions.add(data.node(), decision);
        for (var one : held) LoneDecisions.add(data.meeting(one.meeting()), decision);
        // An audit of what the others signed needs their keys, which stand only in the file as it was.
        OwnerFiles.write(file.resolveSibling("cluster-before-alone-" + decision.digest().substring(0, NAME_DIGITS) + ".conf"), Files.readAllBytes(file));
        OwnerFiles.write(file, new Kit(kit.name(), kit.origin(), kit.authority(), List.of(self)).text().getBytes(StandardCharsets.UTF_8));
        carryOut();
        return decision;
    }

    /** As often as it is said. */
    public void carryOut() throws IOException {
        for (var ledger : ledgers.ledgers()) ledgers.take(ledger);
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
