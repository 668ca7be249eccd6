package conclave.meeting.intake;

import conclave.meeting.event.AmendmentCommand.EnterPermit;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.Item.Approval;
import conclave.meeting.event.Item.Description;
import conclave.meeting.event.Item.Permits;
import conclave.meeting.event.PermitKind;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 批准与备案: whether a committee that needs papers has them on the day on which it begins. */
public final class Permission {

    private static final int ANSWERING = 2;
    private static final int LONGEST_NUMBER = 100;

    private Permission() {
    }

    /** What is lacking on this day, in the words of refusals. */
    public static List<Refusal> all(Register register, String day) {
        var permits = needed(register);
        if (permits.isEmpty() || waived(permits.get())) return List.of();
        var lacking = new ArrayList<Refusal>();
        var approval = permits.get().approval();
        if (approval.isEmpty()) lacking.add(Refusal.of(Code.APPROVAL_MISSING));
        else if (approval.get().until().compareTo(day) < 0) lacking.add(Refusal.of(Code.APPROVAL_EXPIRED).with("until", approval.get().until()));
        if (permits.get().filedBefore().isEmpty()) lacking.add(Refusal.of(Code.FILING_BEFORE_MISSING));
        if (permits.get().filedForMeeting().isEmpty()) lacking.add(Refusal.of(Code.FILING_MEETING_MISSING));
        return List.copyOf(lacking);
    }

    public static Optional<Permits> needed(Register register) {
        return register.description().flatMap(Description::permits);
    }

    public static boolean waived(Permits permits) {
        return permits.waiver().map(waiver -> waiver.persons() >= ANSWERING).orElse(false);
    }

    /** What is wrong with what somebody enters, by name. */
    public static Optional<Refusal> wrong(Register register, EnterPermit c) {
        if (needed(register).isEmpty()) return unsound("notNeeded");
        if (c.number().isBlank() || c.number().length() > LONGEST_NUMBER) return unsound("number");
        if (c.until().isPresent() != (c.kind() == PermitKind.APPROVAL)) return unsound("until");
        return c.until().filter(day -> !isDay(day)).flatMap(_ -> unsound("until"));
    }

    private static Optional<Refusal> unsound(String wrong) {
        return Optional.of(Refusal.of(Code.PERMIT_UNSOUND).with("wrong", wrong));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text) && text.length() == "2026-11-21".length();
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    static Permits after(Permits before, PermitEntered e) {
        return switch (e.kind()) {
            case APPROVAL -> new Permits(Optional.of(new Approval(e.number(), e.until().orElseThrow())), before.filedBefore(), before.filedForMeeting(), before.waiver());
            case FILED_BEFORE -> new Permits(before.approval(), Optional.of(e.number()), before.filedForMeeting(), before.waiver());
            case FILED_FOR_MEETING -> new Permits(before.approval(), before.filedBefore(), Optional.of(e.number()), before.waiver());
        };
    }
}
