package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Appraisal;
import conclave.exchange.MeetingFile.Award;
import conclave.exchange.MeetingFile.AwardKind;
import conclave.exchange.MeetingFile.Degree;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Facts;
import conclave.exchange.MeetingFile.Grade;
import conclave.exchange.MeetingFile.Paper;
import conclave.exchange.MeetingFile.PaperKind;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Project;
import conclave.exchange.MeetingFile.ProjectLevel;
import conclave.exchange.MeetingFile.Service;
import conclave.exchange.MeetingFile.Sex;

/** From the fields of one applicant to values. */
final class ApplicantFields {

    private static final int MOST_PEOPLE_ON_ONE_WORK = 100;

    private ApplicantFields() {
    }

    static Applicant applicant(Fields fields) {
        var applicant = new Applicant(fields.code("code"), fields.text("name"), fields.choice("sex", Sex.class),
                fields.date("birth"), fields.text("ethnicity"), fields.text("idNumber"), fields.text("phone"),
                fields.text("unit"), fields.text("recommender"), fields.text("education"), fields.text("currentTitle"),
                fields.date("currentTitleDate"), fields.text("specialty"), fields.text("rank"), fields.code("room"),
                facts(fields.object("facts")), fields.named("automatic", ApplicantFields::points),
                points(fields.object("bonus")), points(fields.object("deduction")), fields.falseOrReason("vetoed"),
                fields.objects("documents", ApplicantFields::document));
        fields.done();
        return applicant;
    }

    private static Points points(Fields fields) {
        var points = new Points(fields.decimal("points"), fields.text("reason"));
        fields.done();
        return points;
    }

    private static Document document(Fields fields) {
        var document = new Document(fields.text("file"), fields.text("title"), fields.choice("kind", DocumentKind.class),
                fields.whole("pages", 1, 10_000));
        fields.done();
        return document;
    }

    private static Facts facts(Fields fields) {
        var facts = new Facts(fields.choice("degree", Degree.class), fields.whole("yearsInPost", 0, 80),
                fields.flag("exceptional"), fields.objects("appraisals", ApplicantFields::appraisal),
                fields.objects("projects", ApplicantFields::project), fields.objects("awards", ApplicantFields::award),
                fields.objects("papers", ApplicantFields::paper), service(fields.object("service")),
                fields.whole("trainingYearsShort", 0, 80));
        fields.done();
        return facts;
    }

    private static Appraisal appraisal(Fields fields) {
        var appraisal = new Appraisal(year(fields), fields.choice("grade", Grade.class));
        fields.done();
        return appraisal;
    }

    private static Project project(Fields fields) {
        var project = new Project(fields.text("name"), fields.choice("level", ProjectLevel.class), place(fields), year(fields));
        fields.done();
        return project;
    }

    private static Award award(Fields fields) {
        var award = new Award(fields.text("name"), fields.choice("kind", AwardKind.class), place(fields), year(fields),
                fields.optionalText("project"));
        fields.done();
        return award;
    }

    private static Paper paper(Fields fields) {
        var paper = new Paper(fields.text("title"), fields.text("journal"), fields.choice("kind", PaperKind.class), place(fields),
                fields.flag("corresponding"), year(fields));
        fields.done();
        return paper;
    }

    private static Service service(Fields fields) {
        var service = new Service(fields.whole("grassrootsYears", 0, 80), fields.flag("aid"));
        fields.done();
        return service;
    }

    private static int year(Fields fields) {
        return fields.whole("year", 1900, 2200);
    }

    private static int place(Fields fields) {
        return fields.whole("place", 1, MOST_PEOPLE_ON_ONE_WORK);
    }
}
