package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.FactKey;
import conclave.report.Roll;
import java.util.TreeMap;

/** The roll of a meeting, opened for those who make forms with names: no more of each person than a form says. */
public final class RollOf {

    private RollOf() {
    }

    public static Roll opened(Faces faces, Register register) {
        var applicants = new TreeMap<ApplicantId, Roll.Applicant>();
        for (var applicant : register.applicants().values()) {
            var facts = faces.application(applicant).facts();
            applicants.put(applicant.id(), new Roll.Applicant(facts.getOrDefault(FactKey.NAME, ""), facts.getOrDefault(FactKey.UNIT, ""),
                    facts.getOrDefault(FactKey.RECOMMENDER, ""), facts.getOrDefault(FactKey.CURRENT_TITLE, ""),
                    facts.getOrDefault(FactKey.SPECIALTY, applicant.specialty()), facts.getOrDefault(FactKey.RANK, ""),
                    facts.getOrDefault(FactKey.ROUTE, MeetingFile.Route.NORMAL.chinese())));
        }
        var people = new TreeMap<PersonId, Roll.Person>();
        for (var person : register.people().values()) {
            var identity = faces.identity(person);
            people.put(person.id(), new Roll.Person(identity.name(), identity.unit()));
        }
        return new Roll(applicants, people);
    }
}
