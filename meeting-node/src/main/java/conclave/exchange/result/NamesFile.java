package conclave.exchange.result;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.MeetingFile.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 名册 ({@code names.json}): who the ids of a result are. It is made for the platform, lies in a result only sealed for it, and is
 * nowhere in the clear before the platform opens it.
 */
public record NamesFile(String meeting, List<Applicant> applicants, List<Person> people) {

    public static final String FORMAT = "conclave-names/1";

    /** Where it lies in a result, sealed. */
    public static final String SEALED = "data/names.sealed";
    public static final int LARGEST = 64 << 20;

    /**
     * What the platform needs to find its applicant, and a form to name one. Neither identity number nor telephone.
     *
     * @param route 申报方式, in words; a file that says none of somebody means the normal one
     */
    public record Applicant(String id, String code, String name, String unit, String recommender, String currentTitle, String specialty, String rank,
                            String route) {
        @Override
        public String toString() {
            return "Applicant(" + id + ", not shown)";
        }
    }

    public record Person(String id, String name, String unit) {
        @Override
        public String toString() {
            return "Person(" + id + ", not shown)";
        }
    }

    public NamesFile {
        applicants = List.copyOf(applicants);
        people = List.copyOf(people);
    }

    public byte[] bytes() {
        return (CanonicalJson.text(new JsonFields().put("format", FORMAT).put("meeting", meeting).list("applicants", applicants, NamesFile::json)
                .list("people", people, NamesFile::json).end()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Json json(Applicant it) {
        var fields = new JsonFields().put("id", it.id).put("code", it.code).put("name", it.name).put("unit", it.unit).put("recommender", it.recommender)
                .put("currentTitle", it.currentTitle).put("specialty", it.specialty).put("rank", it.rank);
        return (it.route.equals(Route.NORMAL.chinese()) ? fields : fields.put("route", it.route)).end();
    }

    private static Json json(Person it) {
        return new JsonFields().put("id", it.id).put("name", it.name).put("unit", it.unit).end();
    }

    /** Whatever the bytes are, it is a file of names or {@link BadJson}. */
    public static NamesFile read(byte[] bytes) {
        if (bytes.length > LARGEST) throw new BadJson("too large");
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? bytes.length - 1 : bytes.length;
        var json = CanonicalJson.readObject(Arrays.copyOf(bytes, end));
        if (!json.text("format").equals(FORMAT)) throw new BadJson("not a file of names of a known format");
        var applicants = new ArrayList<Applicant>();
        for (var it : json.list("applicants")) {
            var one = object(it);
            applicants.add(new Applicant(one.text("id"), one.text("code"), one.text("name"), one.text("unit"), one.text("recommender"),
                    one.text("currentTitle"), one.text("specialty"), one.text("rank"),
                    one.has("route") ? one.text("route") : Route.NORMAL.chinese()));
        }
        var people = new ArrayList<Person>();
        for (var it : json.list("people")) people.add(new Person(object(it).text("id"), object(it).text("name"), object(it).text("unit")));
        return new NamesFile(json.text("meeting"), applicants, people);
    }

    private static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) return object;
        throw new BadJson("not an object");
    }
}
