package conclave.appliance;

import conclave.main.ConclaveNode;
import conclave.meeting.event.Role;
import java.util.List;

/** What the terminal shows once the node is ready: where to go, who may come, with which code. */
final class Board {

    private Board() {
    }

    static void show(ConclaveNode node, List<Guest> guests) {
        var out = System.out;
        out.println();
        QrCode.lines(node.origin().toString()).forEach(out::println);
        out.println();
        new Columns().row("地址 address", node.origin().toString())
                .row("证书 trust this", node.trusted().toString())
                .row("数据 data", node.data().root().toString())
                .lines().forEach(out::println);
        out.println();
        table(guests).lines().forEach(out::println);
        out.println();
        out.println("按 Ctrl-C 停止。Ctrl-C stops it.");
        out.flush();
    }

    static Columns table(List<Guest> guests) {
        var table = new Columns().row("角色 role", "会议室 room", "姓名 name", "席位 seat", "代码 code", "四个词语 words");
        for (var guest : guests) {
            var role = guest.roles().isEmpty() ? "" : chinese(guest.roles().getFirst()) + " " + guest.role();
            table.row(role, guest.room().map(room -> room.code() + " " + room.name()).orElse("—"), guest.name(), guest.seat(), guest.code(),
                    String.join(" ", guest.card().words()));
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
