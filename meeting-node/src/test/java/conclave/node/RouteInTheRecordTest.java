package conclave.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import conclave.exchange.MeetingFile.Route;
import conclave.meeting.prepare.FactKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 申报方式 is sealed with the form, and only where it is another than the normal one: old records and new ones say the same. */
class RouteInTheRecordTest {

    @Test
    void theNormalWayLeavesNoTraceAndAnotherIsOneMoreFact() {
        var file = conclave.exchange.SmallMeeting.value(1);
        var applicant = file.applicants().getFirst();
        var form = new Form(null, null, file.sheet(), file.meeting().opens());
        var normal = form.application(applicant);
        assertFalse(normal.facts().containsKey(FactKey.ROUTE));
        for (var route : List.of(Route.EXCEPTIONAL, Route.TRANSFER, Route.RECOGNITION, Route.DIRECT)) {
            var chosen = form.application(applicant.by(route)).facts();
            assertEquals(route.chinese(), chosen.get(FactKey.ROUTE));
            assertEquals(normal.facts().size() + 1, chosen.size());
        }
    }
}
