package conclave.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a laptop throws in: 1 ‖ digest of the announcement (32) ‖ token (32) ‖ a signature of each signer ‖ sealed choice. Of one
 * length in a ballot, whoever sends it and whatever was chosen.
 */
record Cast(byte[] token, List<byte[]> signatures, byte[] sealed) {

    static final int TOKEN = 32;
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 32 + TOKEN;

    static Optional<Cast> read(byte[] body, byte[] digest, List<Integer> signatures, int sealed) {
        int length = HEAD + signatures.stream().mapToInt(Integer::intValue).sum() + sealed;
        if (body.length != length || body[0] != VERSION || !Arrays.equals(body, 1, 33, digest, 0, 32)) return Optional.empty();
        var parts = new ArrayList<byte[]>();
        int at = HEAD;
        for (int size : signatures) parts.add(Arrays.copyOfRange(body, at, at += size));
        return Optional.of(new Cast(tokenOf(body), parts, Arrays.copyOfRange(body, at, length)));
    }

    static byte[] tokenOf(byte[] body) {
        return Arrays.copyOfRange(body, HEAD - TOKEN, HEAD);
    }

    /** As it was thrown in. */
    byte[] bytes(byte[] digest) {
        var bytes = new byte[HEAD + signatures.stream().mapToInt(each -> each.length).sum() + sealed.length];
        bytes[0] = VERSION;
        int at = 1;
        for (var part : Stream.of(List.of(digest, token), signatures, List.of(sealed)).flatMap(List::stream).toList()) {
            System.arraycopy(part, 0, bytes, at, part.length);
            at += part.length;
        }
        return bytes;
    }

    /** A choice is sealed for this ballot and this token: nobody throws in a copy of somebody else's. */
    static byte[] label(byte[] digest, byte[] token) {
        var label = Arrays.copyOf(digest, digest.length + token.length);
        System.arraycopy(token, 0, label, digest.length, token.length);
        return label;
    }

    boolean same(Cast other) {
        if (!Arrays.equals(token, other.token) || !Arrays.equals(sealed, other.sealed)) return false;
        for (int i = 0; i < signatures.size(); i++) {
            if (!Arrays.equals(signatures.get(i), other.signatures.get(i))) return false;
        }
        return true;
    }

    void wipe() {
        Arrays.fill(sealed, (byte) 0);
        Arrays.fill(token, (byte) 0);
        signatures.forEach(signature -> Arrays.fill(signature, (byte) 0));
    }
}
