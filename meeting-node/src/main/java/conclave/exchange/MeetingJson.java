package conclave.exchange;

import conclave.codec.Json;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Handling;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Permits;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Recusal;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Route;
import conclave.meeting.event.Facts;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** The values of a meeting as JSON: the other direction of what the folder's reader does. */
final class MeetingJson {

    private MeetingJson() {
    }

    static Json meeting(Meeting meeting) {
        var committee = meeting.committee();
        var expected = meeting.expected();
        var json = Json.object().with("format", MeetingFile.FORMAT)
                .with("title", meeting.title()).with("titleEn", meeting.titleEn()).with("kind", Words.word(meeting.kind()))
                .with("organizer", meeting.organizer()).with("secretariat", meeting.secretariat())
                .with("committee", Json.object().with("name", committee.name()).with("tier", Words.word(committee.tier()))
                        .with("series", committee.series()).with("size", committee.size()))
                .with("policy", Words.word(meeting.policy()))
                .with("opens", meeting.opens().toString()).with("closes", meeting.closes().toString())
                .with("rooms", list(meeting.rooms(), MeetingJson::room))
                .with("expected", Json.object().with("people", expected.people()).with("applicants", expected.applicants())
                        .with("documents", expected.documents()).with("bytes", expected.bytes()));
        return handled(meeting.handling(), meeting.permits().map(permits -> json.with("permits", permits(permits))).orElse(json));
    }

    private static Json handled(Handling handling, Json.Obj json) {
        var said = json;
        if (handling.screening().isPresent()) said = said.with("screening", Words.word(handling.screening().get()));
        if (handling.reading().isPresent()) said = said.with("reading", Words.word(handling.reading().get()));
        if (handling.watermark().isPresent()) said = said.with("watermark", Words.word(handling.watermark().get()));
        return said;
    }

    private static Json permits(Permits permits) {
        var json = Json.object();
        if (permits.approval().isPresent()) {
            var approval = permits.approval().get();
            json = json.with("approval", Json.object().with("number", approval.number()).with("until", approval.until().toString()));
        }
        if (permits.filedBefore().isPresent()) json = json.with("filedBefore", permits.filedBefore().get());
        if (permits.filedForMeeting().isPresent()) json = json.with("filedForMeeting", permits.filedForMeeting().get());
        if (permits.waiver().isEmpty()) return json;
        var waiver = permits.waiver().get();
        return json.with("waiver", Json.object().with("reason", waiver.reason()).with("persons", list(waiver.persons(), Json::text)));
    }

    private static Json room(Room room) {
        var json = Json.object().with("code", room.code()).with("name", room.name()).with("specialty", room.specialty())
                .with("panel", Json.object().with("code", room.panel().code()).with("name", room.panel().name()));
        return room.hall().isPresent() ? json.with("hall", room.hall().get()) : json;
    }

    static Json person(Person person) {
        var json = Json.object().with("code", person.code()).with("name", person.name()).with("unit", person.unit())
                .with("roles", list(person.roles(), role -> Json.text(Words.word(role))));
        if (person.seat().isPresent()) json = json.with("seat", person.seat().get());
        if (person.room().isPresent()) json = json.with("room", person.room().get());
        if (person.hall().isPresent()) json = json.with("hall", person.hall().get());
        if (person.expertClass().isPresent()) json = json.with("class", person.expertClass().get());
        return json;
    }

    static Json recusal(Recusal recusal) {
        var json = Json.object().with("expert", recusal.expert()).with("applicant", recusal.applicant()).with("ground", Words.word(recusal.ground()));
        return recusal.note().isPresent() ? json.with("note", recusal.note().get()) : json;
    }

    static Json applicant(Applicant applicant) {
        var json = Json.object().with("code", applicant.code()).with("name", applicant.name())
                .with("sex", Words.word(applicant.sex())).with("birth", applicant.birth().toString())
                .with("ethnicity", applicant.ethnicity()).with("idNumber", applicant.idNumber())
                .with("phone", applicant.phone()).with("unit", applicant.unit()).with("recommender", applicant.recommender())
                .with("education", applicant.education()).with("currentTitle", applicant.currentTitle())
                .with("currentTitleDate", applicant.currentTitleDate().toString())
                .with("specialty", applicant.specialty()).with("rank", applicant.rank()).with("room", applicant.room())
                .with("facts", facts(applicant.facts()))
                .with("names", map(applicant.names(), names -> list(names, Json::text)))
                .with("given", map(applicant.given(), points -> Json.text(decimal(points))))
                .with("documents", list(applicant.documents(), document -> Json.object().with("file", document.file())
                        .with("title", document.title()).with("kind", Words.word(document.kind()))
                        .with("pages", document.pages())));
        return applicant.route() == Route.NORMAL ? json : json.with("route", Words.word(applicant.route()));
    }

    private static Json facts(Facts facts) {
        return Json.object().with("values", texts(facts.values()))
                .with("lists", map(facts.lists(), entries -> list(entries, MeetingJson::texts)));
    }

    private static Json texts(SortedMap<String, String> texts) {
        return map(texts, Json::text);
    }

    private static <T> Json map(SortedMap<String, T> map, Function<T, Json> write) {
        var json = Json.object();
        for (var one : map.entrySet()) json = json.with(one.getKey(), write.apply(one.getValue()));
        return json;
    }

    static <T> Json list(List<T> items, Function<T, Json> write) {
        return Json.array(items.stream().map(write).toList());
    }

    private static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
