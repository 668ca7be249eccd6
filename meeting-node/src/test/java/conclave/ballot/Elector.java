package conclave.ballot;

import conclave.seal.BlindClient;
import conclave.seal.CoverClient;
import conclave.seal.RandomIds;
import conclave.seal.TokenKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who votes, written a second time in Java: what a laptop asks for, takes back and throws in. */
public final class Elector {

    private static final int SALT = 48;

    private final Announcement announced;
    private final List<BlindClient> signers;
    private final byte[] token = RandomIds.bytes(Cast.TOKEN);
    private final List<BigInteger> blindings;
    private final List<byte[]> blinded = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();

    public Elector(Announcement announced) {
        this.announced = announced;
        this.signers = announced.signers().stream().map(key -> new BlindClient(Announcement.read(key))).toList();
        this.blindings = signers.stream().map(BlindClient::freshBlinding).toList();
        for (int i = 0; i < signers.size(); i++) blinded.add(signers.get(i).blind(token, RandomIds.bytes(SALT), blindings.get(i)));
    }

    public List<byte[]> asked() {
        return List.copyOf(blinded);
    }

    /** As it stands in a request. */
    public String blinded() {
        return blinded.stream().map(Announcement::written).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    public void signed(List<byte[]> answers) {
        signatures.clear();
        for (int i = 0; i < signers.size(); i++) signatures.add(signers.get(i).unblind(answers.get(i), blindings.get(i)));
        if (!token().signedBy(announced.signers().stream().map(key -> TokenKey.of(Announcement.read(key))).toList())) {
            throw new AssertionError("a signature that does not hold");
        }
    }

    public void signedAs(List<String> answers) {
        signed(answers.stream().map(Announcement::read).toList());
    }

    public SignedToken token() {
        return new SignedToken(Announcement.written(token), signatures.stream().map(Announcement::written).toList());
    }

    /** What could lead to this voter if it were found anywhere. */
    public List<byte[]> secrets() {
        return Stream.concat(Stream.of(token), signatures.stream()).toList();
    }

    public byte[] paper(int... marks) {
        var choice = new byte[marks.length];
        for (int i = 0; i < marks.length; i++) choice[i] = (byte) marks[i];
        var digest = announced.digest();
        var sealed = BlindClient.seal(Announcement.read(announced.round()), choice, Cast.label(digest, token));
        return new Cast(token, signatures, sealed).bytes(digest);
    }

    /** The paper under a cover for the server that has this key. */
    public static byte[] covered(byte[] paper, byte[] cover) {
        var head = Arrays.copyOf(paper, 33);
        head[0] = Covered.VERSION;
        var under = CoverClient.cover(paper, cover, head);
        return ByteBuffer.allocate(head.length + under.length).put(head).put(under).array();
    }
}
