package conclave.web;

import conclave.codec.BadJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.codec.RuleBookFiles;
import conclave.meeting.SheetPreview;
import conclave.meeting.event.Command;
import conclave.meeting.event.Role;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.Sheet;
import conclave.meeting.rule.Book;
import conclave.meeting.rule.RuleStage;
import conclave.meeting.rule.sheet.Finding;
import conclave.meeting.rule.sheet.FindingWords;
import conclave.meeting.rule.sheet.SheetCheck;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** 更换赋分表: one proposes, everybody concerned sees what would follow, two others approve. */
final class SheetDesk {

    private static final int LONGEST = 60_000;
    private static final int SHOWN = 8;
    private static final List<Role> CONCERNED = List.of(Role.REGISTRAR, Role.SECRETARY, Role.CHAIR, Role.SUPERVISOR);

    private final Entrance entrance;
    private final Requests requests;

    SheetDesk(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.get("sheets", "/api/sheets", this::sheets), Route.get("sheetPreview", "/api/sheets/preview", this::preview),
                Route.get("sheetFile", "/api/sheets/{sheet}/file", this::file),
                order("proposeSheet", "/api/sheets/proposal", SheetDesk::propose), order("approveSheet", "/api/sheets/approval", SheetDesk::approve));
    }

    private Route order(String operation, String path, BiFunction<Visitor, RoutingContext, Command> command) {
        return Route.post(operation, path, context -> {
            var visitor = entrance.actor(context);
            Answers.when(context, requests.order(context, visitor, command.apply(visitor, context)), Answers::done);
        });
    }

    private Visitor concerned(RoutingContext context) {
        var visitor = entrance.visitor(context);
        if (CONCERNED.stream().noneMatch(role -> visitor.register().holdsAnywhere(visitor.id(), role))) {
            throw Problem.of(403, "NOT_PERMITTED", "action", "sheets");
        }
        return visitor;
    }

    private void sheets(RoutingContext context) {
        var visitor = concerned(context);
        var register = visitor.register();
        var book = visitor.meeting().book();
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor))
                .put("mayPropose", mayPropose(visitor))
                .put("mayApprove", RuleStage.mayApprove(register, visitor.id()))
                .list("sheets", book.sheets().values(), sheet -> sheet(visitor, sheet))
                .orNull("proposal", book.proposal(), proposal -> proposal(visitor, proposal)).end());
    }

    private static boolean mayPropose(Visitor visitor) {
        return visitor.register().holdsAnywhere(visitor.id(), Role.REGISTRAR) || visitor.register().holdsAnywhere(visitor.id(), Role.SECRETARY);
    }

    private static Json sheet(Visitor visitor, Sheet sheet) {
        var rooms = visitor.meeting().book().roomsBy(visitor.register(), sheet.code());
        return named(sheet).list("rooms", rooms, room -> Json.text(visitor.register().rooms().get(room).orElseThrow().name())).end();
    }

    private static JsonFields named(Sheet sheet) {
        return new JsonFields().put("code", sheet.code()).put("version", sheet.version()).put("title", sheet.title()).put("titleEn", sheet.titleEn());
    }

    private static Json proposal(Visitor visitor, Book.Proposal proposal) {
        var mine = proposal.by().equals(visitor.id()) ? "proposed" : proposal.approvals().contains(visitor.id()) ? "approved" : "none";
        return named(proposal.sheet()).put("by", Heads.name(visitor, proposal.by())).put("mine", mine)
                .put("reason", visitor.hall().faces().note("sheet", proposal.by(), proposal.reason()))
                .list("approvals", proposal.approvals(), id -> Json.text(Heads.name(visitor, id))).end();
    }

    private void file(RoutingContext context) {
        var sheet = concerned(context).meeting().book().sheets().get(context.pathParam("sheet")).orElseThrow(() -> Problem.of(404, "UNKNOWN_SHEET"));
        context.response().putHeader("Content-Type", "application/json").putHeader("Cache-Control", "no-store")
                .putHeader("Content-Disposition", "attachment; filename=\"sheet-" + sheet.version() + ".json\"")
                .end(Buffer.buffer(RuleBookFiles.bytes(sheet)));
    }

    /** Looking a sheet through costs time, and is not done for everybody who sends one. */
    private static Command propose(Visitor visitor, RoutingContext context) {
        if (!mayPropose(visitor)) throw Problem.of(403, "NOT_PERMITTED", "action", "proposeSheet");
        var body = Body.of(context);
        var sheet = readable(body.text("sheet", LONGEST));
        var reason = body.note("reason", 500).orElseThrow(() -> Problem.of(422, "REASON_MISSING"));
        return new ProposeSheet(sheet, visitor.hall().faces().sealNote("sheet", visitor.id(), reason));
    }

    /** What is wrong is said in whole sentences before the meeting is asked at all. */
    private static Sheet readable(String text) {
        Sheet sheet;
        try {
            sheet = RuleBookFiles.sheet(text.getBytes(StandardCharsets.UTF_8));
        } catch (BadJson e) {
            throw Problem.of(422, "SHEET_UNREADABLE", "path", e.path().isEmpty() ? "{}" : e.path(), "line", Integer.toString(e.line()));
        }
        var errors = SheetCheck.check(sheet).findings().stream().filter(Finding::error).toList();
        if (errors.isEmpty()) return sheet;
        throw Problem.of(422, "SHEET_FAULTY", "count", Integer.toString(errors.size()),
                "findings", errors.stream().limit(SHOWN).map(FindingWords::sentence).collect(Collectors.joining("\n")));
    }

    private static Command approve(Visitor visitor, RoutingContext context) {
        var body = Body.of(context);
        return new ApproveSheet(body.text("code", 64), body.whole("version"));
    }

    private void preview(RoutingContext context) {
        var visitor = concerned(context);
        var proposal = visitor.meeting().book().proposal().orElseThrow(() -> Problem.of(409, "SHEET_NOT_PROPOSED"));
        Answers.json(context, new SheetOutlook(visitor, proposal.sheet(), SheetPreview.of(visitor.meeting(), proposal.sheet())).json(context));
    }
}
