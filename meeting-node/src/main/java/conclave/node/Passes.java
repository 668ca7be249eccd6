package conclave.node;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.seal.Digests;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Passes that every node can check without a store of sessions: the cookie is stamped, and the sign-in it stands
 * for is an event whose token's hash is in the meeting's state.
 */
public final class Passes {

    private final Stamp cookies;
    private final Stamp requests;

    public Passes(Stamp cookies, Stamp requests) {
        this.cookies = cookies;
        this.requests = requests;
    }

    public static String freshToken() {
        return HexFormat.of().formatHex(RandomIds.bytes(32));
    }

    public static String hash(String token) {
        return Digests.hex(Digests.sha256(token.getBytes(StandardCharsets.US_ASCII)));
    }

    public String cookie(Pass pass) {
        var text = String.join("|", pass.meeting().value(), pass.person().value(), pass.token(), Long.toString(pass.expiresAt()));
        return cookies.token(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for anything that no node of ours has stamped. */
    public Optional<Pass> read(String cookie) {
        return cookies.read(cookie).map(bytes -> new String(bytes, StandardCharsets.US_ASCII).split("\\|"))
                .filter(parts -> parts.length == 4)
                .map(parts -> new Pass(new MeetingId(parts[0]), new PersonId(parts[1]), parts[2], Long.parseLong(parts[3])));
    }

    /** Belongs to the sign-in: a page of another origin cannot know it. */
    public String requestToken(Pass pass) {
        return HexFormat.of().formatHex(requests.of(pass.token().getBytes(StandardCharsets.US_ASCII)), 0, 16);
    }
}
