package conclave.ballot;

import conclave.seal.BlindClient;
import conclave.seal.BlindSigner;
import conclave.seal.RandomIds;
import conclave.seal.RoundKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A ballot with its voters, from the announcement to the bodies that they throw in. */
final class Election {

    private static final int SALT = 48;

    /** What a voter holds after issuing, and what the signers saw of it. */
    record Held(byte[] token, List<byte[]> signatures, List<byte[]> blinded) {
    }

    final Announcement announced;
    final BallotBox box;
    private final List<BlindSigner> signers;
    private final List<BlindClient> clients;
    private final RoundKey round;

    Election(Paper paper, int size, int fewest, List<BlindSigner> signers, RoundKey round) {
        this.signers = signers;
        this.round = round;
        this.clients = signers.stream().map(signer -> new BlindClient(signer.publicKey())).toList();
        this.announced = Announcement.of(RandomIds.next("bl"), "5".repeat(64), size, fewest, paper,
                signers.stream().map(BlindSigner::publicKey).toList(), round.publicKey());
        this.box = new BallotBox(announced, round);
    }

    Held issue() {
        var token = RandomIds.bytes(Cast.TOKEN);
        var signatures = new ArrayList<byte[]>();
        var blinded = new ArrayList<byte[]>();
        for (int i = 0; i < signers.size(); i++) {
            BigInteger r = clients.get(i).freshBlinding();
            var asked = clients.get(i).blind(token, RandomIds.bytes(SALT), r);
            blinded.add(asked);
            signatures.add(clients.get(i).unblind(signers.get(i).sign(asked).orElseThrow(), r));
        }
        return new Held(token, signatures, blinded);
    }

    List<Held> issue(int voters) {
        var all = new ArrayList<Held>();
        for (int i = 0; i < voters; i++) all.add(issue());
        return all;
    }

    byte[] cast(Held held, int... marks) {
        var choice = new byte[marks.length];
        for (int i = 0; i < marks.length; i++) choice[i] = (byte) marks[i];
        return body(held, BlindClient.seal(round.publicKey(), choice, Cast.label(announced.digest(), held.token())));
    }

    byte[] body(Held held, byte[] sealed) {
        var body = ByteBuffer.allocate(65 + held.signatures().stream().mapToInt(each -> each.length).sum() + sealed.length);
        body.put((byte) 1).put(announced.digest()).put(held.token());
        held.signatures().forEach(body::put);
        return body.put(sealed).array();
    }
}
