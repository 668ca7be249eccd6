package conclave.appliance.plan;

import conclave.appliance.plan.Plan.Placed;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Room;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.prepare.Conflict;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Grouping;
import conclave.meeting.prepare.Recusals;
import conclave.meeting.prepare.Reviewing;
import conclave.meeting.prepare.Reviewing.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** From a meeting folder to a plan: the functions of {@code meeting.prepare} one after the other, in codes instead of ids. */
final class Planning {

    private final MeetingFile file;
    private final Terms terms;
    private final Codes people;
    private final Codes applying;
    private final Codes places;
    private final TreeMap<String, Applicant> applicants = new TreeMap<>();
    private final List<Conflict> conflicts;
    private final Recusals recusals;
    private final List<Finding> findings = new ArrayList<>();

    private Planning(MeetingFile file, Terms terms) {
        this.file = file;
        this.terms = terms;
        people = new Codes(file.people().stream().map(Person::code).toList());
        applying = new Codes(file.applicants().stream().map(Applicant::code).toList());
        places = new Codes(file.meeting().rooms().stream().map(Room::code).toList());
        file.applicants().forEach(it -> applicants.put(it.code(), it));
        conflicts = Suspicions.of(file, terms);
        recusals = Recusals.of(conflicts.stream()
                .map(it -> new Recusals.Pair(people.person(it.expert()), applying.applicant(it.applicant()))).distinct().toList());
    }

    static Plan plan(MeetingFile file, Terms terms) {
        return new Planning(file, terms).plan();
    }

    private Plan plan() {
        var panels = Bench.panels(file);
        int most = terms.most().orElse(applicants.size());
        var grouped = Grouping.group(new Grouping.Task(
                applicants.values().stream().map(it -> new Grouping.Applying(applying.applicant(it.code()), it.specialty().strip())).toList(),
                panels.stream().map(room -> bench(room, most)).toList(), recusals, file.rules().panelMinimum()));
        grouped.findings().forEach(this::found);
        var rooms = panels.stream().map(room -> placed(room, grouped.rooms().get(places.room(room.code())))).toList();
        return new Plan(file, conflicts, rooms, grouped.unplaced().stream().map(this::applicant).toList(), terms, findings);
    }

    private Grouping.Room bench(Room room, int most) {
        return new Grouping.Room(places.room(room.code()), Bench.said(room), Bench.specialties(room), 0, most,
                Bench.judges(file, room).stream().map(judge -> people.person(judge.code())).toList());
    }

    private Placed placed(Room room, List<ApplicantId> here) {
        var judges = Bench.judges(file, room);
        var assigned = Reviewing.assign(here.stream().map(id -> new Dossier(id, Plan.pages(applicant(id)))).toList(),
                judges.stream().map(judge -> people.person(judge.code())).toList(), recusals, terms.reviewers());
        assigned.findings().forEach(this::found);
        var reviewers = new TreeMap<String, List<String>>();
        assigned.reviewers().forEach((id, readers) ->
                reviewers.put(applying.code(id.value()), readers.stream().map(reader -> people.code(reader.value())).toList()));
        var pages = new TreeMap<String, Long>();
        assigned.pages().forEach((id, many) -> pages.put(people.code(id.value()), many));
        return new Placed(room, judges, here.stream().map(this::applicant).toList(), reviewers, pages);
    }

    private Applicant applicant(ApplicantId id) {
        return applicants.get(applying.code(id.value()));
    }

    /** Whom a finding is about is said by name and code; ids are nobody's business. */
    private void found(Finding finding) {
        var id = finding.facts().get("applicant");
        if (id == null) {
            findings.add(finding);
            return;
        }
        var applicant = applicants.get(applying.code(id));
        findings.add(finding.with("applicant", applicant.name() + "（" + applicant.code() + "）").with("code", applicant.code()));
    }
}
