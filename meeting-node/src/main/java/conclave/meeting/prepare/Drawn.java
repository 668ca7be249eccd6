package conclave.meeting.prepare;

import conclave.meeting.prepare.DrawTerms.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 抽取结果: what anybody gets who draws again from the same seed, roster and terms.
 *
 * @param panels one for each stratum; none where a finding stood in the way before the draw
 * @param leftOut who did not take part, with the reason
 */
public record Drawn(Seed seed, String rosterDigest, int listed, DrawTerms terms, List<Panel> panels, List<LeftOut> leftOut,
                    List<Finding> findings) {

    public Drawn {
        panels = List.copyOf(panels);
        leftOut = List.copyOf(leftOut);
        findings = List.copyOf(findings);
    }

    /**
     * @param order everybody who was eligible, as drawn
     * @param passedOver drawn before the last member and not seated, because the unit had its share
     */
    public record Panel(Stratum stratum, List<Candidate> order, List<Candidate> members, List<Candidate> alternates,
                        List<Candidate> passedOver) {
        public Panel {
            order = List.copyOf(order);
            members = List.copyOf(members);
            alternates = List.copyOf(alternates);
            passedOver = List.copyOf(passedOver);
        }
    }

    public record LeftOut(Candidate candidate, String reason) {
    }

    public List<Candidate> members() {
        var members = new ArrayList<Candidate>();
        for (var panel : panels) members.addAll(panel.members());
        return members;
    }

    public boolean blocked() {
        return Finding.blocked(findings);
    }

    /** Who is called when a member of this specialty cannot come: the first alternate whom nobody has called yet. */
    public Optional<Candidate> nextAlternate(String specialty, List<String> calledNumbers) {
        return panels.stream().filter(panel -> panel.stratum().specialty().equals(specialty)).flatMap(panel -> panel.alternates().stream())
                .filter(candidate -> !calledNumbers.contains(candidate.number())).findFirst();
    }
}
