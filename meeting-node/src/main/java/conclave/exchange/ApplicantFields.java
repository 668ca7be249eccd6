package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Route;
import conclave.exchange.MeetingFile.Sex;
import conclave.meeting.event.Facts;
import java.util.TreeMap;

/** From the fields of one applicant to values. Which facts there may be is for the sheet to say. */
final class ApplicantFields {

    private ApplicantFields() {
    }

    static Applicant applicant(Fields fields) {
        var applicant = new Applicant(fields.code("code"), fields.text("name"), fields.choice("sex", Sex.class),
                fields.date("birth"), fields.text("ethnicity"), fields.text("idNumber"), fields.text("phone"),
                fields.text("unit"), fields.text("recommender"), fields.text("education"), fields.text("currentTitle"),
                fields.date("currentTitleDate"), fields.text("specialty"), fields.text("rank"), fields.code("room"),
                facts(fields.object("facts")), fields.namedTexts("names"), fields.namedDecimals("given"),
                fields.objects("documents", ApplicantFields::document),
                fields.has("route") ? fields.choice("route", Route.class) : Route.NORMAL);
        fields.done();
        return applicant;
    }

    private static Facts facts(Fields fields) {
        var facts = new Facts(fields.namedText("values"), fields.namedEntries("lists"));
        fields.done();
        return facts;
    }

    private static Document document(Fields fields) {
        var document = new Document(fields.text("file"), fields.text("title"), fields.choice("kind", DocumentKind.class),
                fields.whole("pages", 1, 10_000));
        fields.done();
        return document;
    }
}
