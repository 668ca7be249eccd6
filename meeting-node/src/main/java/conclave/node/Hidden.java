package conclave.node;

import conclave.document.Dictionary;
import conclave.meeting.event.Item;
import conclave.meeting.intake.Register;
import conclave.meeting.prepare.FactKey;
import conclave.meeting.prepare.Masking;
import java.util.EnumMap;

/** 遮盖对象: what of somebody's application no expert may read anywhere, by the policy of the meeting. */
final class Hidden {

    private Hidden() {
    }

    static Dictionary of(Register register, Faces faces, Item.Applicant applicant) {
        var policy = register.description().orElseThrow().policy();
        var hidden = new EnumMap<FactKey, String>(FactKey.class);
        for (var fact : faces.application(applicant).facts().entrySet()) {
            if (Masking.of(policy, fact.getKey()) != Masking.AS_IS) hidden.put(fact.getKey(), fact.getValue());
        }
        return Dictionary.of(hidden);
    }
}
