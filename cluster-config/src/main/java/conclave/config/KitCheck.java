package conclave.config;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a cluster file can say word by word rightly, and wrongly as a whole. */
final class KitCheck {

    private final Kit kit;
    private final List<Finding> findings = new ArrayList<>();

    private KitCheck(Kit kit) {
        this.kit = kit;
    }

    static List<Finding> of(Kit kit) {
        var check = new KitCheck(kit);
        check.numbers();
        check.doubles();
        check.keys();
        return check.findings;
    }

    private void numbers() {
        var nodes = Integer.toString(kit.members().size());
        if (kit.servers().isEmpty()) findings.add(Finding.error("cluster.no-server"));
        if (kit.members().size() - kit.servers().size() > 1) findings.add(Finding.error("cluster.witnesses"));
        if (kit.members().size() > 5) findings.add(Finding.error("cluster.many", "nodes", nodes));
        else if (kit.members().size() % 2 == 0) findings.add(Finding.notice("cluster.even", "nodes", nodes));
    }

    private void keys() {
        for (var member : kit.members()) {
            try {
                Base64.getUrlDecoder().decode(member.key());
            } catch (IllegalArgumentException cutOff) {
                findings.add(Finding.error("cluster.form", "name", member.name() + ".key", "value", member.key()));
            }
        }
    }

    private void doubles() {
        Map<String, String> seen = new HashMap<>();
        for (var member : kit.members()) {
            once(seen, "peer " + member.peer(), member, "cluster.peer-twice", member.peer());
            once(seen, "key " + member.key(), member, "cluster.key-twice", member.key());
            var ports = member.ports();
            var all = member.server() ? List.of(ports.web(), ports.ledger(), ports.link(), ports.presence())
                    : List.of(ports.ledger(), ports.link(), ports.presence());
            for (var port : all) once(seen, member.address() + ":" + port, member, "cluster.port-twice", member.address() + ":" + port);
        }
    }

    private void once(Map<String, String> seen, String what, Member member, String code, String value) {
        var other = seen.putIfAbsent(what, member.name());
        if (other != null) findings.add(Finding.error(code, "value", value, "node", member.name(), "other", other));
    }
}
