package conclave.appliance.faults;

import conclave.codec.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What lies before one expert: the round, the applicants, and the leaves of the sheet that take a mark. */
record Desk(String round, List<String> applicants, List<Json.Obj> leaves) {

    private static final int KINDS = 8;

    static Desk of(Json.Obj desk) {
        var applicants = desk.list("applicants").stream().map(one -> ((Json.Obj) one).text("id")).toList();
        var leaves = new ArrayList<Json.Obj>();
        gather(desk.object("sheet").list("indicators"), leaves);
        return new Desk(desk.object("round").text("id"), applicants, leaves);
    }

    private static void gather(List<Json> indicators, List<Json.Obj> leaves) {
        for (var each : indicators) {
            var indicator = (Json.Obj) each;
            if (indicator.text("kind").equals("expert")) leaves.add(indicator);
            gather(indicator.list("children"), leaves);
        }
    }

    /** Other marks each time, all within the sheet. */
    Json.Obj sheet(int number, int basedOn) {
        var marks = Json.object();
        for (var leaf : leaves) {
            var below = new BigDecimal(leaf.text("step")).multiply(BigDecimal.valueOf(number % KINDS));
            marks = marks.with(leaf.text("code"), new BigDecimal(leaf.text("max")).subtract(below).stripTrailingZeros().toPlainString());
        }
        return Json.object().with("round", round).with("basedOn", basedOn).with("marks", marks);
    }
}
