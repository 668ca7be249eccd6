package conclave.report;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** 名册: who the ids are, as far as somebody may know it here. Without it every form goes by codes and seats. */
public record Roll(SortedMap<ApplicantId, Applicant> applicants, SortedMap<PersonId, Person> people) {

    public static final Roll NONE = new Roll(new TreeMap<>(), new TreeMap<>());

    /**
     * No more than forms need: no number, no birth, no telephone.
     *
     * @param route 申报方式, in words
     */
    public record Applicant(String name, String unit, String recommender, String currentTitle, String specialty, String rank, String route) {
        @Override
        public String toString() {
            return "Applicant(not shown)";
        }
    }

    public record Person(String name, String unit) {
        @Override
        public String toString() {
            return "Person(not shown)";
        }
    }

    public Roll {
        applicants = Collections.unmodifiableSortedMap(new TreeMap<>(applicants));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    }

    public boolean named() {
        return !applicants.isEmpty();
    }

    Optional<Applicant> of(ApplicantId applicant) {
        return Optional.ofNullable(applicants.get(applicant));
    }

    Optional<Person> of(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }
}
