package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.SheetPreview;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Item;
import conclave.meeting.event.RuleEvent.ApplicantCounted;
import conclave.meeting.event.RuleEvent.ScoreReturned;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.TallyEvent.Row;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What another version of a sheet would change, as people read it: of the rooms that are theirs to watch, and the ranks of those that are theirs to see. */
record SheetOutlook(Visitor visitor, Sheet sheet, SheetPreview preview) {

    Json json(RoutingContext context) {
        var words = Words.of(context.request().getHeader("Accept-Language"));
        var lines = preview.lines().stream().filter(line -> watched(applicant(line.applicant()))).toList();
        var returned = preview.returned().stream().filter(score -> watched(applicant(score.applicant()))).toList();
        return new JsonFields().put("code", sheet.code()).put("version", sheet.version())
                .orNull("refused", preview.refused(), refusal -> Problem.of(refusal).json(words, ""))
                .put("returning", preview.returned().size()).list("returned", returned, this::returned)
                .put("ranks", SeatChanges.ranks(visitor, visitor.meeting().book().roomsBy(visitor.register(), sheet.code()), preview.ranks()))
                .list("applicants", preview.refused().isPresent() ? List.<SheetPreview.Line>of() : lines, this::line).end();
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

    private Json line(SheetPreview.Line line) {
        var one = applicant(line.applicant());
        return new JsonFields().put("applicant", one.id().value()).put("code", one.code()).maybe("name", Heads.name(visitor, one))
                .put("before", figures(line.before(), line.rowBefore())).put("after", figures(line.after(), line.rowAfter())).end();
    }

    private static Json figures(ApplicantCounted counted, Optional<Row> row) {
        return new JsonFields().put("automatic", counted.automatic().toPlainString()).put("bonus", counted.bonus().toPlainString())
                .put("deduction", counted.deduction().toPlainString()).put("eligibility", Codec.name(counted.eligibility()))
                .maybe("total", row.flatMap(Row::total).map(BigDecimal::toPlainString)).end();
    }
}
