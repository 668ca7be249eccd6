package conclave.appliance.bench;

import conclave.codec.Json;
import java.util.List;

/** Where laptops find people's codes and a server. */
interface Venue {

    /** What run.json says. */
    Json.Obj run();

    /** The server that this visitor is connected to; visitors are numbered from 0. */
    Switchboard switchboard(int visitor);

    /** Everybody who was invited and has this role. */
    default List<Json.Obj> people(String role) {
        return run().list("people").stream().map(person -> (Json.Obj) person)
                .filter(person -> person.list("roles").contains(Json.text(role))).toList();
    }
}
