package conclave.meeting.prepare;

import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 评委会组成: whether a committee and its panels are of the size and the age that the profile asks for. */
public final class Composition {

    private Composition() {
    }

    /** So many of so many members must be younger than this in the given year; who has no year of birth is not counted. */
    public record Youth(int age, int year, int numerator, int denominator) {
    }

    public record Panel(String name, int members) {
    }

    public static List<Finding> findings(Profile profile, List<Panel> panels) {
        var findings = new ArrayList<Finding>();
        int members = panels.stream().mapToInt(Panel::members).sum();
        if (members < profile.committeeMinimum()) {
            findings.add(Finding.of(Matter.COMMITTEE_TOO_SMALL).with("members", members).with("least", profile.committeeMinimum()));
        }
        if (profile.committeeParity() == Parity.ODD && members % 2 == 0) {
            findings.add(Finding.of(Matter.COMMITTEE_EVEN).with("members", members));
        }
        if (profile.committeeForbidsMultipleOf3() && members % 3 == 0) {
            findings.add(Finding.of(Matter.COMMITTEE_MULTIPLE_OF_3).with("members", members));
        }
        for (var panel : panels) tooSmall(panel.name(), panel.members(), profile.panelMinimum()).ifPresent(findings::add);
        return findings;
    }

    static Optional<Finding> tooSmall(String panel, int members, int least) {
        if (members >= least) return Optional.empty();
        return Optional.of(Finding.of(Matter.PANEL_BELOW_MINIMUM).with("panel", panel).with("members", members).with("least", least));
    }

    public static List<Finding> ages(List<Candidate> members, Youth youth) {
        var findings = new ArrayList<Finding>();
        var years = members.stream().flatMap(member -> member.born().stream()).toList();
        long younger = years.stream().filter(born -> youth.year() - born < youth.age()).count();
        if (younger * youth.denominator() < (long) years.size() * youth.numerator()) {
            findings.add(Finding.of(Matter.TOO_FEW_YOUNGER).with("age", youth.age()).with("younger", younger).with("known", years.size())
                    .with("share", youth.numerator() + "/" + youth.denominator()));
        }
        if (years.size() < members.size()) findings.add(Finding.of(Matter.AGE_UNKNOWN).with("members", members.size() - years.size()));
        return findings;
    }
}
