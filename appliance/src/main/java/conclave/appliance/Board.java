package conclave.appliance;

import conclave.codec.Json;
import conclave.meeting.event.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal shows once the node is ready: where to go, who may come, with which code. */
final class Board {

    private Board() {
    }

    static void show(Json.Obj run, Path data) {
        var out = System.out;
        out.println();
        QrCode.lines(run.text("baseUrl")).forEach(out::println);
        out.println();
        var where = new Columns().row("地址 address", run.text("baseUrl"));
        if (run.list("nodes").size() > 1) run.list("nodes").forEach(node -> node(where, (Json.Obj) node));
        where.row("证书 trust this", run.text("caFile")).row("数据 data", data.toString()).lines().forEach(out::println);
        out.println();
        tables(run).forEach(out::println);
        out.println();
        out.println("按 Ctrl-C 停止。Ctrl-C stops it.");
        out.flush();
    }

    /** Everybody once more, when another meeting has come. */
    static void people(Json.Obj run) {
        System.out.println();
        tables(run).forEach(System.out::println);
        System.out.flush();
    }

    private static void node(Columns columns, Json.Obj node) {
        columns.row("节点 node " + node.text("name"), node.text("url").isEmpty() ? "见证机 witness" : node.text("url"));
    }

    /** Of each meeting its title and its people: who holds a code must not have to guess where it opens. */
    static List<String> tables(Json.Obj run) {
        var lines = new ArrayList<String>();
        var meetings = run.list("people").stream().map(one -> ((Json.Obj) one).text("meeting")).distinct().toList();
        for (var meeting : meetings) {
            var people = run.list("people").stream().map(Json.Obj.class::cast).filter(one -> one.text("meeting").equals(meeting)).toList();
            if (!lines.isEmpty()) lines.add("");
            lines.add("会议 meeting  " + people.getFirst().text("meetingTitle") + " (" + meeting + ")");
            lines.addAll(table(people).lines());
        }
        return lines;
    }

    private static Columns table(List<Json.Obj> people) {
        var table = new Columns().row("角色 role", "会议室 room", "姓名 name", "席位 seat", "代码 code", "四个词语 words");
        for (var guest : people) {
            var role = guest.text("role").isEmpty() ? "" : Guest.called(Role.valueOf(guest.text("role").toUpperCase(Locale.ROOT))) + " " + guest.text("role");
            var words = guest.list("words").stream().map(word -> ((Json.Str) word).value()).toList();
            table.row(role, guest.has("roomName") ? guest.text("room") + " " + guest.text("roomName") : "—", guest.text("name"),
                    guest.text("seat"), guest.text("code"), String.join(" ", words));
        }
        return table;
    }
}
