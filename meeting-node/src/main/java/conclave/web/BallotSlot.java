package conclave.web;

import conclave.ballot.BallotBox;
import conclave.node.House;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * 投票口. Takes sealed papers from nobody in particular: no session, no request id, no figure, no line in any log, whatever happens.
 * A request that brings along what could name its sender is turned away unread, so that a page which forgets to leave it out is
 * found at once. All answers are equally long.
 */
final class BallotSlot {

    static final String PATH = "/cast";
    static final int ANSWER = 24;
    /** Four signers; with one it is 833. */
    private static final int LARGEST = 65 + 4 * 384 + 384;
    private static final List<String> NAMES_SOMEBODY = List.of("Cookie", "Authorization", "Referer", "X-CSRF-Token",
            "Idempotency-Key", "X-Request-Id");

    private final House house;

    BallotSlot(House house) {
        this.house = house;
    }

    List<Route> routes() {
        return List.of(Route.nameless("castSealed", PATH, context -> take(context.request())));
    }

    private void take(HttpServerRequest request) {
        if (NAMES_SOMEBODY.stream().anyMatch(request.headers()::contains)) {
            answer(request, "NAMES_SOMEBODY");
            return;
        }
        var paper = Buffer.buffer(LARGEST);
        request.exceptionHandler(_ -> { });
        request.handler(part -> {
            paper.appendBuffer(part, 0, Math.min(part.length(), LARGEST + 1 - paper.length()));
        });
        request.endHandler(_ -> answer(request, said(request, paper)));
    }

    /** A failure of ours is no reason to write down who met it. */
    private String said(HttpServerRequest request, Buffer paper) {
        if (paper.length() > LARGEST || !"application/octet-stream".equals(request.getHeader("Content-Type"))) return "MALFORMED";
        try {
            return thrownIn(paper.getBytes()).map(Enum::name).orElse("UNKNOWN_BALLOT");
        } catch (RuntimeException ours) {
            return "NOT_NOW";
        }
    }

    private Optional<BallotBox.Answer> thrownIn(byte[] paper) {
        return house.halls().stream().flatMap(hall -> hall.ballots().cast(paper).stream()).findFirst();
    }

    private static void answer(HttpServerRequest request, String word) {
        var response = request.response();
        if (response.closed() || response.ended()) return;
        var padded = word + " ".repeat(ANSWER - word.length());
        response.putHeader("Content-Type", "text/plain").putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(padded.getBytes(StandardCharsets.US_ASCII)));
    }
}
