package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Agenda;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.sitting.Floor;
import conclave.meeting.sitting.Quorum;
import conclave.meeting.sitting.Round;
import conclave.presence.Presence;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rooms as those in charge see them: the thing to do now, who is there, who has not submitted. */
final class RoomPages {

    private final Entrance entrance;
    private final Supplier<Presence> presence;

    RoomPages(Entrance entrance, Supplier<Presence> presence) {
        this.entrance = entrance;
        this.presence = presence;
    }

    List<Route> routes() {
        return List.of(Route.get("rooms", "/api/rooms", this::rooms), Route.get("room", "/api/rooms/{room}", this::room));
    }

    private void rooms(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var watched = visitor.register().rooms().values().stream().filter(room -> visitor.rights().toWatch(room.id()).isEmpty()).toList();
        if (watched.isEmpty()) throw Problem.of(403, "NOT_PERMITTED", "action", "watchRooms");
        var sorted = watched.stream().sorted(Comparator.comparing(Item.Room::code)).toList();
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor)).list("rooms", sorted, room -> tile(visitor, room)).end());
    }

    private void room(RoutingContext context) {
        var visitor = entrance.visitor(context);
        var id = Body.id(context.pathParam("room"), RoomId::new, "UNKNOWN_ROOM");
        Visitor.allow(visitor.rights().toWatch(id));
        var floor = visitor.meeting().floor();
        var round = floor.round(id);
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor))
                .put("room", tile(visitor, visitor.register().rooms().get(id).orElseThrow()))
                .orNull("sitting", floor.sitting(id), Heads::sitting).orNull("round", round, r -> Heads.round(visitor, r))
                .put("quorum", quorum(Quorum.shown(visitor.register(), floor, id)))
                .put("next", next(Agenda.of(visitor.meeting(), id, visitor.id())))
                .put("mayRun", visitor.rights().mayRun(id)).put("mayChair", visitor.rights().mayChair(id))
                .put("experts", new Json.Arr(experts(visitor, id, round)))
                .list("applicants", visitor.register().applicantsOf(id), a -> applicant(visitor, id, round, a)).end());
    }

    private static Json next(Agenda agenda) {
        var facts = new JsonFields();
        agenda.facts().forEach(facts::put);
        return new JsonFields().put("key", Codec.name(agenda.step())).put("facts", facts.end())
                .maybe("action", agenda.action().map(Codec::name)).end();
    }

    private static Json quorum(Quorum quorum) {
        return new JsonFields().put("committee", quorum.committee()).put("needed", quorum.needed())
                .put("present", quorum.present()).put("reached", quorum.reached()).end();
    }

    private Json tile(Visitor visitor, Item.Room room) {
        var floor = visitor.meeting().floor();
        var round = floor.round(room.id());
        var progress = round.map(r -> floor.progress(visitor.register(), r)).orElse(new Floor.Progress(0, 0));
        return new JsonFields().put("id", room.id().value()).put("code", room.code()).put("name", room.name()).put("stage", stage(visitor, room.id(), round))
                .put("expected", visitor.register().expertsOf(room.id()).size()).put("present", floor.attendedExperts(visitor.register(), room.id()))
                .put("scoresExpected", progress.expected()).put("scoresGiven", progress.given())
                .put("lastChangeAt", visitor.meeting().clock()).end();
    }

    private static String stage(Visitor visitor, RoomId room, Optional<Round> round) {
        if (visitor.meeting().ending().isSealed()) return "sealed";
        if (round.isEmpty()) return visitor.meeting().floor().sitting(room).isPresent() ? "signingIn" : "waiting";
        if (round.get().open()) return "scoring";
        if (round.get().signedOff()) return "signedOff";
        return visitor.meeting().tallies().of().has(round.get().id()) ? "tallied" : "closed";
    }

    private List<Json> experts(Visitor visitor, RoomId room, Optional<Round> round) {
        Set<String> online = presence.get().inRoom(room.value()).stream().map(visit -> visit.person()).collect(Collectors.toCollection(TreeSet::new));
        return visitor.register().expertsOf(room).stream().map(id -> expert(visitor, room, round, id, online.contains(id.value()))).toList();
    }

    private static Json expert(Visitor visitor, RoomId room, Optional<Round> round, PersonId id, boolean online) {
        var person = visitor.register().people().get(id).orElseThrow();
        var floor = visitor.meeting().floor();
        var signedIn = floor.attended(room).get(id);
        var mine = visitor.register().applicantsOf(room).stream().filter(applicant -> !floor.recused(id, applicant)).toList();
        var submitted = mine.stream().filter(applicant -> round.flatMap(r -> r.standing(applicant, id)).isPresent()).count();
        return new JsonFields().put("id", id.value()).put("name", visitor.hall().faces().identity(person).name()).put("seat", person.seat())
                .put("present", signedIn.isPresent()).orNull("signedInAt", signedIn, Json.Num::new).put("online", online)
                .put("submitted", submitted).put("expected", mine.size()).end();
    }

    private static Json applicant(Visitor visitor, RoomId room, Optional<Round> round, ApplicantId id) {
        var applicant = visitor.register().applicants().get(id).orElseThrow();
        var floor = visitor.meeting().floor();
        var judges = floor.judges(visitor.register(), room, id);
        var waiting = judges.stream().filter(judge -> round.flatMap(r -> r.standing(id, judge)).isEmpty()).toList();
        var recused = visitor.register().expertsOf(room).stream().filter(expert -> floor.recused(expert, id)).toList();
        return new JsonFields().put("id", id.value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("specialty", applicant.specialty()).put("submitted", judges.size() - waiting.size()).put("expected", judges.size())
                .list("waitingFor", waiting, judge -> Json.text(judge.value())).list("recused", recused, expert -> Json.text(expert.value())).end();
    }
}
