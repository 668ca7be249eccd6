package conclave.exchange;

import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Permits;
import conclave.exchange.MeetingFile.Waiver;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;

/**
 * 批准与备案: whether the committee may meet at all. An approval that is missing or expired keeps the meeting out, unless two persons have said
 * in the package why it is held nevertheless. A filing number often arrives in the last hour: the meeting comes in without, and the record
 * opens no first round before somebody has entered it.
 */
final class PermitsCheck {

    private static final String AT = "permits";

    private final MeetingFile file;
    private final Findings findings;

    PermitsCheck(MeetingFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void check() {
        var permits = file.meeting().permits();
        if (permits.isPresent()) check(permits.get());
        // Offices whose committees need none say nothing; that is only told.
        else if (file.meeting().kind() == Kind.REAL) findings.warning("permits-unsaid", "file", MeetingFolder.MEETING, "path", AT);
    }

    private void check(Permits permits) {
        permits.waiver().ifPresent(this::checkWaiver);
        if (permits.approval().isEmpty()) missing("approval-missing", "approval", permits.waiver());
        else checkApproval(permits.approval().get().until(), permits.waiver());
        if (permits.filedBefore().isEmpty()) findings.warning("filing-before-missing", "file", MeetingFolder.MEETING, "path", AT + ".filedBefore");
        if (permits.filedForMeeting().isEmpty()) findings.warning("filing-meeting-missing", "file", MeetingFolder.MEETING, "path", AT + ".filedForMeeting");
    }

    private void checkApproval(LocalDate until, Optional<Waiver> waiver) {
        if (until.isBefore(file.meeting().opens())) missing("approval-expired", "approval.until", waiver);
        else if (until.isBefore(file.meeting().closes())) missing("approval-ends-early", "approval.until", waiver);
    }

    private void checkWaiver(Waiver waiver) {
        if (valid(waiver)) findings.warning("permits-waived", "file", MeetingFolder.MEETING, "path", AT + ".waiver");
        else findings.error("waiver-needs-two", "file", MeetingFolder.MEETING, "path", AT + ".waiver.persons");
    }

    private static boolean valid(Waiver waiver) {
        var different = new TreeSet<String>();
        waiver.persons().forEach(person -> different.add(person.replaceAll("\\s", "")));
        return different.size() >= 2;
    }

    private void missing(String code, String what, Optional<Waiver> waiver) {
        if (waiver.filter(PermitsCheck::valid).isPresent()) findings.warning(code, "file", MeetingFolder.MEETING, "path", AT + "." + what);
        else findings.error(code, "file", MeetingFolder.MEETING, "path", AT + "." + what);
    }
}
