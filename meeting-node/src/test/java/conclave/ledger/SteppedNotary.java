package conclave.ledger;

import conclave.codec.CanonicalJson;
import conclave.seal.Digests;
import conclave.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The notary in the hands of a simulation: it signs when it is told to, with a signature that costs nothing. */
public final class SteppedNotary {

    private SteppedNotary() {
    }

    public static Notary open(Path rootsFile, String meeting, Evidence evidence, Signer signer, LongSupplier clock, Consumer<Broken> alarm) {
        return Notary.withoutHands(rootsFile, meeting, evidence, signer, clock, alarm);
    }

    public static void turn(Notary notary) {
        try {
            notary.turn();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a single thread", e);
        }
    }

    /** As {@link Receipt#verify}, for a signer whose signature can only be compared with what it would sign again. */
    public static boolean proves(Receipt receipt, Signer signer) {
        var line = receipt.line().getBytes(StandardCharsets.UTF_8);
        var root = receipt.root();
        var path = receipt.path().stream().map(HexFormat.of()::parseHex).toList();
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign(CanonicalJson.bytes(root.statement())));
        return CanonicalJson.readObject(line).number("seq") == receipt.seq() && root.covers(receipt.seq())
                && root.statement().text("meeting").equals(receipt.meeting())
                && root.leadsTo(MerkleTree.climb(MerkleTree.leaf(Digests.sha256(line)), receipt.seq() - root.first(), root.size(), path))
                && root.statement().text("by").equals(signer.id()) && root.sig().equals(signature);
    }
}
