package conclave.node;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.FactKey;
import conclave.seal.SealedTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one place where names are sealed and opened. Each text is sealed for its own place (person, applicant, note),
 * so that moving a ciphertext elsewhere makes it unreadable. What was opened is kept, because lists are asked for often.
 */
public final class Faces {

    private final SealedTexts texts;
    /** By what was sealed as well: who has another card has another code, and a corrected dossier another form. */
    private final Map<Named, Identity> identities = new ConcurrentHashMap<>();
    private final Map<Sealed, Application> applications = new ConcurrentHashMap<>();

    private record Named(PersonId id, Ciphertext identity) {
    }

    private record Sealed(ApplicantId id, Ciphertext identity) {
    }

    public Faces(SealedTexts texts) {
        this.texts = texts;
    }

    Ciphertext seal(PersonId id, Identity identity) {
        return seal("person/" + id.value(), Json.object().with("name", identity.name()).with("unit", identity.unit())
                .with("code", identity.code()));
    }

    public Identity identity(Item.Person person) {
        return identities.computeIfAbsent(new Named(person.id(), person.identity()), sealed -> {
            var json = open("person/" + sealed.id().value(), sealed.identity());
            return new Identity(json.text("name"), json.text("unit"), json.text("code"));
        });
    }

    Ciphertext seal(ApplicantId id, Application application) {
        var facts = Json.object();
        for (var fact : application.facts().entrySet()) facts = facts.with(fact.getKey().name().toLowerCase(Locale.ROOT), fact.getValue());
        var names = Json.object();
        for (var list : application.names().entrySet()) names = names.with(list.getKey(), Json.array(list.getValue().stream().map(Json::text).toList()));
        return seal("applicant/" + id.value(), Json.object().with("facts", facts).with("names", names));
    }

    public Application application(Item.Applicant applicant) {
        return applications.computeIfAbsent(new Sealed(applicant.id(), applicant.identity()), sealed -> {
            var json = open("applicant/" + sealed.id().value(), sealed.identity());
            var facts = new TreeMap<FactKey, String>();
            json.object("facts").fields().keySet().forEach(key ->
                    facts.put(FactKey.valueOf(key.toUpperCase(Locale.ROOT)), json.object("facts").text(key)));
            var names = new TreeMap<String, List<String>>();
            json.object("names").fields().forEach((list, named) -> names.put(list, texts(named)));
            return new Application(facts, names);
        });
    }

    private static List<String> texts(Json list) {
        return ((Json.Arr) list).items().stream().map(text -> ((Json.Str) text).value()).toList();
    }

    Ciphertext sealTitle(DocumentId id, String title) {
        return new Ciphertext(texts.seal("document/" + id.value(), title));
    }

    public String title(Item.Document document) {
        return texts.open("document/" + document.id().value(), document.title().value());
    }

    /** Free text that somebody typed: an opinion, a reason. Sealed for whom it concerns. */
    public Ciphertext sealNote(String kind, Id about, String text) {
        return new Ciphertext(texts.seal("note/" + kind + "/" + about.value(), text));
    }

    public String note(String kind, Id about, Ciphertext note) {
        return texts.open("note/" + kind + "/" + about.value(), note.value());
    }

    private Ciphertext seal(String place, Json.Obj json) {
        return new Ciphertext(texts.seal(place, CanonicalJson.text(json)));
    }

    private Json.Obj open(String place, Ciphertext sealed) {
        return CanonicalJson.readObject(texts.open(place, sealed.value()).getBytes(StandardCharsets.UTF_8));
    }
}
