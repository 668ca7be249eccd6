package conclave.ballot;

import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is in the log before the first token is issued, so that nobody gets a key or a paper of their own by which they could be
 * recognised. Every laptop computes {@link #digest} of what it was given and compares it with the projector.
 *
 * @param voters hash of the list of those who may vote, in hex, with their number in {@code size}
 * @param fewest with fewer valid papers nothing is counted and the ballot is void
 * @param signers public keys of all who sign a token (ours, the supervisor's), base64url; each must have signed
 * @param round public key that the choices are sealed under, base64url
 */
public record Announcement(String ballot, String voters, int size, int fewest, Paper paper, List<String> signers, String round) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Announcement {
        signers = List.copyOf(signers);
        if (!ID.matcher(ballot).matches() || !HASH.matcher(voters).matches()) throw new IllegalArgumentException("no name for a ballot: " + ballot);
        if (size < 1 || fewest < 1 || signers.isEmpty() || signers.size() > 4) throw new IllegalArgumentException("nobody votes, or nobody signs");
        if (signers.stream().distinct().count() != signers.size()) throw new IllegalArgumentException("a key that signs twice");
    }

    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only the one spelling that was written is read. */
    static byte[] read(String written) {
        var bytes = Base64.getUrlDecoder().decode(written);
        if (!written(bytes).equals(written)) throw new IllegalArgumentException("another spelling of the same bytes");
        return bytes;
    }

    public static Announcement of(String ballot, String voters, int size, int fewest, Paper paper, List<byte[]> signers, byte[] round) {
        return new Announcement(ballot, voters, size, fewest, paper, signers.stream().map(Announcement::written).toList(), written(round));
    }

    /** A line for each field: the laptops write the same and hash it. No field can hold the end of a line. */
    public String text() {
        var lines = new ArrayList<>(List.of("conclave-ballot/1", ballot, voters, Integer.toString(size), Integer.toString(fewest),
                paper.form().name(), Integer.toString(paper.atMost()), Integer.toString(paper.options().size())));
        lines.addAll(paper.options());
        lines.add(Integer.toString(signers.size()));
        lines.addAll(signers);
        lines.add(round);
        return String.join("\n", lines);
    }

    public byte[] digest() {
        return Digests.sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    public String hex() {
        return HexFormat.of().formatHex(digest());
    }
}
