package conclave.node;

import conclave.ballot.BallotBox.Answer;
import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Order;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.node.BallotTwin.Accepted;
import conclave.node.BallotTwin.Inside;
import conclave.node.BallotTwin.Offer;
import conclave.node.BallotTwin.Passed;
import conclave.node.BallotTwin.Seen;
import conclave.seal.CoverKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What one node asks another about the secret ballots of a meeting. Papers travel in questions and answers of one length. */
final class BallotWire {

    static final String OFFER = "ballot-offer";
    static final String SPARE = "ballot-spare";
    static final String SPARE_OF = "ballot-spare-of";
    static final String SEEN = "ballot-seen";
    static final String SIGN = "ballot-sign";
    static final String CAST = "ballot-cast";
    static final String PAPERS = "ballot-papers";
    static final String OPEN = "ballot-open";
    private static final int NAME = 32;
    /** Not among the answers: the other one knows no such ballot. */
    private static final byte UNKNOWN = -1;
    private static final long SOON_MS = 1_000;
    private static final long PATIENCE_MS = 3_000;
    /** Keys are made meanwhile, on a machine that may be busy. */
    private static final long KEYS_MS = 15_000;
    private static final long OPENING_MS = 20_000;

    private final Company company;
    private final MeetingId meeting;

    BallotWire(Company company, MeetingId meeting) {
        this.company = company;
        this.meeting = meeting;
    }

    /** The other nodes that hold papers, in one order. */
    List<String> servers() {
        return company.others().stream().filter(company.servers()::contains).sorted().toList();
    }

    /** Who could keep the spare keys of this node and that one: rather one that never has papers. */
    Optional<String> keeper(String other) {
        return company.others().stream().filter(one -> !one.equals(other)).min((one, two) ->
                Boolean.compare(company.servers().contains(one), company.servers().contains(two)));
    }

    CompletableFuture<Accepted> offer(String peer, RoundId round, Offer offer) {
        return ask(peer, OFFER, of(round).put("keeper", offer.keeper()).put("key", written(offer.round())).put("cover", written(offer.cover())), KEYS_MS)
                .thenApply(said -> new Accepted(read(said, "signer"), read(said, "cover")));
    }

    CompletableFuture<Json.Obj> leaveSpare(String keeper, RoundId round, CoverKey key) {
        return ask(keeper, SPARE, of(round).put("cover", written(key.publicKey())).put("spare", written(key.handedOver())), PATIENCE_MS);
    }

    /** The key of a server that is gone; fails where the keeper hears it. */
    CompletableFuture<CoverKey> spare(BallotTwin twin, RoundId round) {
        return ask(twin.keeper(), SPARE_OF, of(round).put("peer", twin.peer()).put("cover", written(twin.cover())), PATIENCE_MS)
                .thenApply(said -> CoverKey.of(twin.cover(), read(said, "spare")));
    }

    CompletableFuture<Seen> seen(String peer, RoundId round) {
        return ask(peer, SEEN, of(round), SOON_MS).thenApply(said -> new Seen(said.flag("held"), said.flag("complete"), said.flag("yours"),
                Optional.of(read(said, "cover")).filter(cover -> cover.length > 0)));
    }

    /** The signature that the other one can give. */
    CompletableFuture<Signing.Part> sign(String peer, RoundId round, PersonId person, List<byte[]> blinded) {
        return ask(peer, SIGN, of(round).put("person", person.value()).list("blinded", blinded, one -> Json.text(written(one))), PATIENCE_MS)
                .thenApply(said -> new Signing.Part(Math.toIntExact(said.number("place")), read(said, "signed")));
    }

    CompletableFuture<Passed> cast(String peer, byte[] paper) {
        return company.link().askApart(peer, CAST, paper).orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS).thenApply(BallotWire::passed);
    }

    private static Passed passed(byte[] said) {
        if (said.length != 1 + NAME || said[0] >= Answer.values().length) throw new BadJson("not what a box says");
        var answer = said[0] == UNKNOWN ? Optional.<Answer>empty() : Optional.of(Answer.values()[said[0]]);
        return new Passed(answer, HexFormat.of().formatHex(said, 1, said.length));
    }

    /** Of one length, whatever is said. */
    static byte[] said(Passed passed) {
        var said = new byte[1 + NAME];
        said[0] = passed.answer().map(answer -> (byte) answer.ordinal()).orElse(UNKNOWN);
        var name = HexFormat.of().parseHex(passed.name());
        System.arraycopy(name, 0, said, 1, name.length);
        return said;
    }

    /** @param own what lies here, so that the other one can hold against it what the record will say */
    CompletableFuture<Inside> inside(String peer, RoundId round, List<byte[]> own) {
        return ask(peer, PAPERS, of(round).list("papers", own, paper -> Json.text(written(paper))), PATIENCE_MS).thenApply(said -> new Inside(all(said, "papers"),
                said.has("order") ? Optional.of(order(read(said, "order"))) : Optional.empty()));
    }

    static Json inside(Inside inside) {
        var fields = new JsonFields().list("papers", inside.papers(), paper -> Json.text(written(paper)));
        inside.said().ifPresent(order -> fields.put("order", written(bytes(order))));
        return fields.end();
    }

    private static byte[] bytes(OpenBox order) {
        return Codec.entry("", 1, List.of(Codec.bytes(new Order("", "", PersonId.HOUSE, 0, order))));
    }

    private static OpenBox order(byte[] bytes) {
        return (OpenBox) Codec.entry(bytes).orders().getFirst().command();
    }

    CompletableFuture<Opened> open(String peer, RoundId round, boolean acceptMissing) {
        return ask(peer, OPEN, of(round).put("acceptMissing", acceptMissing), OPENING_MS).thenApply(BallotWire::opened);
    }

    static Json opened(Opened opened) {
        return switch (opened) {
            case Opened.Said said -> new JsonFields().put("state", "said").put("order", written(bytes(said.order()))).end();
            case Opened.PapersOut _ -> new JsonFields().put("state", "papersOut").end();
            case Opened.Differs _ -> new JsonFields().put("state", "differs").end();
            case Opened.OtherUnheard _ -> new JsonFields().put("state", "otherUnheard").end();
            case Opened.NotHeld _ -> new JsonFields().put("state", "notHeld").end();
        };
    }

    private static Opened opened(Json.Obj said) {
        return switch (said.text("state")) {
            case "said" -> new Opened.Said(order(read(said, "order")));
            case "papersOut" -> new Opened.PapersOut();
            case "differs" -> new Opened.Differs();
            case "otherUnheard" -> new Opened.OtherUnheard();
            default -> new Opened.NotHeld();
        };
    }

    private JsonFields of(RoundId round) {
        return new JsonFields().put("meeting", meeting.value()).put("round", round.value());
    }

    private CompletableFuture<Json.Obj> ask(String peer, String about, JsonFields question, long patience) {
        return company.link().askApart(peer, about, CanonicalJson.bytes(question.end())).orTimeout(patience, TimeUnit.MILLISECONDS).thenApply(CanonicalJson::readObject);
    }

    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] read(Json.Obj json, String field) {
        return read(json.text(field));
    }

    static byte[] read(String written) {
        return Base64.getUrlDecoder().decode(written);
    }

    static List<byte[]> all(Json.Obj json, String field) {
        return json.list(field).stream().map(one -> Base64.getUrlDecoder().decode(((Json.Str) one).value())).toList();
    }
}
