package conclave.appliance.bench;

import conclave.codec.Json;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What everybody reads: each expert's addresses of pages, as the browser makes them of the dossiers; they are the same for all of a room. */
final class Reading {

    private final List<Laptop> experts;
    private final List<List<String>> paths = new ArrayList<>();

    Reading(List<Laptop> experts, int pages) {
        this.experts = experts;
        var desks = Floor.all(experts, expert -> expert.get("/api/desk"));
        var asked = new TreeMap<String, List<String>>();
        for (int i = 0; i < experts.size(); i++) {
            var expert = experts.get(i);
            var mine = new ArrayList<String>();
            for (var applicant : desks.get(i).list("applicants")) {
                if (mine.size() < pages) mine.addAll(asked.computeIfAbsent("/api/applicants/" + ((Json.Obj) applicant).text("id"), path -> pagesOf(expert, path)));
            }
            paths.add(mine.subList(0, Math.min(pages, mine.size())));
        }
    }

    List<List<String>> paths() {
        return paths;
    }

    private static List<String> pagesOf(Laptop expert, String applicant) {
        return expert.get(applicant).join().list("documents").stream().flatMap(document -> ((Json.Obj) document).list("pages").stream())
                .map(page -> applicant + "/pages/" + ((Json.Obj) page).text("id")).toList();
    }

    /** Every page as our node hands it out, as a file for the other side; and how large one is. */
    double keep(Path files) throws IOException {
        var kept = new TreeMap<String, Integer>();
        for (int i = 0; i < experts.size(); i++) {
            for (var path : paths.get(i)) {
                if (kept.containsKey(path)) continue;
                var answer = experts.get(i).line().ask(Unpooled.copiedBuffer(experts.get(i).question(path), StandardCharsets.US_ASCII)).join();
                if (answer.status() != 200) throw new IOException("a page did not come: " + answer.describe());
                var file = files.resolve(path.substring(1));
                Files.createDirectories(file.getParent());
                Files.write(file, answer.body());
                kept.put(path, answer.body().length);
            }
        }
        return kept.values().stream().mapToInt(bytes -> bytes).average().orElseThrow(() -> new IOException("no expert has a page to read"));
    }
}
