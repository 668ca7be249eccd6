package conclave.appliance.document;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.mask.MaskBox;
import conclave.document.mask.MaskPlan;
import java.util.ArrayList;
import java.util.SortedMap;

/** A plan and what became of its pages, for programs; never what stands under a mask. */
final class MaskJson {

    private MaskJson() {
    }

    static Json of(MaskPlan plan, SortedMap<Integer, Unmasked> withheld) {
        var pages = new ArrayList<Json>();
        for (int page = 1; page <= plan.pages().size(); page++) {
            var mask = plan.pages().get(page - 1);
            var fields = new JsonFields().put("page", page).put("mask", mask.digest()).put("made", !withheld.containsKey(page));
            if (withheld.containsKey(page)) fields.put("why", withheld.get(page).code());
            pages.add(fields.list("boxes", mask.boxes(), MaskJson::box).end());
        }
        return new JsonFields().put("document", plan.document()).put("plan", plan.digest()).put("pages", new Json.Arr(pages)).end();
    }

    private static Json box(MaskBox one) {
        return new JsonFields().put("kind", one.kind().name().toLowerCase(java.util.Locale.ROOT)).put("left", one.box().left()).put("top", one.box().top())
                .put("right", one.box().right()).put("bottom", one.box().bottom()).end();
    }
}
