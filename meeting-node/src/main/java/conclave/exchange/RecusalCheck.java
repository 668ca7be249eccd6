package conclave.exchange;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Recusal;
import conclave.exchange.MeetingFile.Role;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether everybody whom the list of recusals names is there and can be recused. A line that means nobody is an error: whoever wrote
 * it relies on it. One that never comes to bear is only said.
 */
final class RecusalCheck {

    /** As for a recusal that is declared in the meeting. */
    static final int LONGEST_NOTE = 500;

    private final MeetingFile file;
    private final Findings findings;
    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Applicant> applicants = new TreeMap<>();
    private final TreeSet<String> pairs = new TreeSet<>();

    RecusalCheck(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
        file.people().forEach(it -> people.put(it.code(), it));
        file.applicants().forEach(it -> applicants.put(it.code(), it));
    }

    void check() {
        for (int i = 0; i < file.recusals().size(); i++) check(file.recusals().get(i), "recusals[" + i + "]");
        if (!findings.failed() && !pairs.isEmpty()) checkPanels();
    }

    private void check(Recusal recusal, String at) {
        var person = people.get(recusal.expert());
        var applicant = applicants.get(recusal.applicant());
        if (person == null) error("recusal-expert-unknown", at + ".expert");
        else if (!person.judges()) error("recusal-of-no-expert", at + ".expert");
        if (applicant == null) error("recusal-applicant-unknown", at + ".applicant");
        // A code holds no blank, so that no two pairs are spelt alike.
        if (!pairs.add(recusal.expert() + " " + recusal.applicant())) error("recusal-twice", at);
        if (recusal.note().map(note -> note.codePointCount(0, note.length())).orElse(0) > LONGEST_NOTE) {
            findings.error("text-too-long", "file", MeetingFolder.RECUSALS, "path", at + ".note", "most", Integer.toString(LONGEST_NOTE));
        }
        if (person != null && person.judges() && applicant != null && !file.sitsOn(person, applicant.room())) {
            findings.warning("recusal-elsewhere", "file", MeetingFolder.RECUSALS, "path", at);
        }
    }

    /** As where a panel is too small from the beginning: somebody should look, and may go on. */
    private void checkPanels() {
        for (int i = 0; i < file.applicants().size(); i++) {
            var applicant = file.applicants().get(i);
            var panel = panel(applicant.room());
            var left = panel.stream().filter(judge -> !pairs.contains(judge.code() + " " + applicant.code())).count();
            if (left < panel.size() && left < file.rules().panelMinimum()) {
                findings.warning("recusals-leave-too-few", "file", MeetingFolder.APPLICANTS, "path", "applicants[" + i + "]",
                        "experts", Long.toString(left), "least", Integer.toString(file.rules().panelMinimum()));
            }
        }
    }

    private List<Person> panel(String room) {
        return file.people().stream().filter(person -> person.roles().contains(Role.EXPERT))
                .filter(person -> person.room().filter(room::equals).isPresent() || person.hall().filter(room::equals).isPresent()).toList();
    }

    private void error(String code, String path) {
        findings.error(code, "file", MeetingFolder.RECUSALS, "path", path);
    }
}
