package conclave.appliance.plan;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import java.util.List;
import java.util.Locale;

/**
 * The codes that a meeting folder knows its people by, in their order, as ids for the planning alone. A package has no ids yet, and
 * nobody is shown these.
 */
record Codes(List<String> codes) {

    Codes {
        codes = codes.stream().sorted().distinct().toList();
    }

    PersonId person(String code) {
        return new PersonId("per_" + number(code));
    }

    ApplicantId applicant(String code) {
        return new ApplicantId("apl_" + number(code));
    }

    RoomId room(String code) {
        return new RoomId("rm_" + number(code));
    }

    String code(String id) {
        return codes.get(Integer.parseInt(id.substring(id.indexOf('_') + 1)) - 1);
    }

    private String number(String code) {
        return String.format(Locale.ROOT, "%08d", codes.indexOf(code) + 1);
    }
}
