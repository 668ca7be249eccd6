package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 阅看情况 of a room: how many of those who judge an applicant have had all of the dossier before them, and how far each expert is; what
 * nobody has opened comes first. Opened is a document as it is released now: whoever saw only what was taken back has it before them again.
 */
final class RoomOpenings {

    /** How much of something has been opened. */
    private static final class Tally {
        int all;
        int some;
        int of;
        final List<PersonId> nothing = new ArrayList<>();

        void add(int opened, int documents) {
            of++;
            if (opened == documents) all++;
            else if (opened > 0) some++;
        }

        int left() {
            return of - all;
        }
    }

    private final Visitor visitor;
    private final RoomId room;
    private final Optional<Round> round;
    private final Map<PersonId, Tally> byExpert = new HashMap<>();
    private final Map<ApplicantId, Tally> byApplicant = new HashMap<>();

    RoomOpenings(Visitor visitor, RoomId room) {
        this.visitor = visitor;
        this.room = room;
        this.round = visitor.meeting().floor().round(room).filter(Round::open);
    }

    Json json() {
        var applicants = round.map(Round::candidates).orElseGet(() -> visitor.meeting().walk().candidates(room)).stream()
                .map(id -> visitor.register().applicants().get(id).orElseThrow()).filter(one -> !one.documents().isEmpty()).toList();
        applicants.forEach(this::count);
        var sorted = applicants.stream().sorted(Comparator.comparingInt(one -> byApplicant.get(one.id()).all)).toList();
        var experts = visitor.register().expertsOf(room).stream().filter(byExpert::containsKey)
                .sorted(Comparator.comparingInt(id -> -byExpert.get(id).left())).toList();
        return new JsonFields().list("applicants", sorted, this::applicant).list("experts", experts, this::expert).end();
    }

    private void count(Item.Applicant applicant) {
        var opened = opened(applicant);
        var tally = byApplicant.computeIfAbsent(applicant.id(), _ -> new Tally());
        for (var expert : judges(applicant.id())) {
            int documents = opened.getOrDefault(expert, 0);
            tally.add(documents, applicant.documents().size());
            if (documents == 0) tally.nothing.add(expert);
            byExpert.computeIfAbsent(expert, _ -> new Tally()).add(documents, applicant.documents().size());
        }
    }

    private Map<PersonId, Integer> opened(Item.Applicant applicant) {
        var clearance = visitor.meeting().clearance();
        var opened = new HashMap<PersonId, Integer>();
        for (var document : applicant.documents()) {
            var release = clearance.of(applicant.id(), document).releases();
            for (var looks : clearance.looksAt(applicant.id(), document.id())) {
                if (looks.getValue().stream().anyMatch(look -> look.release() == release)) opened.merge(looks.getKey(), 1, Integer::sum);
            }
        }
        return opened;
    }

    /** Where reviewers take turns, those who are asked. */
    private List<PersonId> judges(ApplicantId applicant) {
        var judges = new Judges(visitor.register(), visitor.meeting().book(), visitor.meeting().floor());
        boolean chosen = round.map(open -> judges.stage(open) instanceof Stage.Scoring s && s.reviewers() > 0).orElse(false);
        return chosen ? judges.of(round.get(), applicant) : visitor.meeting().floor().judges(visitor.register(), room, applicant);
    }

    private Json applicant(Item.Applicant applicant) {
        var tally = byApplicant.get(applicant.id());
        return new JsonFields().put("id", applicant.id().value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("documents", applicant.documents().size()).put("all", tally.all).put("some", tally.some).put("of", tally.of)
                .list("nothing", tally.nothing, id -> Json.text(Heads.name(visitor, id))).end();
    }

    private Json expert(PersonId id) {
        var tally = byExpert.get(id);
        return new JsonFields().put("id", id.value()).put("name", Heads.name(visitor, id)).put("seat", visitor.register().people().get(id).map(Item.Person::seat).orElse(""))
                .put("all", tally.all).put("some", tally.some).put("of", tally.of).end();
    }
}
