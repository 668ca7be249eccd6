package conclave.ballot;

import conclave.seal.BlindClient;
import conclave.seal.RandomIds;
import conclave.seal.TokenKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/** Somebody who votes, written a second time in Java: what a laptop asks for, takes back and throws in. One signer. */
public final class Elector {

    private static final int SALT = 48;

    private final Announcement announced;
    private final BlindClient signer;
    private final byte[] token = RandomIds.bytes(Cast.TOKEN);
    private final BigInteger blinding;
    private final byte[] blinded;
    private byte[] signature;

    public Elector(Announcement announced) {
        this.announced = announced;
        this.signer = new BlindClient(Announcement.read(announced.signers().getFirst()));
        this.blinding = signer.freshBlinding();
        this.blinded = signer.blind(token, RandomIds.bytes(SALT), blinding);
    }

    public String blinded() {
        return Announcement.written(blinded);
    }

    public void signed(String answer) {
        signature = signer.unblind(Announcement.read(answer), blinding);
        if (!token().signedBy(List.of(TokenKey.of(Announcement.read(announced.signers().getFirst()))))) {
            throw new AssertionError("a signature that does not hold");
        }
    }

    public SignedToken token() {
        return new SignedToken(Announcement.written(token), List.of(Announcement.written(signature)));
    }

    /** What could lead to this voter if it were found anywhere. */
    public List<byte[]> secrets() {
        return List.of(token, signature);
    }

    public byte[] paper(int... marks) {
        var choice = new byte[marks.length];
        for (int i = 0; i < marks.length; i++) choice[i] = (byte) marks[i];
        var digest = announced.digest();
        var sealed = BlindClient.seal(Announcement.read(announced.round()), choice, Cast.label(digest, token));
        return ByteBuffer.allocate(65 + signature.length + sealed.length).put((byte) 1).put(digest).put(token).put(signature).put(sealed).array();
    }
}
