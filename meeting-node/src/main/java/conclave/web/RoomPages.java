package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.Agenda;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Stage;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Progress;
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
                .put("quorum", quorum(visitor, id, Quorum.shown(visitor.register(), visitor.meeting().book(), floor, id)))
                .put("next", next(Agenda.of(visitor.meeting(), id, visitor.id())))
                .put("mayRun", visitor.rights().mayRun(id)).put("mayChair", visitor.rights().mayChair(id)).maybe("reopening", ReopeningFace.mayDo(visitor, id))
                .orNull("reopeningAsked", ReopeningFace.asked(visitor, id), asked -> asked)
                .orNull("upcoming", Upcoming.of(visitor.meeting(), id), Upcoming::json)
                .orNull("ballot", round.filter(Round::open), r -> BallotProgress.json(visitor, r))
                .orNull("defence", round.filter(Round::open), r -> DefenceList.json(visitor, r))
                .list("alternates", visitor.register().alternatesOf(id), one -> alternate(visitor, one))
                .put("changes", SeatChanges.of(visitor, id)).put("amendments", AmendmentFace.ofRoom(visitor, id, Words.of(context.request().getHeader("Accept-Language"))))
                .orNull("permits", PermitDesk.face(visitor, id, visitor.meeting().clock()), face -> face)
                .put("experts", new Json.Arr(experts(visitor, id, round)))
                .list("applicants", visitor.meeting().walk().candidates(id), a -> applicant(visitor, id, round, a)).end());
    }

    private static Json next(Agenda agenda) {
        var facts = new JsonFields();
        agenda.facts().forEach(facts::put);
        return new JsonFields().put("key", Codec.name(agenda.step())).put("facts", facts.end())
                .maybe("action", agenda.action().map(Codec::name)).end();
    }

    /** What the quorum is counted on is the whole committee in a hall, and in a panel its own seats. */
    private static Json quorum(Visitor visitor, RoomId room, Quorum quorum) {
        return new JsonFields().put("committee", quorum.committee()).put("needed", quorum.needed())
                .put("whole", visitor.register().isHall(room)).put("size", visitor.register().description().orElseThrow().committeeSize())
                .put("present", quorum.present()).put("reached", quorum.reached()).end();
    }

    private Json tile(Visitor visitor, Item.Room room) {
        var floor = visitor.meeting().floor();
        var round = floor.round(room.id());
        var progress = round.map(r -> Progress.of(judges(visitor), r)).orElse(new Progress(0, 0));
        return new JsonFields().put("id", room.id().value()).put("code", room.code()).put("name", room.name()).put("stage", stage(visitor, room.id(), round))
                .put("expected", visitor.register().expertsOf(room.id()).size()).put("present", floor.attendedExperts(visitor.register(), room.id()))
                .put("scoresExpected", progress.expected()).put("scoresGiven", progress.given())
                .put("lastChangeAt", visitor.meeting().clock()).end();
    }

    private static Judges judges(Visitor visitor) {
        return new Judges(visitor.register(), visitor.meeting().book(), visitor.meeting().floor());
    }

    private static String stage(Visitor visitor, RoomId room, Optional<Round> round) {
        if (visitor.meeting().ending().isSealed()) return "sealed";
        if (visitor.meeting().floor().pause(room).isPresent()) return "paused";
        if (visitor.meeting().floor().signedOff(room)) return "signedOff";
        if (round.isEmpty()) return visitor.meeting().floor().sitting(room).isPresent() ? "signingIn" : "waiting";
        if (round.get().open()) return open(visitor, round.get());
        return round.get().counted() ? "tallied" : "closed";
    }

    private static String open(Visitor visitor, Round round) {
        return switch (judges(visitor).stage(round)) {
            case Stage.Balloting _ -> "voting";
            case Stage.OpinionWriting _ -> "writing";
            case Stage.Scoring _ -> "scoring";
            case Stage.AutoScore _, Stage.Reading _, Stage.Ranking _, Stage.Cut _, Stage.SignOff _ -> "confirming";
        };
    }

    private static Json alternate(Visitor visitor, PersonId id) {
        var person = visitor.register().people().get(id).orElseThrow();
        return new JsonFields().put("id", id.value()).put("name", visitor.hall().faces().identity(person).name()).put("seat", person.seat()).end();
    }

    private List<Json> experts(Visitor visitor, RoomId room, Optional<Round> round) {
        Set<String> online = presence.get().inRoom(room.value()).stream().map(visit -> visit.person()).collect(Collectors.toCollection(TreeSet::new));
        return visitor.register().expertsOf(room).stream().map(id -> expert(visitor, room, round, id, connected(online, id))).toList();
    }

    /** Who is not seen while another server is not heard may be connected there: that is not known. */
    private Json connected(Set<String> online, PersonId id) {
        if (online.contains(id.value())) return new Json.Bool(true);
        return presence.get().seesAll() ? new Json.Bool(false) : Json.Null.NULL;
    }

    private static Json expert(Visitor visitor, RoomId room, Optional<Round> round, PersonId id, Json online) {
        var person = visitor.register().people().get(id).orElseThrow();
        var floor = visitor.meeting().floor();
        var signedIn = floor.attended(room).get(id);
        var progress = round.map(r -> ExpertProgress.in(judges(visitor), r, id))
                .orElseGet(() -> new ExpertProgress(0, (int) visitor.meeting().walk().candidates(room).stream().filter(one -> !floor.recused(id, one)).count()));
        return new JsonFields().put("id", id.value()).put("name", visitor.hall().faces().identity(person).name()).put("seat", person.seat())
                .put("present", signedIn.isPresent()).orNull("signedInAt", signedIn, Json.Num::new).put("online", online)
                .put("submitted", progress.given()).put("expected", progress.expected()).end();
    }

    private static Json applicant(Visitor visitor, RoomId room, Optional<Round> round, ApplicantId id) {
        var applicant = visitor.register().applicants().get(id).orElseThrow();
        var floor = visitor.meeting().floor();
        var judges = round.map(r -> r.candidates().contains(id) ? judges(visitor).of(r, id) : List.<PersonId>of())
                .orElseGet(() -> floor.judges(visitor.register(), room, id));
        var waiting = judges.stream().filter(judge -> round.flatMap(r -> r.standing(id, judge)).isEmpty()).toList();
        var recused = visitor.register().expertsOf(room).stream().filter(expert -> floor.recused(expert, id)).toList();
        return new JsonFields().put("id", id.value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("specialty", applicant.specialty()).maybe("route", Heads.route(visitor, applicant)).put("standing", Codec.name(visitor.meeting().walk().standing(id)))
                .put("submitted", judges.size() - waiting.size()).put("expected", judges.size())
                .put("inRound", round.map(r -> r.candidates().contains(id)).orElse(false))
                .list("waitingFor", waiting, judge -> Json.text(judge.value())).list("recused", recused, expert -> Json.text(expert.value())).end();
    }
}
