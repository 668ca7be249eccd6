package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.main.ConclaveNode;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What programs want to know of a running node. It holds codes, so only its owner reads it; it is there only while it is true. */
final class RunFile {

    private RunFile() {
    }

    static void write(Path file, Json.Obj content) throws IOException {
        OwnerFiles.write(file, (CanonicalJson.text(content) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Json.Obj content(ConclaveNode node, List<Guest> guests) {
        var self = Json.object().with("id", node.id()).with("url", node.address())
                .with("pid", ProcessHandle.current().pid());
        return Json.object().with("baseUrl", node.origin().toString()).with("caFile", node.trusted().toAbsolutePath().toString())
                .with("nodes", new Json.Arr(List.of(self)))
                .with("people", new Json.Arr(guests.stream().map(RunFile::person).toList()));
    }

    private static Json person(Guest guest) {
        var roles = guest.roles().stream().<Json>map(role -> new Json.Str(role.name().toLowerCase(Locale.ROOT))).toList();
        var words = Json.array(guest.card().words().stream().map(Json::text).toList());
        var json = Json.object().with("role", guest.role()).with("roles", new Json.Arr(roles)).with("room", guest.roomCode()).with("words", words)
                .with("name", guest.name()).with("seat", guest.seat()).with("code", guest.code()).with("meeting", guest.meeting())
                .with("meetingTitle", guest.title());
        return guest.room().map(room -> json.with("roomId", room.id().value()).with("roomName", room.name())).orElse(json);
    }
}
