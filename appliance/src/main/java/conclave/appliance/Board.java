package conclave.appliance;

import conclave.codec.Json;
import conclave.meeting.event.Role;
import java.nio.file.Path;
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
        table(run).lines().forEach(out::println);
        out.println();
        out.println("按 Ctrl-C 停止。Ctrl-C stops it.");
        out.flush();
    }

    /** Everybody once more, when another meeting has come. */
    static void people(Json.Obj run) {
        System.out.println();
        table(run).lines().forEach(System.out::println);
        System.out.flush();
    }

    private static void node(Columns columns, Json.Obj node) {
        columns.row("节点 node " + node.text("name"), node.text("url").isEmpty() ? "见证机 witness" : node.text("url"));
    }

    private static Columns table(Json.Obj run) {
        var table = new Columns().row("角色 role", "会议室 room", "姓名 name", "席位 seat", "代码 code", "四个词语 words");
        for (var one : run.list("people")) {
            var guest = (Json.Obj) one;
            var role = guest.text("role").isEmpty() ? "" : chinese(Role.valueOf(guest.text("role").toUpperCase(Locale.ROOT))) + " " + guest.text("role");
            var words = guest.list("words").stream().map(word -> ((Json.Str) word).value()).toList();
            table.row(role, guest.has("roomName") ? guest.text("room") + " " + guest.text("roomName") : "—", guest.text("name"),
                    guest.text("seat"), guest.text("code"), String.join(" ", words));
        }
        return table;
    }

    private static String chinese(Role role) {
        return switch (role) {
            case EXPERT -> "专家";
            case ALTERNATE -> "候补专家";
            case LEAD -> "组长";
            case CHAIR -> "主任委员";
            case SECRETARY -> "秘书";
            case SUPERVISOR -> "监督";
            case REGISTRAR -> "会务管理员";
            case TECHNICIAN -> "技术员";
            case SYSTEM -> "系统管理员";
            case SECURITY -> "安全管理员";
            case AUDIT -> "审计员";
        };
    }
}
