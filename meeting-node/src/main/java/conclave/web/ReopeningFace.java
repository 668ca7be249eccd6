package conclave.web;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Id.RoomId;
import java.util.Optional;

/** 重新开放会议室 on a room's page: what the visitor may do about a room that has signed off, and what another one has asked for. */
final class ReopeningFace {

    private ReopeningFace() {
    }

    /** Ask for it, agree to what another has asked, or wait for another; nothing for those who have no say in it. */
    static Optional<String> mayDo(Visitor visitor, RoomId room) {
        if (!visitor.meeting().floor().signedOff(room) || visitor.rights().toReopen(room).isPresent()) return Optional.empty();
        return Optional.of(visitor.meeting().ending().asked().get(room).map(asked -> asked.by().equals(visitor.id()) ? "asked" : "agree").orElse("ask"));
    }

    /** Who wants it and why, for those who may agree: nobody signs for a reason that they have not read or, where they judge, had explained. */
    static Optional<Json> asked(Visitor visitor, RoomId room) {
        if (mayDo(visitor, room).isEmpty()) return Optional.empty();
        return visitor.meeting().ending().asked().get(room).map(asked -> new JsonFields().put("name", Heads.name(visitor, asked.by()))
                .put("reason", Reasons.of(visitor, "reopening", room, asked.reason()).<Json>map(Json.Str::new).orElse(Json.Null.NULL)).end());
    }
}
