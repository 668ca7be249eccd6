package conclave.web;

import conclave.document.PageClosed;
import conclave.document.PageId;
import conclave.document.PageImage;
import conclave.document.PageSize;
import conclave.document.PageUnavailable;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.Clearance;
import conclave.node.Openings;
import conclave.seal.Damaged;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page of a dossier as a picture, for whoever may see it at this moment. */
final class PagePictures {

    private static final Logger LOG = LoggerFactory.getLogger(PagePictures.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Entrance entrance;
    private final Openings openings;
    private final Outflow outflow = new Outflow();
    private final Awaited awaited = new Awaited();

    PagePictures(Entrance entrance, Openings openings) {
        this.entrance = entrance;
        this.openings = openings;
    }

    List<Route> routes() {
        return List.of(Route.get("page", "/api/applicants/{applicant}/pages/{page}", this::page));
    }

    Outflow outflow() {
        return outflow;
    }

    /** What somebody wants to see, as it was theirs to see when they asked. */
    private record Asked(RoutingContext context, Visitor visitor, Item.Applicant applicant, OpenPages.Place place, PageSize size, PageId id) {

        /** Names the picture as the address does: what a browser has kept under it is the same to the last bit. */
        String tag() {
            return "\"" + id.value() + "-" + size.name().toLowerCase(Locale.ROOT) + "\"";
        }

        boolean has() {
            return tag().equals(context.request().getHeader("If-None-Match"));
        }

        /** Kept by this browser alone, and for ever: the page id never means another picture. The day after it is asked for and not sent again. */
        HttpServerResponse response() {
            return context.response().putHeader("Cache-Control", "private, max-age=86400, immutable").putHeader("ETag", tag());
        }
    }

    private void page(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = Dossiers.readable(context, visitor);
        var id = new PageId(context.pathParam("page"));
        var place = new OpenPages(visitor, applicant).find(id).orElseThrow(() -> Problem.of(404, "UNKNOWN_PAGE"));
        send(new Asked(context, visitor, applicant, place, size(context.request().getParam("size")), id));
    }

    private static PageSize size(String asked) {
        return switch (asked) {
            case "thumb" -> PageSize.THUMBNAIL;
            case "zoom" -> PageSize.ZOOM;
            case null, default -> PageSize.PAGE;
        };
    }

    private void send(Asked asked) {
        var response = asked.context.response();
        var turn = outflow.ask(asked.visitor.id(), asked.size);
        asked.context.addEndHandler(ended -> {
            if (ended.failed()) turn.giveBack();
        });
        Context home = asked.context.vertx().getOrCreateContext();
        turn.come().thenCompose(_ -> inTouch(asked)).thenCompose(sure -> sure ? picture(asked) : CompletableFuture.failedFuture(Problem.of(503, "CUT_OFF")))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((image, failure) -> home.runOnContext(_ -> {
                    var sent = response.closed() ? Future.<Void>succeededFuture() : answer(asked, image, failure);
                    sent.onComplete(_ -> turn.giveBack());
                }));
    }

    /** A server cut off from the others may not have heard that a page was taken back; where somebody answers for pages it shows none. */
    private static CompletableFuture<Boolean> inTouch(Asked asked) {
        var visitor = asked.visitor;
        boolean sure = !Clearance.required(visitor.register()) || visitor.rights().secretariat(asked.applicant.id());
        return sure ? CompletableFuture.completedFuture(true) : visitor.hall().chamber().inTouch();
    }

    /** Nothing where the laptop has it already. */
    private CompletableFuture<Optional<PageImage>> picture(Asked asked) {
        return asked.has() ? CompletableFuture.completedFuture(Optional.empty())
                : awaited.ask(asked.visitor.id(), () -> asked.place.picture(asked.size)).thenApply(Optional::of);
    }

    /** Completes when nothing of the answer is left to send. */
    private Future<Void> answer(Asked asked, Optional<PageImage> image, Throwable failure) {
        try {
            if (failure == null) return show(asked, image);
            unavailable(asked.context, failure);
        } catch (RuntimeException e) {
            asked.context.fail(e);
        }
        return Future.succeededFuture();
    }

    /** A page that was taken back, or is masked otherwise, while its picture was on the way is not shown any more. */
    private Future<Void> show(Asked asked, Optional<PageImage> image) {
        var now = stillOpen(asked);
        if (now.isEmpty()) return Future.succeededFuture();
        saw(now.get(), asked);
        return image.map(one -> InSlices.send(asked.response(), one)).orElseGet(() -> asked.response().setStatusCode(304).end());
    }

    /** A thumbnail cannot be read: whoever leafs past has not opened it. */
    private void saw(Visitor visitor, Asked asked) {
        var applicant = asked.applicant.id();
        if (asked.size != PageSize.THUMBNAIL && !visitor.rights().secretariat(applicant)) openings.saw(visitor.hall(), visitor.id(), applicant, asked.place.document());
    }

    private Optional<Visitor> stillOpen(Asked asked) {
        try {
            var now = entrance.admit(asked.visitor.pass());
            var place = asked.place;
            if (now.rights().showing(asked.applicant.id(), place.document().id(), place.page()).equals(place.showing())) return Optional.of(now);
            now.hall().rendering().forget(place.ref().id());
            Answers.problem(asked.context, Problem.of(404, "UNKNOWN_PAGE"));
        } catch (Problem ended) {
            Answers.problem(asked.context, ended);
        }
        return Optional.empty();
    }

    private static void unavailable(RoutingContext context, Throwable failure) {
        switch (failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure) {
            case Problem cutOff -> Answers.problem(context, cutOff);
            // A page that is closed is no more known to an expert than one that never was.
            case PageClosed _ -> Answers.problem(context, Problem.of(404, "UNKNOWN_PAGE"));
            case TimeoutException _ -> Answers.problem(context, Problem.of(503, "PAGE_NOT_READY"));
            case PageUnavailable _ -> Answers.problem(context, Problem.of(503, "PAGE_UNAVAILABLE"));
            case IOException disk -> unreadable(context, disk);
            case Damaged disk -> unreadable(context, disk);
            case Throwable other -> context.fail(other);
        }
    }

    /** The person cannot help it, the technician can: what it was stands in the log. */
    private static void unreadable(RoutingContext context, Exception disk) {
        LOG.error("request {}: a page could not be read", Requests.id(context), disk);
        Answers.problem(context, Problem.of(503, "PAGE_UNREADABLE", "request", Requests.id(context)));
    }
}
