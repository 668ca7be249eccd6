package conclave.web;

import conclave.codec.JsonFields;
import conclave.node.House;
import conclave.node.Reply;
import conclave.node.Uploads.Kept;
import conclave.node.Uploads.Unfit;
import conclave.node.Uploads;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** 现场补充材料: a file for a dossier, sealed as it comes in. It changes nothing before it is proposed and signed by two. */
final class UploadDesk {

    /** Long enough for an answer to be read before the line is cut. */
    private static final long LINGER_MS = 500;
    private static final String BYTES = "application/octet-stream";

    private final House house;
    private final Entrance entrance;

    UploadDesk(House house, Entrance entrance) {
        this.house = house;
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.flow("uploadDocument", "/api/applicants/{applicant}/upload", this::take));
    }

    private void take(RoutingContext context) {
        // Whatever is refused here is refused before the body comes in; where it comes nevertheless, nobody reads it.
        context.request().pause();
        context.addEndHandler(_ -> leave(context));
        var visitor = entrance.actor(context);
        var room = Heads.applicant(visitor, context.pathParam("applicant")).room();
        Visitor.allow(visitor.rights().toWatch(room));
        if (!AmendmentFace.mayPropose(visitor, room)) throw Problem.of(403, "NOT_PERMITTED", "action", "amend");
        if (visitor.meeting().ending().isSealed()) throw Problem.of(423, "MEETING_SEALED");
        if (!BYTES.equals(context.request().getHeader("Content-Type"))) throw Problem.of(415, "WRONG_CONTENT_TYPE");
        if (length(context) > Uploads.MOST) throw unfit(Uploads.Why.TOO_LARGE);
        Context home = context.vertx().getOrCreateContext();
        var inflow = new Inflow(context.request(), home);
        Thread.ofVirtual().name("upload").start(() -> {
            try {
                var kept = house.uploads().keep(visitor.hall(), inflow);
                home.runOnContext(_ -> say(context, kept));
            } catch (Unfit no) {
                home.runOnContext(_ -> refuse(context, unfit(no.why())));
            } catch (Exception own) {
                home.runOnContext(_ -> context.fail(own));
            }
        });
    }

    /** Nobody reads ten gigabytes to their end for having refused them. */
    private static void leave(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) return;
        // What little is left passes by; the line stays open for the next request.
        request.exceptionHandler(_ -> { }).handler(_ -> { }).resume();
        context.vertx().setTimer(LINGER_MS, _ -> {
            if (!request.isEnded()) request.connection().close();
        });
    }

    /** Nothing said is unbounded, and stopped where it becomes too much. */
    private static long length(RoutingContext context) {
        try {
            var said = context.request().getHeader("Content-Length");
            return said == null ? 0 : Long.parseLong(said);
        } catch (NumberFormatException e) {
            throw Problem.of(400, "WRONG_SHAPE", "field", "Content-Length");
        }
    }

    private static void say(RoutingContext context, Kept kept) {
        if (context.response().closed()) return;
        Answers.json(context, new JsonFields().put("sha256", kept.id().sha256()).put("bytes", kept.bytes()).put("pages", kept.pages()).end());
    }

    private static void refuse(RoutingContext context, Problem problem) {
        if (!context.response().closed()) context.fail(problem);
    }

    private static Problem unfit(Uploads.Why why) {
        return switch (why) {
            case NOT_A_DOCUMENT -> Problem.of(422, "FILE_NOT_A_DOCUMENT");
            case TOO_LARGE -> Problem.of(413, "FILE_TOO_LARGE", "limit", Long.toString(Uploads.MOST >> 20));
            case DAMAGED -> Problem.of(422, "FILE_DAMAGED");
            case ENCRYPTED -> Problem.of(422, "FILE_ENCRYPTED");
            case TOO_MANY_PAGES -> Problem.of(422, "FILE_TOO_MANY_PAGES");
            case TOO_MANY_WAITING -> Problem.of(409, "FILES_TOO_MANY");
            case BUSY -> Problem.of(503, "UPLOAD_BUSY");
            case DISK_FULL -> Problem.of(Reply.Why.DISK_FULL);
            case TOO_SLOW -> Problem.of(408, "UPLOAD_TOO_SLOW");
            case CUT_OFF -> Problem.of(400, "UPLOAD_CUT_OFF");
        };
    }
}
