package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.prepare.Sha256;
import java.util.List;
import java.util.TreeMap;

/** 抽签顺序: by the digest of the drawn chance and the applicant, so that anybody can draw it again. */
final class DrawnOrder {

    private DrawnOrder() {
    }

    static List<ApplicantId> of(List<ApplicantId> applicants, String chance) {
        var order = new TreeMap<String, ApplicantId>();
        for (var applicant : applicants) order.put(Sha256.hex(Sha256.of(chance + "\n" + applicant.value())), applicant);
        return List.copyOf(order.values());
    }
}
