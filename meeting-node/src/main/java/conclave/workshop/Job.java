package conclave.workshop;

import conclave.document.Dictionary;
import conclave.document.DocumentRef;
import conclave.exchange.MeetingFile;
import conclave.exchange.StatedFacts;
import conclave.document.DocumentId;
import conclave.meeting.event.Item.Policy;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One document of one applicant, to be prepared.
 *
 * @param path where it stands in the package
 * @param applicant the package's code of whose it is
 * @param whose what must not be read of them
 */
public record Job(String path, DocumentRef document, String kind, String applicant, String title, Dictionary whose) {

    private static final Pattern OFFICE = Pattern.compile(".*\\.(docx|xlsx|doc|xls)");

    /** Whether it has no pages before somebody prints it, as its name says. */
    public boolean isOffice() {
        return OFFICE.matcher(path).matches();
    }

    /** All documents of a meeting, in the order of their applicants. */
    public static List<Job> of(MeetingFile file) {
        var stated = new StatedFacts(file.sheet(), file.meeting().opens());
        var policy = Policy.valueOf(file.meeting().policy().name());
        var jobs = new ArrayList<Job>();
        for (var applicant : file.applicants()) {
            var whose = hidden(policy, stated.of(applicant));
            for (var document : applicant.documents()) {
                var id = new DocumentId(file.files().get(document.file()).sha256());
                jobs.add(new Job(document.file(), new DocumentRef(id, document.pages()), document.kind().name().toLowerCase(Locale.ROOT),
                        applicant.code(), document.title(), whose));
            }
        }
        return jobs;
    }

    private static Dictionary hidden(Policy policy, Map<FactKey, String> facts) {
        var hidden = new EnumMap<FactKey, String>(FactKey.class);
        facts.forEach((key, value) -> {
            if (Masking.of(policy, key) != Masking.AS_IS) hidden.put(key, value);
        });
        return Dictionary.of(hidden);
    }

    @Override
    public String toString() {
        return "Job(" + path + ")";
    }
}
