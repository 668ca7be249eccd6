package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 阅看记录: who has had which document of an applicant before them, and since when. */
final class OpeningsFace {

    private OpeningsFace() {
    }

    static Json of(Visitor visitor, Item.Applicant applicant) {
        return new JsonFields().put("code", applicant.code()).list("documents", applicant.documents(), document -> document(visitor, applicant, document)).end();
    }

    private static Json document(Visitor visitor, Item.Applicant applicant, Item.Document document) {
        var looks = new ArrayList<Map.Entry<PersonId, List<Look>>>();
        visitor.meeting().clearance().looksAt(applicant.id(), document.id()).forEach(looks::add);
        return new JsonFields().put("id", document.id().value()).put("title", ReleaseFace.title(visitor, applicant, document))
                .list("readers", looks, entry -> reader(visitor, entry.getKey(), entry.getValue())).end();
    }

    private static Json reader(Visitor visitor, PersonId id, List<Look> looks) {
        var seat = visitor.register().people().get(id).map(Item.Person::seat).orElse("");
        return new JsonFields().put("name", Heads.name(visitor, id)).put("seat", seat)
                .list("looks", looks, look -> new JsonFields().put("release", look.release()).put("at", look.at()).end()).end();
    }
}
