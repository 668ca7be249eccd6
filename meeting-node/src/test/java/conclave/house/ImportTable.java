package conclave.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which room may know which, as the architecture says. A room that is not in the table may know nobody and be known by nobody. */
final class ImportTable {

    /** What only the wiring and the adapters themselves may name. */
    static final List<String> ADAPTERS = List.of("ledger.ratis", "link.vertx", "seal.bouncycastle", "presence.hazelcast");

    private static final String STAGES = "meeting.event meeting.intake meeting.prepare meeting.rule meeting.rule.expression meeting.rule.sheet"
            + " meeting.sitting meeting.tally meeting.transfer";

    private static final SortedMap<String, List<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            room("meeting", STAGES),
            room("meeting.event", ""),
            room("meeting.intake", "meeting.event"),
            room("meeting.prepare", "meeting.event meeting.intake"),
            room("meeting.rule", "meeting.event meeting.intake meeting.prepare meeting.rule.sheet"),
            room("meeting.rule.expression", ""),
            room("meeting.rule.sheet", "meeting.event meeting.rule.expression"),
            room("meeting.sitting", "meeting.event meeting.intake meeting.prepare meeting.rule"),
            room("meeting.tally", "meeting.event meeting.intake meeting.prepare meeting.rule meeting.rule.sheet meeting.rule.expression meeting.sitting"),
            room("meeting.transfer", "meeting.event meeting.intake meeting.prepare meeting.rule meeting.sitting meeting.tally"),
            room("codec", "meeting.event"),
            room("seal", ""),
            // The signed statement is canonical JSON.
            room("seal.container", "seal codec"),
            room("seal.bouncycastle", "seal seal.container config"),
            room("ballot", "seal"),
            room("ledger", "codec seal"),
            room("ledger.ratis", "ledger codec seal config"),
            room("link", ""),
            room("link.vertx", "link"),
            room("document", "seal meeting.prepare document.text document.screen document.ocr document.mask document.render"),
            room("document.text", ""),
            // Spellings of a name are the same for whom to recuse and for what to mask.
            room("document.screen", "document.text meeting.prepare"),
            room("document.ocr", "document.text"),
            room("document.mask", "document.text document.screen"),
            // The child draws, reads and paints; it knows no hits and no names, only places.
            room("document.render", "document.text"),
            room("exchange", "seal codec document meeting.event meeting.intake meeting.prepare meeting.rule meeting.rule.sheet meeting.transfer"),
            room("exchange.tar", ""),
            room("exchange.parcel", "exchange exchange.tar seal seal.container codec"),
            room("exchange.workbook", "exchange codec meeting.event meeting.rule meeting.rule.sheet meeting.rule.expression"),
            room("exchange.result", "exchange codec meeting seal " + STAGES),
            room("exchange.office", "exchange exchange.workbook codec seal document.render report meeting.event meeting.rule.sheet"),
            room("view", "meeting " + STAGES),
            room("report", "view meeting " + STAGES),
            // Only what prints knows of workbooks and paper; a form itself is a value.
            room("report.print", "report exchange.workbook"),
            room("presence", ""),
            room("presence.hazelcast", "presence config"),
            // What an office prepares is drawn by the code that draws at a venue.
            room("workshop", "seal document exchange presence meeting.event meeting.prepare"),
            room("audit", "codec seal ballot ledger meeting exchange.result " + STAGES),
            room("node", "config codec seal ballot ledger link document exchange view report presence meeting " + STAGES),
            // The web asks the node, and shows the values that it hands out.
            room("web", "node config codec seal ballot ledger document view report presence meeting " + STAGES),
            room("config", ""),
            room("main", "config codec seal seal.container ballot ledger link document document.text document.screen document.ocr document.mask document.render exchange view report presence audit node web workshop meeting " + STAGES
                    + " ledger.ratis link.vertx seal.bouncycastle presence.hazelcast"),
            room("appliance", "config codec seal seal.container ballot ledger document document.text document.screen document.ocr document.mask document.render exchange exchange.tar exchange.parcel exchange.workbook view report report.print presence audit node web main workshop meeting exchange.result exchange.office " + STAGES)));

    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+conclave\\.([a-z.]+)\\s*;");
    /** Imports and fully qualified uses alike: a lower-case path below the root, up to the first capital. */
    private static final Pattern USE = Pattern.compile("\\bconclave\\s*\\.\\s*([a-z]+(?:\\s*\\.\\s*[a-z]+)*)(?=\\s*\\.\\s*(?:[A-Z*]))");

    private ImportTable() {
    }

    private static Map.Entry<String, List<String>> room(String room, String knows) {
        return Map.entry(room, knows.isEmpty() ? List.of() : List.of(knows.split(" ")));
    }

    static List<String> broken(List<Tree.Source> sources) {
        var findings = new ArrayList<String>();
        for (var source : sources) findings.addAll(broken(source));
        return findings;
    }

    static List<String> broken(Tree.Source source) {
        var named = PACKAGE.matcher(source.text());
        if (!named.find()) return List.of(source.name() + " has no package below conclave");
        var room = roomOf(named.group(1));
        var allowed = MAY_KNOW.get(room);
        if (allowed == null) return List.of(source.name() + ": the room " + room + " is not in the house  → docs/architecture.md, then the table");
        var findings = new ArrayList<String>();
        for (var other : uses(source)) {
            if (other.equals(room) || allowed.contains(other)) continue;
            findings.add(source.name() + ": " + room + " may not know " + other + "  → "
                    + (ADAPTERS.contains(other) ? "ask the interface beside the adapter; only main sees adapters" : "see the table in docs/architecture.md"));
        }
        return findings;
    }

    private static TreeSet<String> uses(Tree.Source source) {
        var uses = new TreeSet<String>();
        var use = USE.matcher(source.text());
        while (use.find()) uses.add(roomOf(use.group(1).replaceAll("\\s", "")));
        return uses;
    }

    /** The appliance is one room with many cupboards. */
    private static String roomOf(String path) {
        return path.equals("appliance") || path.startsWith("appliance.") ? "appliance" : path;
    }
}
