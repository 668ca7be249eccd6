package conclave.node;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Ledger;
import conclave.ledger.LedgerId;
import conclave.ledger.Ledgers;
import conclave.ledger.Peers;
import conclave.ledger.Stand;
import conclave.link.NoAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Hears from the other nodes where they stand with a ledger, and tells them where this one does. */
final class Stands implements Peers {

    private static final String STAND = "stand";

    private final Company company;
    private final Ledgers ledgers;

    Stands(Company company, Ledgers ledgers) {
        this.company = company;
        this.ledgers = ledgers;
    }

    /** From now on others are answered. */
    void begin() {
        company.link().answer(STAND, (_, question) -> opened(question).map(ledger -> CompletableFuture.completedFuture(bytes(ledger.stand())))
                .orElseGet(() -> CompletableFuture.failedFuture(new NoAnswer("not kept here", true, null))));
    }

    @Override
    public List<String> others() {
        return company.others();
    }

    @Override
    public CompletableFuture<Stand> stand(String peer, LedgerId ledger) {
        return company.link().ask(peer, STAND, ledger.toString().getBytes(StandardCharsets.US_ASCII)).thenApply(answer -> stand(peer, answer));
    }

    private Optional<Ledger> opened(byte[] question) {
        try {
            return ledgers.opened(new LedgerId(UUID.fromString(new String(question, StandardCharsets.US_ASCII))));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Stand stand) {
        return CanonicalJson.bytes(new JsonFields().put("peer", stand.peer()).put("term", stand.term()).put("leads", stand.leads())
                .put("committed", stand.committed()).list("keepers", stand.keepers(), Json::text).end());
    }

    private static Stand stand(String peer, byte[] bytes) {
        try {
            var said = CanonicalJson.readObject(bytes);
            var keepers = said.list("keepers").stream().map(keeper -> ((Json.Str) keeper).value()).toList();
            return new Stand(said.text("peer"), said.number("term"), said.flag("leads"), said.number("committed"), keepers);
        } catch (BadJson | ClassCastException e) {
            throw new NoAnswer("what peer " + peer + " says cannot be read: " + e.getMessage(), false, e);
        }
    }
}
