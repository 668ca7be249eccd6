package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Room;
import conclave.meeting.prepare.Conflict;
import conclave.meeting.prepare.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 分组与材料分配方案: what the screening found, who is judged where, who reads whom, and what stands in the way.
 *
 * @param unplaced those for whom no room is left
 * @param terms as asked for
 */
record Plan(MeetingFile file, List<Conflict> conflicts, List<Placed> rooms, List<Applicant> unplaced, Terms terms, List<Finding> findings) {

    Plan {
        conflicts = List.copyOf(conflicts);
        rooms = List.copyOf(rooms);
        unplaced = List.copyOf(unplaced);
        findings = List.copyOf(findings);
    }

    /**
     * A room as it is planned.
     *
     * @param reviewers the codes of the lead reviewers of each applicant, by code; empty where they could not be found
     * @param pages what each judge reads, by code
     */
    record Placed(Room room, List<Person> judges, List<Applicant> applicants, SortedMap<String, List<String>> reviewers,
                  SortedMap<String, Long> pages) {
        Placed {
            judges = List.copyOf(judges);
            applicants = List.copyOf(applicants);
            reviewers = Collections.unmodifiableSortedMap(new TreeMap<>(reviewers));
            pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
        }

        /** Whom this judge reads first. */
        List<Applicant> read(Person judge) {
            return applicants.stream().filter(it -> reviewers.getOrDefault(it.code(), List.of()).contains(judge.code())).toList();
        }

        /** Judges of the room who have to stand aside for this applicant. */
        List<Person> aside(Applicant applicant, List<Conflict> conflicts) {
            return judges.stream().filter(judge -> conflicts.stream()
                    .anyMatch(it -> it.expert().equals(judge.code()) && it.applicant().equals(applicant.code()))).toList();
        }
    }

    boolean blocked() {
        return Finding.blocked(findings);
    }

    /** The new rooms of the applicants; of those who have none, the room that the package says. */
    SortedMap<String, String> roomsOf() {
        var codes = new TreeMap<String, String>();
        file.applicants().forEach(it -> codes.put(it.code(), it.room()));
        rooms.forEach(placed -> placed.applicants().forEach(it -> codes.put(it.code(), placed.room().code())));
        return codes;
    }

    /** Those who change their room. */
    List<Applicant> moved() {
        return rooms.stream().flatMap(placed -> placed.applicants().stream().filter(it -> !it.room().equals(placed.room().code()))).toList();
    }

    /** Which conflicts are recusals of the meeting that follows from this plan. */
    RecusalList recusals() {
        return RecusalList.of(this);
    }

    int reviewers() {
        return terms.reviewers();
    }

    /** How many pairs of an expert and an applicant there is something about. */
    long pairs() {
        return conflicts.stream().map(it -> List.of(it.expert(), it.applicant())).distinct().count();
    }

    static int pages(Applicant applicant) {
        return applicant.documents().stream().mapToInt(MeetingFile.Document::pages).sum();
    }
}
