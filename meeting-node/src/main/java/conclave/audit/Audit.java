package conclave.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stand-alone verifier of a meeting's record: nothing but a copy of its folder and the nodes' public keys. Whoever
 * changed the evidence and holds the keys of one node is found out by a single signature of another, or by one receipt.
 */
public final class Audit {

    private final Path folder;
    private final List<Signatory> kit;
    private final Findings findings = new Findings();
    private final Chain chain;
    private final Claims claims;

    private Audit(Path folder, List<Signatory> kit) {
        this.folder = folder;
        this.kit = kit;
        this.chain = Chain.read(folder.resolve("evidence.jsonl"), findings);
        this.claims = new Claims(kit, chain, findings);
        claims.roots(folder.resolve("roots.jsonl"));
        claims.heads(folder.resolve("heads.jsonl"));
        claims.forks(folder.resolve("forks.jsonl"));
    }

    /** What others hold of the same meeting: receipts of persons, whole or as printed, and heads that another node kept. */
    public record Held(List<Path> receipts, List<Path> heads, List<String> slips) {

        public static final Held NOTHING = new Held(List.of(), List.of());

        public Held(List<Path> receipts, List<Path> heads) {
            this(receipts, heads, List.of());
        }

        public Held {
            slips = List.copyOf(slips);
            receipts = List.copyOf(receipts);
            heads = List.copyOf(heads);
        }
    }

    /** @param folder a copy of a meeting's folder, taken when nothing was being written */
    public static Verdict of(Path folder, List<Signatory> kit, Held held) {
        var audit = new Audit(folder, kit);
        held.receipts.forEach(audit.claims::receipt);
        held.heads.forEach(audit.claims::heads);
        held.slips.forEach(audit.claims::slip);
        return audit.verdict();
    }

    private Verdict verdict() {
        var meeting = meeting();
        var ours = new ArrayList<Claim>();
        for (var claim : claims.all()) {
            if (claim.meeting().equals(meeting.orElse(""))) ours.add(claim);
            else findings.add(Matter.OTHER_MEETING, "source", claim.source(), "meeting", claim.meeting());
        }
        var accounts = kit.stream().map(node -> account(node, ours)).toList();
        contradictions(ours);
        new Solitude(kit, chain, findings).look(folder, meeting);
        var cosigned = cover(accounts);
        return new Verdict(meeting, chain.size(), accounts, cosigned, findings.all(), claims.found(), false);
    }

    /** The one with which the evidence begins; what somebody else put beside it does not rename it. */
    private Optional<String> meeting() {
        var named = claims.all().stream().map(Claim::meeting).distinct().toList();
        var fitting = named.stream().filter(chain::begins).findFirst();
        if (fitting.isPresent() || named.isEmpty()) return fitting;
        if (chain.size() > 0) findings.add(Matter.FIRST_UNCHAINED, "meeting", named.getFirst());
        return Optional.of(named.getFirst());
    }

    /** Of one node the first signature that the evidence does not bear out is told; those after it follow from it. */
    private Verdict.Account account(Signatory node, List<Claim> ours) {
        long upTo = 0;
        int signatures = 0;
        var its = ours.stream().filter(claim -> claim.by().id().equals(node.id())).sorted(Comparator.comparingLong(Claim::size)).toList();
        for (var claim : its) {
            if (bornOut(claim)) {
                upTo = claim.size();
                signatures++;
                continue;
            }
            if (claim.size() > chain.size()) {
                findings.add(Matter.CUT_OFF, "node", node.name(), "size", claim.size(), "source", claim.source(), "lines", chain.size());
            } else {
                findings.add(Matter.DIFFERS, "node", node.name(), "size", claim.size(), "source", claim.source(), "after", upTo);
            }
            break;
        }
        return new Verdict.Account(node.name(), node.id(), upTo, signatures);
    }

    private boolean bornOut(Claim claim) {
        return claim.size() >= 1 && claim.size() <= chain.size() && chain.hash(claim.size()).equals(claim.hash());
    }

    /** Two signatures for different lines of one number need no evidence to contradict each other. */
    private void contradictions(List<Claim> ours) {
        Map<Long, List<Claim>> bySize = new HashMap<>();
        for (var claim : ours) {
            var same = bySize.computeIfAbsent(claim.size(), _ -> new ArrayList<>());
            same.stream().filter(claim::contradicts).findFirst().ifPresent(other -> fork(other, claim));
            same.add(claim);
        }
    }

    private void fork(Claim one, Claim other) {
        if (one.by().id().equals(other.by().id())) {
            findings.add(Matter.FORK_ONE, "node", one.by().name(), "size", one.size(), "one", one.source(), "other", other.source());
        } else {
            findings.add(Matter.FORK_TWO, "node", one.by().name(), "second", other.by().name(), "size", one.size(),
                    "one", one.source(), "other", other.source());
        }
    }

    /** How far two nodes vouch for the record, where there are two. Of a record that does not hold no more needs to be said. */
    private long cover(List<Verdict.Account> accounts) {
        var most = accounts.stream().sorted(Comparator.comparingLong(Verdict.Account::upTo).reversed()).toList();
        var signed = most.isEmpty() ? 0 : most.getFirst().upTo();
        var cosigned = most.size() < 2 ? 0 : most.get(1).upTo();
        if (findings.breaking()) return cosigned;
        if (signed == 0) findings.add(Matter.NOBODY_SIGNED);
        else if (signed < chain.size()) findings.add(Matter.TAIL_UNSIGNED, "first", signed + 1, "lines", chain.size());
        else if (most.size() > 1 && cosigned == 0) findings.add(Matter.ALONE, "node", most.getFirst().node());
        else if (most.size() > 1 && cosigned < signed) {
            findings.add(Matter.TAIL_ALONE, "first", cosigned + 1, "lines", signed, "node", most.getFirst().node());
        }
        return cosigned;
    }
}
