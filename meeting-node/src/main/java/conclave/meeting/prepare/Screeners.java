package conclave.meeting.prepare;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.intake.Register;
import java.util.List;
import java.util.Optional;

/** Who may answer for pages: the secretariat, which sees the originals anyhow, and nobody who judges or waits to judge. */
public final class Screeners {

    private static final List<Role> RELEASING = List.of(Role.SECRETARY, Role.REGISTRAR);
    private static final List<Role> OVERRIDING = List.of(Role.SECRETARY, Role.REGISTRAR, Role.CHAIR, Role.SUPERVISOR);

    private Screeners() {
    }

    public static Optional<Refusal> toRelease(Register register, PersonId person, ApplicantId applicant) {
        return judges(register, person) ? not("releasePages") : held(register, person, RELEASING, applicant, "releasePages");
    }

    public static Optional<Refusal> toOverride(Register register, PersonId person, ApplicantId applicant) {
        return judges(register, person) ? not("overrideGate") : held(register, person, OVERRIDING, applicant, "overrideGate");
    }

    /** Taking away does no harm: whoever is in charge may, whatever else they are. */
    public static Optional<Refusal> toWithdraw(Register register, PersonId person, ApplicantId applicant) {
        return held(register, person, RELEASING, applicant, "withdrawPage");
    }

    /** Whether the person judges anywhere, or may come to. */
    public static boolean judges(Register register, PersonId person) {
        return register.holdsAnywhere(person, Role.EXPERT) || register.holdsAnywhere(person, Role.ALTERNATE);
    }

    private static Optional<Refusal> held(Register register, PersonId person, List<Role> roles, ApplicantId applicant, String action) {
        var one = register.applicants().get(applicant);
        if (one.isEmpty()) return Optional.of(Refusal.of(Code.UNKNOWN_APPLICANT));
        if (rooms(register, one.get().room()).stream().anyMatch(room -> roles.stream().anyMatch(role -> register.holds(person, role, room)))) {
            return Optional.empty();
        }
        return roles.stream().anyMatch(role -> register.holdsAnywhere(person, role)) ? Optional.of(Refusal.of(Code.FOREIGN_ROOM)) : not(action);
    }

    /** Where the applicant comes before people: the panel, and the hall where it has one. */
    public static List<RoomId> rooms(Register register, RoomId panel) {
        var hall = register.hallOf(panel);
        return hall.equals(panel) ? List.of(panel) : List.of(panel, hall);
    }

    private static Optional<Refusal> not(String action) {
        return Optional.of(Refusal.of(Code.NOT_PERMITTED).with("action", action));
    }
}
