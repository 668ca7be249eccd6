package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.exchange.PayloadFile;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Sheet;
import conclave.meeting.prepare.FactKey;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** 申报表: somebody's form and files as an item of the record, names sealed and project names made into marks. */
final class Form {

    private final Faces faces;
    private final Stamp stamp;
    private final Sheet sheet;
    private final LocalDate opens;

    Form(Faces faces, Stamp stamp, Sheet sheet, LocalDate opens) {
        this.faces = faces;
        this.stamp = stamp;
        this.sheet = sheet;
        this.opens = opens;
    }

    /** Where they stand in the record. */
    record Place(ApplicantId id, RoomId room, int order) {
    }

    /** @param held documents that are in the record already; a file that stays keeps its name there */
    Item.Applicant item(MeetingFile.Applicant a, SortedMap<String, PayloadFile> files, Place place, List<Item.Document> held) {
        var left = new ArrayList<>(held);
        return new Item.Applicant(place.id(), a.code(), place.room(), place.order(), a.specialty(), faces.seal(place.id(), application(a)), hidden(a),
                a.given(), a.documents().stream().map(document -> document(document, files, left)).toList());
    }

    Facts hidden(MeetingFile.Applicant a) {
        return new Keys(stamp, sheet).hidden(a.facts());
    }

    private Item.Document document(MeetingFile.Document document, SortedMap<String, PayloadFile> files, List<Item.Document> held) {
        var same = held.stream().filter(one -> same(one, document, files)).findFirst();
        same.ifPresent(held::remove);
        if (same.isPresent()) return same.get();
        var id = new DocumentId("doc_" + RandomIds.next());
        var kept = Optional.ofNullable(files.get(document.file())).orElseThrow();
        return new Item.Document(id, kept.sha256(), kept.bytes(), document.pages(), kind(document), faces.sealTitle(id, document.title()));
    }

    boolean same(Item.Document one, MeetingFile.Document document, SortedMap<String, PayloadFile> files) {
        return one.sha256().equals(files.get(document.file()).sha256()) && one.pages() == document.pages() && one.kind().equals(kind(document))
                && faces.title(one).equals(document.title());
    }

    private static String kind(MeetingFile.Document document) {
        return document.kind().name().toLowerCase(Locale.ROOT);
    }

    Application application(MeetingFile.Applicant a) {
        return new Application(facts(a), a.names());
    }

    private Map<FactKey, String> facts(MeetingFile.Applicant a) {
        var facts = new EnumMap<FactKey, String>(FactKey.class);
        facts.put(FactKey.NAME, a.name());
        facts.put(FactKey.SEX, a.sex() == MeetingFile.Sex.MALE ? "男" : "女");
        facts.put(FactKey.BIRTH, a.birth().toString());
        facts.put(FactKey.ETHNICITY, a.ethnicity());
        facts.put(FactKey.ID_NUMBER, a.idNumber());
        facts.put(FactKey.PHONE, a.phone());
        facts.put(FactKey.UNIT, a.unit());
        facts.put(FactKey.RECOMMENDER, a.recommender());
        facts.put(FactKey.EDUCATION, a.education());
        facts.put(FactKey.CURRENT_TITLE, a.currentTitle());
        facts.put(FactKey.CURRENT_TITLE_DATE, a.currentTitleDate().toString());
        facts.put(FactKey.YEARS_IN_POST, yearsInPost(a));
        facts.put(FactKey.SPECIALTY, a.specialty());
        facts.put(FactKey.RANK, a.rank());
        if (a.route() != MeetingFile.Route.NORMAL) facts.put(FactKey.ROUTE, a.route().chinese());
        return facts;
    }

    /** Full years at the sheet's cut-off, or at the opening where it has none. */
    private String yearsInPost(MeetingFile.Applicant a) {
        var day = sheet.cutoff().map(LocalDate::parse).orElse(opens);
        return Integer.toString(Math.max(0, Period.between(a.currentTitleDate(), day).getYears()));
    }
}
