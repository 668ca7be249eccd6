package conclave.web;

import conclave.node.House;
import conclave.seal.CoverKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * 投票口. Takes sealed papers from nobody in particular: no session, no request id, no figure, no line in any log, whatever happens.
 * A request that brings along what could name its sender is turned away unread, so that a page which forgets to leave it out is
 * found at once. All answers are equally long.
 */
final class BallotSlot {

    static final String PATH = "/cast";
    static final int ANSWER = 24;
    /** Four signers, under a cover; with one signer and bare it is 833. */
    private static final int LARGEST = 65 + 4 * 384 + 384 + 33 + CoverKey.ADDS;
    private static final List<String> NAMES_SOMEBODY = List.of("Cookie", "Authorization", "Referer", "X-CSRF-Token",
            "Idempotency-Key", "X-Request-Id");

    private final House house;
    private final Places places = new Places();

    BallotSlot(House house) {
        this.house = house;
    }

    List<Route> routes() {
        return List.of(Route.nameless("castSealed", PATH, this::take));
    }

    private void take(RoutingContext context) {
        var request = context.request();
        if (NAMES_SOMEBODY.stream().anyMatch(request.headers()::contains)) {
            answer(request, "NAMES_SOMEBODY");
            return;
        }
        var paper = Buffer.buffer(LARGEST);
        request.exceptionHandler(_ -> { });
        request.handler(part -> {
            paper.appendBuffer(part, 0, Math.min(part.length(), LARGEST + 1 - paper.length()));
        });
        request.endHandler(_ -> said(context, request, paper));
    }

    private void said(RoutingContext context, HttpServerRequest request, Buffer paper) {
        if (paper.length() > LARGEST || !"application/octet-stream".equals(request.getHeader("Content-Type"))) {
            answer(request, "MALFORMED");
            return;
        }
        var home = context.vertx().getOrCreateContext();
        places.with(() -> thrownIn(paper.getBytes())).whenComplete((word, failure) -> home.runOnContext(_ -> answer(request, failure == null ? word : "NOT_NOW")));
    }

    /** More at once are told to come again, as laptops do: whoever knows a ballot could hold up what servers have to say to one another. */
    static final class Places {

        static final int AT_A_TIME = 32;

        private final Semaphore free = new Semaphore(AT_A_TIME);

        CompletableFuture<String> with(Supplier<CompletableFuture<String>> casting) {
            return free.tryAcquire() ? casting.get().whenComplete((_, _) -> free.release()) : CompletableFuture.completedFuture("NOT_NOW");
        }
    }

    /** A failure of ours is no reason to write down who met it. */
    private CompletableFuture<String> thrownIn(byte[] paper) {
        try {
            return house.halls().stream().flatMap(hall -> hall.ballots().cast(paper).stream()).findFirst()
                    .map(said -> said.thenApply(Enum::name)).orElseGet(() -> CompletableFuture.completedFuture(unknown()));
        } catch (RuntimeException ours) {
            return CompletableFuture.failedFuture(ours);
        }
    }

    /** A node that has not read its records to the end does not know yet which ballots there are. */
    private String unknown() {
        return house.settled() ? "UNKNOWN_BALLOT" : "NOT_NOW";
    }

    private static void answer(HttpServerRequest request, String word) {
        var response = request.response();
        if (response.closed() || response.ended()) return;
        var padded = word + " ".repeat(ANSWER - word.length());
        response.putHeader("Content-Type", "text/plain").putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(padded.getBytes(StandardCharsets.US_ASCII)));
    }
}
