package conclave.exchange;

import conclave.codec.Json;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Facts;
import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Mode;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Points;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.RuleProfile;
import conclave.exchange.MeetingFile.Share;
import conclave.exchange.MeetingFile.Sheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The values of a meeting as JSON: the other direction of what the folder's reader does. */
final class MeetingJson {

    private MeetingJson() {
    }

    static Json meeting(Meeting meeting) {
        var committee = meeting.committee();
        var expected = meeting.expected();
        return Json.object().with("format", MeetingFile.FORMAT)
                .with("title", meeting.title()).with("titleEn", meeting.titleEn()).with("kind", Words.word(meeting.kind()))
                .with("organizer", meeting.organizer()).with("secretariat", meeting.secretariat())
                .with("committee", Json.object().with("name", committee.name()).with("tier", Words.word(committee.tier()))
                        .with("series", committee.series()).with("size", committee.size()))
                .with("policy", Words.word(meeting.policy()))
                .with("opens", meeting.opens().toString()).with("closes", meeting.closes().toString())
                .with("rooms", list(meeting.rooms(), MeetingJson::room))
                .with("expected", Json.object().with("people", expected.people()).with("applicants", expected.applicants())
                        .with("documents", expected.documents()).with("bytes", expected.bytes()));
    }

    private static Json room(Room room) {
        return Json.object().with("code", room.code()).with("name", room.name()).with("specialty", room.specialty())
                .with("panel", Json.object().with("code", room.panel().code()).with("name", room.panel().name()));
    }

    static Json person(Person person) {
        var json = Json.object().with("code", person.code()).with("name", person.name()).with("unit", person.unit())
                .with("roles", list(person.roles(), role -> Json.text(Words.word(role))));
        if (person.seat().isPresent()) json = json.with("seat", person.seat().get());
        if (person.room().isPresent()) json = json.with("room", person.room().get());
        if (person.expertClass().isPresent()) json = json.with("class", person.expertClass().get());
        return json;
    }

    static Json applicant(Applicant applicant) {
        var automatic = Json.object();
        for (var item : applicant.automatic().entrySet()) automatic = automatic.with(item.getKey(), points(item.getValue()));
        return Json.object().with("code", applicant.code()).with("name", applicant.name())
                .with("sex", Words.word(applicant.sex())).with("birth", applicant.birth().toString())
                .with("ethnicity", applicant.ethnicity()).with("idNumber", applicant.idNumber())
                .with("phone", applicant.phone()).with("unit", applicant.unit()).with("recommender", applicant.recommender())
                .with("education", applicant.education()).with("currentTitle", applicant.currentTitle())
                .with("currentTitleDate", applicant.currentTitleDate().toString())
                .with("specialty", applicant.specialty()).with("rank", applicant.rank()).with("room", applicant.room())
                .with("facts", facts(applicant.facts())).with("automatic", automatic)
                .with("bonus", points(applicant.bonus())).with("deduction", points(applicant.deduction()))
                .with("vetoed", applicant.vetoed().<Json>map(Json::text).orElse(new Json.Bool(false)))
                .with("documents", list(applicant.documents(), document -> Json.object().with("file", document.file())
                        .with("title", document.title()).with("kind", Words.word(document.kind()))
                        .with("pages", document.pages())));
    }

    private static Json points(Points points) {
        return Json.object().with("points", decimal(points.points())).with("reason", points.reason());
    }

    private static Json facts(Facts facts) {
        return Json.object().with("degree", Words.word(facts.degree())).with("yearsInPost", facts.yearsInPost())
                .with("exceptional", new Json.Bool(facts.exceptional()))
                .with("appraisals", list(facts.appraisals(), it -> Json.object().with("year", it.year())
                        .with("grade", Words.word(it.grade()))))
                .with("projects", list(facts.projects(), it -> Json.object().with("name", it.name())
                        .with("level", Words.word(it.level())).with("place", it.place()).with("year", it.year())))
                .with("awards", list(facts.awards(), it -> award(it)))
                .with("papers", list(facts.papers(), it -> Json.object().with("title", it.title())
                        .with("journal", it.journal()).with("kind", Words.word(it.kind())).with("place", it.place())
                        .with("corresponding", new Json.Bool(it.corresponding())).with("year", it.year())))
                .with("service", Json.object().with("grassrootsYears", facts.service().grassrootsYears())
                        .with("aid", new Json.Bool(facts.service().aid())))
                .with("trainingYearsShort", facts.trainingYearsShort());
    }

    private static Json award(MeetingFile.Award award) {
        var json = Json.object().with("name", award.name()).with("kind", Words.word(award.kind()))
                .with("place", award.place()).with("year", award.year());
        return award.project().isPresent() ? json.with("project", award.project().get()) : json;
    }

    static Json sheet(Sheet sheet) {
        return Json.object().with("code", sheet.code()).with("title", sheet.title()).with("titleEn", sheet.titleEn())
                .with("total", decimal(sheet.total())).with("finalMax", decimal(sheet.finalMax()))
                .with("indicators", list(sheet.indicators(), MeetingJson::indicator));
    }

    private static Json indicator(Indicator indicator) {
        var json = Json.object().with("code", indicator.code()).with("name", indicator.name())
                .with("nameEn", indicator.nameEn()).with("kind", Words.word(indicator.kind()))
                .with("max", decimal(indicator.max()));
        if (indicator.scale().isPresent()) {
            var scale = indicator.scale().get();
            json = json.with("min", decimal(scale.min())).with("step", decimal(scale.step()));
        }
        var group = indicator.kind() == MeetingFile.IndicatorKind.GROUP;
        return group ? json.with("children", list(indicator.children(), MeetingJson::indicator)) : json;
    }

    static Json mode(Mode mode) {
        return Json.object().with("code", mode.code()).with("name", mode.name())
                .with("stages", list(mode.stages(), stage -> Json.text(Words.word(stage))))
                .with("aggregate", Json.object().with("kind", Words.word(mode.aggregate().kind()))
                        .with("trimFrom", mode.aggregate().trimFrom()))
                .with("scale", mode.scale());
    }

    static Json rules(RuleProfile rules) {
        return Json.object().with("code", rules.code()).with("name", rules.name())
                .with("quorum", share(rules.quorum())).with("passing", share(rules.passing()))
                .with("denominator", Words.word(rules.denominator())).with("ties", Words.word(rules.ties()))
                .with("plenaryEntry", decimal(rules.plenaryEntry())).with("panelMinimum", rules.panelMinimum())
                .with("committeeMinimum", rules.committeeMinimum())
                .with("committeeParity", Words.word(rules.committeeParity()))
                .with("committeeForbidsMultipleOf3", new Json.Bool(rules.committeeForbidsMultipleOf3()));
    }

    private static Json share(Share share) {
        return Json.object().with("numerator", share.numerator()).with("denominator", share.denominator());
    }

    static <T> Json list(List<T> items, Function<T, Json> write) {
        return Json.array(items.stream().map(write).toList());
    }

    private static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
