package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.Receipt;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Sheet.Indicator;
import conclave.meeting.event.SittingCommand.Recuse;
import conclave.meeting.event.SittingCommand.SaveDraft;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.SittingEvent.ScoreSubmitted;
import conclave.meeting.sitting.Draft;
import conclave.meeting.sitting.Score;
import conclave.node.Reply;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An expert's own scores: kept as drafts, submitted with a receipt, read again, given up by recusal. */
final class Scores {

    private static final String OPINION = "opinion";
    /** As short as the longest mark; with the signs of Chinese keyboards. */
    private static final Pattern BEGUN_MARK = Pattern.compile("[0-9０-９.．。,，+＋\\-－ ]{0,12}");

    private final Entrance entrance;
    private final Requests requests;

    Scores(Entrance entrance, Requests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    List<Route> routes() {
        return List.of(Route.get("myScore", "/api/applicants/{applicant}/score", this::mine),
                Route.post("submitScore", "/api/applicants/{applicant}/score", this::submit),
                Route.put("saveDraft", "/api/applicants/{applicant}/draft", this::save),
                Route.post("recuseMyself", "/api/applicants/{applicant}/recusal", this::recuse));
    }

    private void submit(RoutingContext context) {
        var visitor = entrance.actor(context);
        var body = Body.of(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        var command = new SubmitScore(roundOf(body), applicant.id(), body.whole("basedOn"), body.marks("marks"),
                opinion(visitor, applicant, body), body.maybeWhole("dossier"));
        Answers.when(context, requests.order(context, visitor, command), Scores::submitted);
    }

    private static Json submitted(Fact fact, Reply.Done done) {
        var score = (ScoreSubmitted) fact.event();
        return new JsonFields().put("revision", score.revision()).put("total", score.total().toPlainString()).put("at", fact.at())
                .orNull("receipt", done.receipt(), Answers::receipt).end();
    }

    private void save(RoutingContext context) {
        var visitor = entrance.actor(context);
        var body = Body.of(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        var command = new SaveDraft(roundOf(body), applicant.id(), body.whole("basedOn"), typed(visitor, body.marks("marks")), opinion(visitor, applicant, body));
        Answers.when(context, requests.order(context, visitor, command), (fact, _) -> new JsonFields().put("savedAt", fact.at()).end());
    }

    /** Marks lie open in the log: what stands in a draft is what may yet become a number, for the sheet's own indicators. */
    private static SortedMap<String, String> typed(Visitor visitor, SortedMap<String, String> marks) {
        var codes = new TreeSet<String>();
        visitor.register().sheets().values().forEach(sheet -> addCodes(visitor.meeting().book().sheets().get(sheet.code()).orElse(sheet).indicators(), codes));
        var kept = new TreeMap<>(marks);
        kept.entrySet().removeIf(mark -> !codes.contains(mark.getKey()) || !BEGUN_MARK.matcher(mark.getValue()).matches());
        return kept;
    }

    private static void addCodes(List<Indicator> indicators, Set<String> codes) {
        for (var indicator : indicators) {
            codes.add(indicator.code());
            addCodes(indicator.children(), codes);
        }
    }

    private void recuse(RoutingContext context) {
        var visitor = entrance.actor(context);
        var body = Body.of(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        var note = body.note("note", 500).map(text -> visitor.hall().faces().sealNote("recusal", applicant.id(), text));
        var command = new Recuse(visitor.id(), applicant.id(), body.choice("ground", Ground.class), note);
        Answers.when(context, requests.order(context, visitor, command), Answers::done);
    }

    private static RoundId roundOf(Body body) {
        return Body.id(body.text("round", 64), RoundId::new, "UNKNOWN_ROUND");
    }

    private static Optional<Ciphertext> opinion(Visitor visitor, Item.Applicant applicant, Body body) {
        return body.note(OPINION, 2000).map(text -> visitor.hall().faces().sealNote(OPINION, applicant.id(), text));
    }

    private void mine(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var applicant = Heads.applicant(visitor, context.pathParam("applicant"));
        Visitor.allow(visitor.rights().toScore());
        var recused = visitor.meeting().floor().recused(visitor.id(), applicant.id());
        if (!recused) Visitor.allow(visitor.rights().toKnow(applicant.id()));
        var score = Seats.round(visitor, applicant).flatMap(r -> r.standing(applicant.id(), visitor.id()));
        var receipt = score.map(s -> visitor.hall().chamber().receipt(s.seq()).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.<Receipt>empty()));
        Context home = context.vertx().getOrCreateContext();
        receipt.whenComplete((proof, failure) -> home.runOnContext(_ -> {
            if (failure != null) context.fail(failure);
            else Answers.json(context, mine(visitor, applicant, score, proof, recused, Words.of(context.request().getHeader("Accept-Language"))));
        }));
    }

    private static Json mine(Visitor visitor, Item.Applicant applicant, Optional<Score> score, Optional<Receipt> receipt, boolean recused,
                             Words words) {
        var round = Seats.round(visitor, applicant);
        var draft = round.flatMap(r -> r.draft(applicant.id(), visitor.id()));
        Function<Ciphertext, String> open = note -> visitor.hall().faces().note(OPINION, applicant.id(), note);
        return new JsonFields().maybe("round", round.map(r -> r.id().value()))
                .put("revision", round.map(r -> r.revision(applicant.id(), visitor.id())).orElse(0))
                .put("marks", marks(score.map(Score::marks), BigDecimal::toPlainString))
                .put("opinion", score.flatMap(Score::opinion).map(open).orElse(""))
                .maybe("total", score.map(s -> s.total().toPlainString()))
                .orNull("submittedAt", score.map(Score::at), Json.Num::new)
                .orNull("receipt", receipt, Answers::receipt)
                .orNull("draft", draft, d -> draft(d, open))
                .put("dossier", AmendmentFace.ofDossier(visitor, applicant, words))
                .put("recused", recused).end();
    }

    private static Json draft(Draft draft, Function<Ciphertext, String> open) {
        return new JsonFields().put("basedOn", draft.basedOn()).put("marks", marks(Optional.of(draft.marks()), text -> text))
                .put("opinion", draft.opinion().map(open).orElse("")).put("savedAt", draft.at()).end();
    }

    private static <T> Json marks(Optional<SortedMap<String, T>> marks, Function<T, String> form) {
        var shown = new JsonFields();
        marks.ifPresent(all -> all.forEach((code, mark) -> shown.put(code, form.apply(mark))));
        return shown.end();
    }
}
