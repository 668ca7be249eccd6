package conclave.report;

import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import java.util.List;
import java.util.TreeMap;

/** Names for the people of test meetings, each of which can be looked for in what came out. */
final class Rolls {

    static final String HEAD = "ab".repeat(32);

    private Rolls() {
    }

    static Roll of(Meeting meeting) {
        var applicants = new TreeMap<ApplicantId, Roll.Applicant>();
        meeting.walk().register().applicants().values().forEach(it -> applicants.put(it.id(),
                new Roll.Applicant("申报人" + it.code(), "单位" + it.code(), "推荐" + it.code(), "工程师", "水利工程", "高级工程师",
                        it.order() % 2 == 1 ? "破格申报" : "正常申报")));
        var people = new TreeMap<PersonId, Roll.Person>();
        meeting.walk().register().people().values().forEach(it -> people.put(it.id(), new Roll.Person("专家" + it.id().value(), "专家单位")));
        return new Roll(applicants, people);
    }

    static Held held(List<Fact> facts, Meeting end, Roll roll) {
        return new Held(facts, end, HEAD, roll);
    }

    static Meeting end(List<Fact> facts) {
        var meeting = Meeting.NOT_FOUNDED;
        for (var fact : facts) meeting = Meeting.evolve(meeting, fact);
        return meeting;
    }

    /** Everything that a form says, a line each. */
    static String text(Form form) {
        var text = new StringBuilder(form.title()).append('\n');
        form.about().forEach(line -> text.append(line).append('\n'));
        for (var part : form.parts()) {
            text.append(part.heading()).append('\n');
            switch (part) {
                case Part.Grid grid -> grid.rows().forEach(row -> text.append(String.join("|", row.stream().map(Value::shown).toList())).append('\n'));
                case Part.Prose prose -> prose.paragraphs().forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.append(form.basis()).toString();
    }
}
