package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.prepare.FactKey;
import conclave.seal.CodeBook;
import conclave.seal.RandomIds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A package's people and things as items of the record: the package's own codes become random ids, names become
 * ciphertext, and everybody gets a card code of which the record keeps the hash.
 */
final class ItemsOf {

    private final Faces faces;
    private final CodeBook codes;
    private final MeetingFile file;
    private final Map<String, RoomId> rooms = new TreeMap<>();

    ItemsOf(Faces faces, CodeBook codes, MeetingFile file) {
        this.faces = faces;
        this.codes = codes;
        this.file = file;
    }

    List<Item> all() {
        var items = new ArrayList<Item>(List.of(description(), sheet(), mode(), profile()));
        for (var room : file.meeting().rooms()) items.add(room(room));
        for (var person : file.people()) items.add(person(person));
        var order = 0;
        for (var applicant : file.applicants()) items.add(applicant(applicant, ++order));
        return items;
    }

    private Item description() {
        var m = file.meeting();
        return new Item.Description(m.title(), m.titleEn(), m.organizer(), m.committee().name(), m.committee().size(),
                Item.Policy.valueOf(m.policy().name()), m.opens().toString(), m.closes().toString());
    }

    private Item sheet() {
        var s = file.sheet();
        return new Item.Sheet(s.code(), s.title(), s.titleEn(), s.total(), s.finalMax(), indicators(s.indicators()));
    }

    private static List<Item.Indicator> indicators(List<MeetingFile.Indicator> indicators) {
        return indicators.stream().map(i -> new Item.Indicator(i.code(), i.name(), i.nameEn(),
                Item.IndicatorKind.valueOf(i.kind().name()), i.scale().map(MeetingFile.Scale::min).orElse(BigDecimal.ZERO),
                i.max(), i.scale().map(MeetingFile.Scale::step), indicators(i.children()))).toList();
    }

    /** The stages that this version runs; the others belong to modes it does not know yet and stay in the package. */
    private Item mode() {
        var m = file.mode();
        var known = m.stages().stream().map(Enum::name)
                .filter(name -> List.of(Item.Stage.values()).stream().anyMatch(stage -> stage.name().equals(name)))
                .map(Item.Stage::valueOf).toList();
        return new Item.Mode(m.code(), m.name(), known, Item.Aggregate.valueOf(m.aggregate().kind().name()),
                m.aggregate().trimFrom(), m.scale());
    }

    private Item profile() {
        return new Item.Profile(file.rules().code(), file.rules().quorum().numerator(), file.rules().quorum().denominator());
    }

    private Item room(MeetingFile.Room room) {
        var id = new RoomId("rm_" + RandomIds.next());
        rooms.put(room.code(), id);
        return new Item.Room(id, room.code(), room.name(), room.specialty());
    }

    private Item person(MeetingFile.Person person) {
        var id = new PersonId("per_" + RandomIds.next());
        var code = CodeBook.fresh();
        var room = person.room().map(rooms::get);
        var grants = person.roles().stream().map(role -> new Item.Grant(Role.valueOf(role.name()), room)).toList();
        return new Item.Person(id, person.seat().orElse(""), grants,
                faces.seal(id, new Identity(person.name(), person.unit(), code)), codes.hash(code).orElseThrow());
    }

    private Item applicant(MeetingFile.Applicant a, int order) {
        var id = new ApplicantId("apl_" + RandomIds.next());
        var automatic = new TreeMap<String, BigDecimal>();
        var reasons = new TreeMap<String, String>();
        a.automatic().forEach((code, points) -> {
            automatic.put(code, points.points());
            reasons.put(code, points.reason());
        });
        return new Item.Applicant(id, a.code(), rooms.get(a.room()), order, a.specialty(),
                faces.seal(id, new Application(facts(a), reasons)), automatic, a.bonus().points(), a.deduction().points(),
                a.vetoed().isPresent(), a.documents().stream().map(this::document).toList());
    }

    private static Map<FactKey, String> facts(MeetingFile.Applicant a) {
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
        facts.put(FactKey.YEARS_IN_POST, Integer.toString(a.facts().yearsInPost()));
        facts.put(FactKey.SPECIALTY, a.specialty());
        facts.put(FactKey.RANK, a.rank());
        return facts;
    }

    private Item.Document document(MeetingFile.Document document) {
        var id = new DocumentId("doc_" + RandomIds.next());
        var kept = Optional.ofNullable(file.files().get(document.file())).orElseThrow();
        return new Item.Document(id, kept.sha256(), kept.bytes(), document.pages(), document.kind().name().toLowerCase(Locale.ROOT),
                faces.sealTitle(id, document.title()));
    }
}
