package conclave.audit;

import conclave.ledger.Broken;
import conclave.ledger.LoneDecision;
import conclave.ledger.LoneDecisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the record was kept by one node alone: by whose decision, and whether the record bears out what that says. */
final class Solitude {

    private final List<Signatory> kit;
    private final Chain chain;
    private final Findings findings;

    Solitude(List<Signatory> kit, Chain chain, Findings findings) {
        this.kit = kit;
        this.chain = chain;
        this.findings = findings;
    }

    void look(Path folder, Optional<String> meeting) {
        if (chain.alone().isEmpty()) return;
        List<LoneDecision> decisions;
        try {
            decisions = LoneDecisions.in(folder);
        } catch (Broken unreadable) {
            findings.add(Matter.UNREADABLE, "file", LoneDecisions.FILE);
            return;
        }
        for (var alone : chain.alone()) {
            var decision = decisions.stream().filter(one -> one.digest().equals(alone.decision())).findFirst();
            if (decision.isEmpty()) findings.add(Matter.ALONE_UNEXPLAINED, "line", alone.line(), "node", name(alone.node()), "decision", alone.decision());
            else look(alone, decision.get(), meeting.orElse(""));
        }
    }

    private void look(Chain.Alone alone, LoneDecision decision, String meeting) {
        var held = decision.held(meeting);
        var signed = kit.stream().anyMatch(node -> node.id().equals(alone.node()) && decision.verify(node.key()));
        var bornOut = held.isPresent() && held.get().lines() < alone.line()
                && (held.get().lines() == 0 || chain.hash(held.get().lines()).equals(held.get().head()));
        if (!signed || !bornOut) {
            findings.add(Matter.ALONE_FALSE, "line", alone.line(), "node", name(alone.node()));
            return;
        }
        findings.add(Matter.CONTINUED_ALONE, "line", alone.line(), "node", name(alone.node()), "persons", String.join("、", decision.persons()),
                "reason", decision.reason(), "held", held.get().lines());
    }

    private String name(String key) {
        return kit.stream().filter(node -> node.id().equals(key)).map(Signatory::name).findFirst().orElse(key);
    }
}
