package conclave.appliance.corpus;

import conclave.document.screen.Kind;
import java.util.List;
import java.util.Map;

/** What says who somebody is, in an order that never changes. */
public record Identity(String name, String unit, String idNumber, String phone, String mail, String certificate) {

    /** What a dictionary of this person holds. */
    public List<Map.Entry<Kind, String>> all() {
        return List.of(Map.entry(Kind.NAME, name), Map.entry(Kind.UNIT, unit), Map.entry(Kind.ID_NUMBER, idNumber), Map.entry(Kind.PHONE, phone),
                Map.entry(Kind.MAIL, mail), Map.entry(Kind.CERTIFICATE, certificate));
    }
}
