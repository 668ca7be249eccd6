package conclave.appliance.day;

import conclave.codec.Json;
import java.util.List;

/** What somebody finds at their seat: the code to sign in with, and the four words to compare. */
record Card(String role, String name, String seat, String code, List<String> words) {

    static Card of(Json.Obj person) {
        return new Card(person.text("role"), person.text("name"), person.text("seat"), person.text("code"), texts(person, "words"));
    }

    static List<String> texts(Json.Obj json, String field) {
        return json.list(field).stream().map(item -> ((Json.Str) item).value()).toList();
    }
}
