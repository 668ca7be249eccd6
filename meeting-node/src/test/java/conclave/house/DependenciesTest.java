package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever brings a library into the house says why, in one line right above it. */
class DependenciesTest {

    private static final Pattern PART = Pattern.compile("<!--.*?-->|<dependencyManagement>.*?</dependencyManagement>|<plugins>.*?</plugins>"
            + "|<dependency>.*?<groupId>(?<group>[^<]+)</groupId>\\s*<artifactId>(?<artifact>[^<]+)</artifactId>.*?</dependency>", Pattern.DOTALL);

    @Test
    void everyLibraryHasItsReason() {
        var findings = Tree.files(Tree.ROOT, "pom.xml").stream().flatMap(pom -> unexplained(pom).stream()).toList();
        assertTrue(findings.isEmpty(), () -> "A library without a reason:\n" + String.join("\n", findings));
    }

    @Test
    void aLibraryWithoutAReasonIsFound() {
        var reason = "<!-- Because. -->";
        assertEquals(List.of(), found(reason + dependency("a", "one")));
        assertEquals(List.of(), found(reason + dependency("a", "one") + dependency("a", "two")));
        assertEquals(List.of(), found(dependency("conclave", "cluster-config")));
        assertEquals(1, found(dependency("a", "one")).size());
        assertEquals(1, found(reason + dependency("a", "one") + dependency("b", "two")).size());
        assertEquals(1, found(reason + dependency("conclave", "cluster-config") + dependency("b", "two")).size());
        assertEquals(1, found("<!-- -->" + dependency("a", "one")).size());
    }

    /** A reason covers the libraries of one group that follow it. */
    private static List<String> unexplained(Tree.Source pom) {
        var findings = new ArrayList<String>();
        var explained = "";
        var part = PART.matcher(pom.text());
        while (part.find()) {
            if (part.group().startsWith("<!--")) explained = part.group().length() > 15 ? "next" : "";
            if (part.group("group") == null) continue;
            var group = part.group("group").strip();
            if (group.equals("conclave")) explained = "";
            else if (explained.equals("next")) explained = group;
            else if (!explained.equals(group)) findings.add(pom.name() + ": " + group + ":" + part.group("artifact"));
        }
        return findings;
    }

    private static List<String> found(String dependencies) {
        return unexplained(new Tree.Source("pom.xml", "<project><dependencies>" + dependencies + "</dependencies></project>"));
    }

    private static String dependency(String group, String artifact) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId></dependency>\n";
    }
}
