package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.RankChange;
import conclave.meeting.SeatChange;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import java.util.List;

/**
 * 人员变动 as people read them: who left, who came, which scores went, which ranks became others. Points are never among it:
 * what one expert takes along would say what that expert gave. Ranks are for those only who may see them before all is counted.
 */
final class SeatChanges {

    private SeatChanges() {
    }

    /** What has happened in a room so far, in the order in which it happened. */
    static Json of(Visitor visitor, RoomId room) {
        return new Json.Arr(visitor.meeting().changes().stream().filter(change -> change.rooms().contains(room)).map(change -> of(visitor, change)).toList());
    }

    static Json of(Visitor visitor, SeatChange change) {
        var fields = new JsonFields().put("at", change.at()).put("by", Heads.name(visitor, change.by()));
        if (change.event() instanceof ExpertSwapped e) swapped(visitor, fields, e);
        if (change.event() instanceof ExpertRecused e) recused(visitor, fields, e);
        return fields.list("voided", codes(visitor, change.voided()), Json::text).list("kept", codes(visitor, change.kept()), Json::text)
                .put("ranks", ranks(visitor, change.rooms(), change.ranks())).end();
    }

    private static void swapped(Visitor visitor, JsonFields fields, ExpertSwapped e) {
        fields.put("kind", "swap").put("expert", Heads.name(visitor, e.leaving())).put("coming", Heads.name(visitor, e.coming()))
                .put("reason", e.reason().value().isEmpty() ? "" : visitor.hall().faces().note("swap", e.leaving(), e.reason()));
    }

    private static void recused(Visitor visitor, JsonFields fields, ExpertRecused e) {
        fields.put("kind", "recusal").put("expert", Heads.name(visitor, e.expert())).put("code", code(visitor, e.applicant()))
                .put("ground", Codec.name(e.ground()));
    }

    /** Of the rooms in which this person may see ranks; nothing at all, where there is none, so that "none changed" is not read into it. */
    static Json ranks(Visitor visitor, List<RoomId> rooms, List<RankChange> ranks) {
        var seen = rooms.stream().filter(room -> visitor.rights().toSeeRanks(room).isEmpty()).toList();
        if (seen.isEmpty()) return Json.Null.NULL;
        return new Json.Arr(ranks.stream().filter(one -> seen.contains(one.room())).map(one -> rank(visitor, one)).toList());
    }

    private static Json rank(Visitor visitor, RankChange one) {
        var applicant = visitor.register().applicants().get(one.applicant()).orElseThrow();
        return new JsonFields().put("applicant", one.applicant().value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("room", visitor.register().rooms().get(one.room()).orElseThrow().name())
                .orNull("before", one.rankBefore(), rank -> new Json.Num(rank)).orNull("after", one.rankAfter(), rank -> new Json.Num(rank)).end();
    }

    private static List<String> codes(Visitor visitor, List<ApplicantId> ids) {
        return ids.stream().map(id -> code(visitor, id)).sorted().toList();
    }

    private static String code(Visitor visitor, ApplicantId id) {
        return visitor.register().applicants().get(id).orElseThrow().code();
    }
}
