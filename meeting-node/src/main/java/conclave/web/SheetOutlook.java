package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.TallyEvent.Row;
import conclave.meeting.rule.Book;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;

/** The trial of a sheet as people read it: of the rooms that are theirs to watch each applicant before and after, and whose scores would go back. */
record SheetOutlook(Visitor visitor, Book.Proposal proposal, SheetTrial trial) {

    Json json(RoutingContext context) {
        var words = Words.of(context.request().getHeader("Accept-Language"));
        var concerned = visitor.register().applicants().values().stream().filter(this::concerns).filter(this::watched).toList();
        var returned = trial.returned().stream().filter(score -> watched(applicant(score.applicant()))).toList();
        return new JsonFields().put("code", proposal.sheet().code()).put("version", proposal.sheet().version())
                .orNull("refused", trial.refused(), refusal -> Problem.of(refusal).json(words, ""))
                .put("returning", trial.returned().size()).list("returned", returned, this::returned)
                .list("applicants", trial.refused().isPresent() ? List.<Item.Applicant>of() : concerned, this::applicant).end();
    }

    private boolean concerns(Item.Applicant applicant) {
        return visitor.meeting().book().sheetFor(visitor.register(), applicant.id()).code().equals(proposal.sheet().code());
    }

    private boolean watched(Item.Applicant applicant) {
        return visitor.rights().toWatch(applicant.room()).isEmpty();
    }

    private Item.Applicant applicant(ApplicantId id) {
        return visitor.register().applicants().get(id).orElseThrow();
    }

    private Json returned(ScoreReturned score) {
        var expert = visitor.register().people().get(score.expert()).orElseThrow();
        var applicant = applicant(score.applicant());
        return new JsonFields().put("expert", visitor.hall().faces().identity(expert).name()).put("seat", expert.seat())
                .put("code", applicant.code()).put("kept", score.marks().size()).end();
    }

    private Json applicant(Item.Applicant one) {
        return new JsonFields().put("applicant", one.id().value()).put("code", one.code()).maybe("name", Heads.name(visitor, one))
                .put("before", figures(trial.before(), one.id())).put("after", figures(trial.after(), one.id())).end();
    }

    private static Json figures(Meeting meeting, ApplicantId id) {
        var counted = meeting.book().countedOf(id);
        var row = SheetTrial.row(meeting, id);
        return new JsonFields().put("automatic", counted.automatic().toPlainString()).put("bonus", counted.bonus().toPlainString())
                .put("deduction", counted.deduction().toPlainString()).put("eligibility", Codec.name(counted.eligibility()))
                .maybe("total", row.flatMap(Row::total).map(BigDecimal::toPlainString))
                .orNull("rank", row.flatMap(Row::rank), rank -> new Json.Num(rank)).end();
    }
}
