package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Role;
import conclave.meeting.event.Profile;
import conclave.meeting.rule.sheet.CompiledSheet;
import conclave.meeting.rule.sheet.FactsCheck;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether the parts of a meeting that were each read well also fit together, and whether what was counted is there. */
final class Completeness {

    private static final Set<Role> ROOM_ROLES = EnumSet.of(Role.EXPERT, Role.LEAD, Role.SECRETARY);

    private final MeetingFile file;
    private final Findings findings;
    private final TreeSet<String> rooms = new TreeSet<>();

    Completeness(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        checkMeeting();
        new PermitsCheck(file, findings).check();
        var sheet = new RuleBookCheck(file, findings).check();
        checkPeople();
        checkApplicants();
        new RouteCheck(file, findings).check();
        new RecusalCheck(file, findings).check();
        new ScreenersCheck(file, findings).check();
        sheet.ifPresent(this::checkFacts);
        checkDocuments();
        checkCounts();
    }

    private void checkMeeting() {
        var meeting = file.meeting();
        if (meeting.closes().isBefore(meeting.opens())) error("dates-reversed", MeetingFolder.MEETING, "closes");
        if (meeting.rooms().isEmpty()) error("rooms-missing", MeetingFolder.MEETING, "rooms");
        unique(meeting.rooms().stream().map(MeetingFile.Room::code).toList(), MeetingFolder.MEETING, "rooms");
        unique(meeting.rooms().stream().map(room -> room.panel().code()).toList(), MeetingFolder.MEETING, "rooms.panel");
        meeting.rooms().forEach(room -> rooms.add(room.code()));
        var size = meeting.committee().size();
        var rules = file.rules();
        if (size < rules.committeeMinimum()) {
            findings.warning("committee-too-small", "file", MeetingFolder.MEETING, "path", "committee.size", "size", Integer.toString(size),
                    "least", Integer.toString(rules.committeeMinimum()));
        }
        if (rules.committeeParity() == Profile.Parity.ODD && size % 2 == 0) {
            warning("committee-not-odd", MeetingFolder.MEETING, "committee.size");
        }
        if (rules.committeeForbidsMultipleOf3() && size % 3 == 0) {
            warning("committee-multiple-of-3", MeetingFolder.MEETING, "committee.size");
        }
    }

    private void checkPeople() {
        unique(file.people().stream().map(Person::code).toList(), MeetingFolder.PEOPLE, "people");
        for (int i = 0; i < file.people().size(); i++) {
            var person = file.people().get(i);
            var at = "people[" + i + "]";
            NameCheck.check(person.name(), MeetingFolder.PEOPLE, at + ".name", findings);
            if (new TreeSet<>(person.roles()).size() < person.roles().size()) error("role-twice", MeetingFolder.PEOPLE, at + ".roles");
            if (person.roles().isEmpty()) error("roles-missing", MeetingFolder.PEOPLE, at + ".roles");
            var needsRoom = person.roles().stream().anyMatch(ROOM_ROLES::contains);
            if (needsRoom && person.room().isEmpty()) error("room-missing", MeetingFolder.PEOPLE, at + ".room");
            person.room().ifPresent(room -> requireRoom(room, MeetingFolder.PEOPLE, at + ".room"));
        }
        for (var room : rooms) {
            requireExperts(room);
            whoRuns(room, Role.SECRETARY, "room-without-secretary");
            whoRuns(room, Role.CHAIR, "room-without-chair");
        }
        checkHalls();
    }

    /** A hall is another room of the meeting, which has no hall itself and to which nobody applies. */
    private void checkHalls() {
        var own = new TreeMap<String, Optional<String>>();
        file.meeting().rooms().forEach(room -> own.put(room.code(), room.hall()));
        file.meeting().rooms().forEach(room -> room.hall().ifPresent(hall -> {
            if (!own.containsKey(hall)) error("room-unknown", MeetingFolder.MEETING, "rooms.hall");
            else if (own.get(hall).isPresent() || hall.equals(room.code())) error("hall-misplaced", MeetingFolder.MEETING, "rooms.hall");
            if (file.applicants().stream().anyMatch(applicant -> applicant.room().equals(hall))) {
                error("hall-with-applicants", MeetingFolder.MEETING, "rooms.hall");
            }
        }));
        for (int i = 0; i < file.people().size(); i++) {
            var hall = file.people().get(i).hall();
            if (hall.isPresent()) requireRoom(hall.get(), MeetingFolder.PEOPLE, "people[" + i + "].hall");
        }
    }

    private void requireExperts(String room) {
        var experts = file.people().stream().filter(person -> person.roles().contains(Role.EXPERT))
                .filter(person -> person.room().filter(room::equals).isPresent() || person.hall().filter(room::equals).isPresent()).count();
        if (experts == 0) findings.error("room-without-experts", "file", MeetingFolder.PEOPLE, "room", room);
        else if (experts < file.rules().panelMinimum()) {
            findings.warning("panel-too-small", "file", MeetingFolder.PEOPLE, "room", room, "experts", Long.toString(experts));
        }
    }

    /**
     * Without one the room is never opened, without the other nobody signs what it decided; who has no room of their own has all of them.
     * A rehearsal may go without.
     */
    private void whoRuns(String room, Role role, String without) {
        var there = file.people().stream().anyMatch(person -> person.roles().contains(role) && person.room().map(room::equals).orElse(true));
        if (there) return;
        if (file.meeting().kind() == MeetingFile.Kind.REAL) findings.error(without, "file", MeetingFolder.PEOPLE, "room", room);
        else findings.warning(without, "file", MeetingFolder.PEOPLE, "room", room);
    }

    private void checkApplicants() {
        unique(file.applicants().stream().map(Applicant::code).toList(), MeetingFolder.APPLICANTS, "applicants");
        for (int i = 0; i < file.applicants().size(); i++) {
            var applicant = file.applicants().get(i);
            var at = "applicants[" + i + "]";
            NameCheck.check(applicant.name(), MeetingFolder.APPLICANTS, at + ".name", findings);
            requireRoom(applicant.room(), MeetingFolder.APPLICANTS, at + ".room");
            checkDates(applicant, at);
            IdNumber.check(applicant, at, findings);
            checkNames(applicant, at);
            if (applicant.documents().isEmpty()) error("documents-missing", MeetingFolder.APPLICANTS, at + ".documents");
        }
    }

    /** Names belong to entries, one each: how many there are is nobody's secret. */
    private void checkNames(Applicant applicant, String at) {
        applicant.names().forEach((list, names) -> {
            var entries = applicant.facts().lists().getOrDefault(list, List.of()).size();
            if (names.size() != entries) error("names-differ", MeetingFolder.APPLICANTS, at + ".names." + list);
        });
    }

    private void checkFacts(CompiledSheet sheet) {
        for (int i = 0; i < file.applicants().size(); i++) {
            var applicant = file.applicants().get(i);
            var at = "applicants[" + i + "]";
            RuleBookCheck.note(FactsCheck.check(file.sheet(), applicant.facts()), MeetingFolder.APPLICANTS, at + ".facts", findings);
            RuleBookCheck.note(FactsCheck.checkGiven(sheet, applicant.given()), MeetingFolder.APPLICANTS, at + ".given", findings);
        }
    }

    private void checkDates(Applicant applicant, String at) {
        LocalDate opens = file.meeting().opens();
        if (!applicant.birth().isBefore(opens)) error("date-in-future", MeetingFolder.APPLICANTS, at + ".birth");
        if (applicant.currentTitleDate().isAfter(opens)) error("date-in-future", MeetingFolder.APPLICANTS, at + ".currentTitleDate");
        if (!applicant.birth().isBefore(applicant.currentTitleDate())) {
            error("dates-reversed", MeetingFolder.APPLICANTS, at + ".currentTitleDate");
        }
    }

    /** Every document stands in exactly one dossier, and every file of the payload is somebody's document. */
    private void checkDocuments() {
        var unclaimed = new TreeSet<>(file.files().keySet());
        unclaimed.removeAll(MeetingFolder.JSON_FILES);
        unclaimed.removeIf(MeetingFolder::isPrepared);
        var claimed = new TreeSet<String>();
        var counts = new PageCounts(file.files(), findings);
        for (int i = 0; i < file.applicants().size(); i++) {
            var documents = file.applicants().get(i).documents();
            for (int k = 0; k < documents.size(); k++) {
                var at = "applicants[" + i + "].documents[" + k + "].file";
                var path = documents.get(k).file();
                if (!MeetingFolder.isDocument(path)) error("document-name-refused", MeetingFolder.APPLICANTS, at);
                else if (!claimed.add(path)) error("document-twice", MeetingFolder.APPLICANTS, at);
                else if (!unclaimed.remove(path)) error("document-not-in-package", MeetingFolder.APPLICANTS, at);
            }
            counts.check(file.applicants().get(i), MeetingFolder.APPLICANTS, "applicants[" + i + "]");
        }
        unclaimed.forEach(path -> findings.error("file-without-owner", "file", path));
    }

    private void checkCounts() {
        var expected = file.meeting().expected();
        var documents = file.applicants().stream().flatMap(applicant -> applicant.documents().stream()).toList();
        count("people", expected.people(), file.people().size());
        count("applicants", expected.applicants(), file.applicants().size());
        count("documents", expected.documents(), documents.size());
        long bytes = file.files().values().stream().filter(it -> !MeetingFolder.JSON_FILES.contains(it.path()) && !MeetingFolder.isPrepared(it.path()))
                .mapToLong(PayloadFile::bytes).sum();
        count("bytes", expected.bytes(), bytes);
    }

    private void count(String what, long expected, long found) {
        if (expected == found) return;
        findings.error("count-differs", "file", MeetingFolder.MEETING, "path", "expected." + what,
                "expected", Long.toString(expected), "found", Long.toString(found));
    }

    private void requireRoom(String room, String in, String path) {
        if (!rooms.contains(room)) error("room-unknown", in, path);
    }

    private void unique(List<String> codes, String in, String path) {
        var seen = new TreeSet<String>();
        for (var code : codes) {
            if (!seen.add(code)) findings.error("code-twice", "file", in, "path", path, "value", code);
        }
    }

    private void error(String code, String in, String path) {
        findings.error(code, "file", in, "path", path);
    }

    private void warning(String code, String in, String path) {
        findings.warning(code, "file", in, "path", path);
    }
}
