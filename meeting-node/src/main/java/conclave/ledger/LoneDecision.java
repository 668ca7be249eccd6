package conclave.ledger;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.seal.Digests;
import conclave.seal.Signer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 单机续会决定: two persons have decided that one node goes on without the others, which are lost for good. Signed by that
 * node, because nobody else is left; it names the persons, the reason, the lost ones and what the node held at that moment.
 * The record of each meeting carries its digest, and it is salted, so that the record does not tell who they are.
 *
 * @param statement format, kit, node, peer, persons, reason, at, lost, held, salt, by
 */
public record LoneDecision(Json.Obj statement, String sig) {

    static final String FORMAT = "conclave-alone/1";
    private static final Set<String> FIELDS = Set.of("format", "kit", "node", "peer", "persons", "reason", "at", "lost", "held", "salt", "by");

    /** Who decided, why and when. */
    public record Grounds(List<String> persons, String reason, long at, String salt) {
        public Grounds {
            persons = List.copyOf(persons);
        }
    }

    /** The node that goes on. */
    public record Survivor(String kit, String node, String peer) {
    }

    /** One that is struck: it must never come back as itself. */
    public record Lost(String node, String peer, String address, int link) {

        private Json json() {
            return new JsonFields().put("node", node).put("peer", peer).put("address", address).put("link", link).end();
        }

        private static Lost of(Json json) {
            if (!(json instanceof Json.Obj lost)) throw new BadJson("not a lost node");
            return new Lost(lost.text("node"), lost.text("peer"), lost.text("address"), Math.toIntExact(lost.number("link")));
        }
    }

    public static LoneDecision sign(Survivor survivor, Grounds grounds, List<Lost> lost, List<Holding> held, Signer signer) {
        var signed = Signed.by(signer, new JsonFields().put("format", FORMAT)
                .put("kit", survivor.kit()).put("node", survivor.node()).put("peer", survivor.peer())
                .list("persons", grounds.persons(), Json::text).put("reason", grounds.reason()).put("at", grounds.at())
                .list("lost", lost, Lost::json).list("held", held, Holding::json)
                .put("salt", grounds.salt()).put("by", signer.id()).end());
        return new LoneDecision(signed.statement(), signed.sig());
    }

    /** Throws {@link BadJson} for what is not a decision in its one form; whether it is truly signed, {@link #verify} says. */
    public static LoneDecision read(byte[] line) {
        var signed = Signed.read(CanonicalJson.readObject(line), FIELDS);
        var decision = new LoneDecision(signed.statement(), signed.sig());
        if (!Arrays.equals(decision.bytes(), line)) throw new BadJson("not the one form of a decision");
        if (!decision.statement.text("format").equals(FORMAT) || decision.persons().size() != 2) throw new BadJson("not a decision of a known format");
        decision.lost();
        decision.held();
        return decision;
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(new Signed(statement, sig).json());
    }

    /** As it stands in the meetings' records. */
    public String digest() {
        return Digests.hex(Digests.sha256(bytes()));
    }

    public String node() {
        return statement.text("node");
    }

    public String peer() {
        return statement.text("peer");
    }

    public String by() {
        return statement.text("by");
    }

    public long at() {
        return statement.number("at");
    }

    public String reason() {
        return statement.text("reason");
    }

    public List<String> persons() {
        return statement.list("persons").stream().map(name -> ((Json.Str) name).value()).toList();
    }

    public List<Lost> lost() {
        return statement.list("lost").stream().map(Lost::of).toList();
    }

    public List<Holding> held() {
        return statement.list("held").stream().map(Holding::of).toList();
    }

    /** What the node held of this meeting when it was decided; nothing, where the meeting is younger. */
    public Optional<Holding> held(String meeting) {
        return held().stream().filter(one -> one.meeting().equals(meeting)).findFirst();
    }

    public boolean strikes(String peer) {
        return lost().stream().anyMatch(one -> one.peer().equals(peer));
    }

    /** Whether the holder of this key signed it (X.509 SubjectPublicKeyInfo, DER). */
    public boolean verify(byte[] publicKey) {
        return new Signed(statement, sig).verify(publicKey, FORMAT, FIELDS);
    }
}
