package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.ledger.LoneDecision;
import conclave.node.Appraisal;
import conclave.node.Countdown;
import conclave.node.House;
import conclave.node.Sighting;
import conclave.node.Verdict;
import conclave.presence.Presence;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;

/** How the machines are, for those who look after them: no word of what the meetings are about. */
final class NodesPage {

    private final House house;
    private final Entrance entrance;
    private final Supplier<Presence> presence;

    NodesPage(House house, Entrance entrance, Supplier<Presence> presence) {
        this.presence = presence;
        this.house = house;
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get("nodes", "/api/nodes", this::nodes));
    }

    private void nodes(RoutingContext context) {
        var visitor = entrance.visitor(context);
        Visitor.allow(visitor.rights().toSeeNodes());
        var sightings = house.watchtower().sightings();
        var appraisal = new Appraisal(sightings);
        Answers.json(context, new JsonFields().put("meeting", Heads.meeting(visitor)).put("at", house.clock().getAsLong())
                .put("whole", Codec.name(appraisal.whole())).put("pages", pages()).orNull("alone", house.goneAlone().now(), this::alone)
                .list("clocks", Countdown.of(house, visitor.hall()), NodesPage::clock)
                .list("nodes", sightings, one -> node(one, appraisal.of(one))).end());
    }

    /** Nobody knows while a server is not heard. */
    private Json pages() {
        var known = presence.get().figure(LiveLines.PAGES);
        return known.isPresent() ? new Json.Num(known.getAsLong()) : Json.Null.NULL;
    }

    private Json alone(LoneDecision decision) {
        return new JsonFields().put("at", decision.at()).list("persons", decision.persons(), Json::text).put("reason", decision.reason())
                .list("lost", decision.lost(), lost -> Json.text(lost.node()))
                .list("returned", house.goneAlone().returned(), one -> new JsonFields().put("node", one.node()).put("at", one.at()).end()).end();
    }

    private static Json clock(Countdown one) {
        return new JsonFields().put("way", Codec.name(one.way())).put("begun", one.begun()).put("ends", one.ends()).put("leftSeconds", one.left() / 1000)
                .put("grade", Codec.name(one.grade())).end();
    }

    private static Json node(Sighting one, List<Verdict> verdicts) {
        return new JsonFields().put("id", one.peer()).put("name", one.name()).put("role", one.server() ? "server" : "witness").put("self", one.self())
                .put("grade", Codec.name(Appraisal.worst(verdicts))).put("heard", one.condition().isPresent()).put("silentSeconds", one.silent() / 1000)
                .list("verdicts", verdicts, NodesPage::verdict).end();
    }

    private static Json verdict(Verdict verdict) {
        var facts = new JsonFields();
        verdict.facts().forEach(facts::put);
        return new JsonFields().put("figure", Codec.name(verdict.matter().figure())).put("grade", Codec.name(verdict.matter().grade()))
                .put("matter", Codec.name(verdict.matter())).put("facts", facts.end()).end();
    }
}
