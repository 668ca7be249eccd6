package conclave.appliance.plan;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A meeting that differs from another in what a test is about, and in nothing else. */
record Altered(MeetingFile file) {

    Altered person(String code, UnaryOperator<Person> change) {
        return people(file.people().stream().map(it -> it.code().equals(code) ? change.apply(it) : it).toList());
    }

    Altered people(List<Person> people) {
        return new Altered(new MeetingFile(file.meeting(), people, file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
    }

    Altered applicant(String code, UnaryOperator<Applicant> change) {
        return applicants(file.applicants().stream().map(it -> it.code().equals(code) ? change.apply(it) : it).toList());
    }

    Altered applicants(List<Applicant> applicants) {
        return new Altered(new MeetingFile(file.meeting(), file.people(), applicants, file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
    }

    Altered recusals(List<MeetingFile.Recusal> recusals) {
        return new Altered(new MeetingFile(file.meeting(), file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), recusals, file.files()));
    }

    Altered rooms(UnaryOperator<Room> change) {
        var m = file.meeting();
        return meeting(new Meeting(m.title(), m.titleEn(), m.kind(), m.organizer(), m.secretariat(), m.committee(), m.policy(), m.opens(),
                m.closes(), m.rooms().stream().map(change).toList(), m.expected()));
    }

    private Altered meeting(Meeting meeting) {
        return new Altered(new MeetingFile(meeting, file.people(), file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files()));
    }

    Path written(Path documents, Path folder) throws IOException {
        try (var bag = new BagWriter(folder)) {
            for (var applicant : file.applicants()) {
                for (var document : applicant.documents()) bag.carry(file.files().get(document.file()), documents);
            }
            MeetingFolder.describe(file, bag);
            bag.finish(LocalDate.of(2026, 5, 18), Map.of());
        }
        return folder;
    }

    static Person called(Person p, String name, String unit) {
        return new Person(p.code(), name, unit, p.seat(), p.roles(), p.room(), p.hall(), p.expertClass());
    }

    static Applicant in(Applicant a, String name, String unit, String recommender, String specialty) {
        return new Applicant(a.code(), name, a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), unit, recommender, a.education(),
                a.currentTitle(), a.currentTitleDate(), specialty, a.rank(), a.room(), a.facts(), a.names(), a.given(), a.documents());
    }
}
