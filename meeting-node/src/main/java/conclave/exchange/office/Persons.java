package conclave.exchange.office;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Recusal;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Route;
import conclave.exchange.MeetingFile.Sex;
import conclave.exchange.workbook.Spot;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rooms, people, applicants and recusals out of their rows; what one row says is held against what the others say. */
final class Persons {

    private static final int LONGEST_NOTE = 500;

    private final Tables tables;
    private final Slips slips;
    private final ArrayList<Room> rooms = new ArrayList<>();
    private final ArrayList<Person> people = new ArrayList<>();
    private final ArrayList<Applicant> applicants = new ArrayList<>();

    Persons(Tables tables, Slips slips) {
        this.tables = tables;
        this.slips = slips;
        rows(Form.ROOMS).forEach(it -> rooms.add(room(it)));
        rows(Form.PEOPLE).forEach(it -> people.add(person(it)));
        rows(Form.APPLICANTS).forEach(it -> applicants.add(applicant(it)));
        codes(Form.ROOMS, rooms.stream().map(Room::code).toList());
        codes(Form.PEOPLE, people.stream().map(Person::code).toList());
        codes(Form.APPLICANTS, applicants.stream().map(Applicant::code).toList());
        twice();
    }

    List<Room> rooms() {
        return List.copyOf(rooms);
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    List<Applicant> applicants() {
        return List.copyOf(applicants);
    }

    private List<Entry> rows(Form form) {
        if (!tables.has(form)) slips.error(Slip.FORM_MISSING, "", Spot.FILE, "", form.page());
        else if (tables.rows(form).isEmpty()) slips.error(Slip.FORM_EMPTY, "", Spot.FILE, "", form.page());
        return tables.rows(form);
    }

    private Room room(Entry row) {
        var code = row.code("code");
        if (code.isEmpty()) row.text("code");
        return new Room(code.orElse(""), row.text("name"), row.text("specialty"),
                new Panel(row.code("panelCode").orElse("P-" + code.orElse("")), row.text("panelName")), row.code("hall"));
    }

    private Person person(Entry row) {
        var code = numbered(row, "E%03d", people.size() + 1);
        var roles = row.keys("roles").stream().map(it -> Role.valueOf(it.toUpperCase(Locale.ROOT))).toList();
        return new Person(code, row.name("name"), row.text("unit"), row.maybe("seat"), roles, room(row, "room"), room(row, "hall"), row.code("expertClass"));
    }

    /** Somebody must be called something; what was not said is counted, and said. */
    private String numbered(Entry row, String format, int number) {
        var code = row.code("code");
        if (code.isPresent() || row.cells().containsKey("code")) return code.orElse("");
        var given = String.format(Locale.ROOT, format, number);
        slips.warning(Slip.CODE_GIVEN, row.file(), row.line(), "", given);
        return given;
    }

    private Optional<String> room(Entry row, String key) {
        var code = row.code(key);
        if (code.isEmpty() || rooms.stream().anyMatch(it -> it.code().equals(code.get()))) return code;
        // A person may write the room's name instead.
        var named = rooms.stream().filter(it -> row.maybe(key).filter(it.name()::equals).isPresent()).findFirst();
        if (named.isEmpty()) slips.error(Slip.ROOM_UNKNOWN, row.file(), row.spot(key), code.get(), code.get());
        return named.map(Room::code);
    }

    private Applicant applicant(Entry row) {
        var code = numbered(row, "A-%03d", applicants.size() + 1);
        var resident = row.word("idType", false).map(it -> it.code().equals("111") || it.code().equals("112")).orElse(true);
        var number = row.identity("idNumber", resident);
        var known = resident && number.matches("[0-9]{17}[0-9X]") ? Values.day(number.substring(6, 14)) : Optional.<LocalDate>empty();
        var specialty = row.text("specialty");
        return new Applicant(code, row.name("name"), sex(row, resident ? number : ""), birth(row, known), row.neededWord("ethnicity", false), number,
                row.phone("phone"), row.text("unit"), row.text("recommender"), education(row), row.text("currentTitle"), row.date("currentTitleDate"), specialty,
                row.text("rank"), roomOf(row, specialty), new Facts(new TreeMap<>(), new TreeMap<>()), new TreeMap<>(), new TreeMap<>(), List.of(), route(row));
    }

    private static Route route(Entry row) {
        return row.word("route", false).map(it -> Route.valueOf(it.code().toUpperCase(Locale.ROOT))).orElse(Route.NORMAL);
    }

    private Sex sex(Entry row, String number) {
        var written = row.word("sex", false).map(it -> it.code().equals("1") ? Sex.MALE : Sex.FEMALE);
        var known = number.length() == 18 ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE) : Optional.<Sex>empty();
        if (written.isPresent() && known.isPresent() && written.get() != known.get()) slips.warning(Slip.ID_SEX, row.file(), row.spot("sex"), "");
        if (written.isEmpty() && known.isEmpty() && !row.cells().containsKey("sex")) slips.error(Slip.REQUIRED, row.file(), row.line(), "", "性别");
        return written.or(() -> known).orElse(Sex.MALE);
    }

    private LocalDate birth(Entry row, Optional<LocalDate> known) {
        var written = row.date("birth", known);
        if (written.isPresent() && known.isPresent() && !written.equals(known)) slips.warning(Slip.ID_BIRTH, row.file(), row.spot("birth"), written.get().toString());
        if (written.isEmpty() && known.isEmpty() && !row.cells().containsKey("birth")) slips.error(Slip.REQUIRED, row.file(), row.line(), "", "出生日期");
        return written.or(() -> known).orElse(LocalDate.EPOCH);
    }

    private static String education(Entry row) {
        var education = row.neededWord("education", true);
        return Stream.of(row.maybe("school").orElse(""), row.maybe("major").orElse(""), education, row.word("degree", true).map(Dictionary.Entry::word).orElse(""))
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    private String roomOf(Entry row, String specialty) {
        var said = room(row, "room");
        if (said.isPresent() || row.cells().containsKey("room")) return said.orElse("");
        // The hall is where panels come together: nobody applies to it.
        var halls = rooms.stream().flatMap(it -> it.hall().stream()).toList();
        var fitting = rooms.stream().filter(it -> it.specialty().equals(specialty) && !halls.contains(it.code())).toList();
        if (fitting.size() != 1 && !specialty.isEmpty()) slips.error(Slip.ROOM_OPEN, row.file(), row.spot("specialty"), specialty, specialty, fitting.size());
        return fitting.size() == 1 ? fitting.getFirst().code() : "";
    }

    private void codes(Form form, List<String> codes) {
        var first = new TreeMap<String, Entry>();
        var noughts = codes.stream().anyMatch(it -> it.startsWith("0"));
        for (int i = 0; i < codes.size(); i++) {
            var row = tables.rows(form).get(i);
            if (codes.get(i).isEmpty()) continue;
            var before = first.putIfAbsent(codes.get(i), row);
            if (before != null) slips.error(Slip.CODE_TWICE, row.file(), row.spot("code"), codes.get(i), codes.get(i), before.spot("code").words());
            if (noughts && row.numeric("code") && !codes.get(i).startsWith("0")) slips.error(Slip.ZEROS_LOST, row.file(), row.spot("code"), codes.get(i));
        }
    }

    private void twice() {
        var numbers = new TreeMap<String, Entry>();
        var names = new TreeMap<String, Entry>();
        for (int i = 0; i < applicants.size(); i++) {
            var row = tables.rows(Form.APPLICANTS).get(i);
            var it = applicants.get(i);
            var number = it.idNumber().isEmpty() ? null : numbers.putIfAbsent(it.idNumber(), row);
            if (number != null) slips.error(Slip.ID_TWICE, row.file(), row.spot("idNumber"), it.idNumber(), number.spot("idNumber").words());
            var name = names.putIfAbsent(Values.nameKey(it.name()) + "\n" + it.unit(), row);
            if (name != null && number == null) slips.warning(Slip.PERSON_TWICE, row.file(), row.spot("name"), it.name(), name.spot("name").words());
        }
    }

    List<Recusal> recusals(Whose whose) {
        return tables.rows(Form.RECUSALS).stream().map(it -> recusal(it, whose)).filter(Objects::nonNull).toList();
    }

    private Recusal recusal(Entry row, Whose whose) {
        var wanted = row.text("expert");
        var experts = people.stream().filter(it -> it.code().equals(wanted) || Values.nameKey(it.name()).equals(Values.nameKey(wanted))).toList();
        if (experts.size() != 1 && !wanted.isEmpty()) slips.error(Slip.EXPERT_UNKNOWN, row.file(), row.spot("expert"), wanted, wanted);
        var applicant = applicant(row, whose);
        var ground = row.neededKey("ground");
        var note = row.maybe("note");
        if (note.filter(it -> it.codePointCount(0, it.length()) > LONGEST_NOTE).isPresent()) slips.error(Slip.TOO_LONG, row.file(), row.spot("note"), "", "说明", LONGEST_NOTE);
        if (experts.size() != 1 || applicant.isEmpty() || ground.isEmpty()) return null;
        return new Recusal(experts.getFirst().code(), applicant.get().code(), grounds().get(ground), note);
    }

    private static TreeMap<String, Ground> grounds() {
        var grounds = new TreeMap<String, Ground>();
        for (var it : Ground.values()) grounds.put(camel(it.name()), it);
        return grounds;
    }

    /** SAME_UNIT is sameUnit. */
    static String camel(String constant) {
        var parts = constant.toLowerCase(Locale.ROOT).split("_");
        return Stream.iterate(1, i -> i < parts.length, i -> i + 1).map(i -> parts[i].substring(0, 1).toUpperCase(Locale.ROOT) + parts[i].substring(1))
                .collect(Collectors.joining("", parts[0], ""));
    }

    /** Whom a row of a list means; nobody and several are findings. */
    Optional<Applicant> applicant(Entry row, Whose whose) {
        var wanted = row.text("applicant");
        var found = wanted.isEmpty() ? List.<Applicant>of() : whose.called(wanted);
        if (found.isEmpty() && !wanted.isEmpty()) slips.error(Slip.APPLICANT_UNKNOWN, row.file(), row.spot("applicant"), wanted, wanted);
        if (found.size() > 1) slips.error(Slip.APPLICANT_SEVERAL, row.file(), row.spot("applicant"), wanted, wanted, found.size());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
