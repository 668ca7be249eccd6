package conclave.meeting.prepare;

import conclave.meeting.prepare.DrawTerms.Stratum;
import conclave.meeting.prepare.Drawn.LeftOut;
import conclave.meeting.prepare.Drawn.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 随机抽取. Each stratum's eligible experts are put in an order by chance; members are taken in that order, passing over only
 * whoever's unit has its share or would leave a later place without anybody. If a full panel exists at all, one is found.
 */
public final class Draw {

    private final Roster roster;
    private final DrawTerms terms;
    private final List<Finding> findings = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final TreeMap<String, List<Candidate>> orders = new TreeMap<>(Roster.BY_BYTES);
    private final TreeMap<String, List<Candidate>> seated = new TreeMap<>(Roster.BY_BYTES);
    private final UnitShares shares;

    private Draw(Roster roster, DrawTerms terms) {
        this.roster = roster;
        this.terms = terms;
        shares = new UnitShares(terms);
    }

    public static Drawn draw(Seed seed, Roster roster, DrawTerms terms) {
        return new Draw(roster, terms).drawn(seed);
    }

    private Drawn drawn(Seed seed) {
        var digest = roster.digest();
        findings.addAll(roster.findings());
        sift();
        if (!Finding.blocked(findings)) {
            for (var stratum : terms.strata()) {
                var chance = Chance.of(seed, digest, terms.purpose(), stratum.specialty());
                orders.put(stratum.specialty(), chance.shuffled(orders.get(stratum.specialty())));
            }
            for (var stratum : terms.strata()) seat(stratum);
        }
        var panels = Finding.blocked(findings) ? List.<Panel>of() : terms.strata().stream().map(this::panel).toList();
        return new Drawn(seed, digest, roster.candidates().size(), terms, panels, leftOut, findings);
    }

    private void sift() {
        for (var stratum : terms.strata()) {
            if (orders.put(stratum.specialty(), new ArrayList<>()) == null) continue;
            findings.add(Finding.of(Matter.STRATUM_TWICE).with("specialty", stratum.specialty()));
        }
        for (var candidate : roster.candidates()) {
            var order = orders.get(candidate.specialty());
            if (order == null) continue;
            terms.bars(candidate).ifPresentOrElse(reason -> leftOut.add(new LeftOut(candidate, reason)), () -> order.add(candidate));
        }
        for (var stratum : terms.strata()) {
            int eligible = orders.get(stratum.specialty()).size();
            if (eligible >= stratum.members()) continue;
            findings.add(Finding.of(Matter.STRATUM_SHORT).with("specialty", stratum.specialty()).with("needed", stratum.members())
                    .with("eligible", eligible).with("listed", listed(stratum)));
        }
        if (!Finding.blocked(findings)) shares.blocking(terms.strata(), orders).ifPresent(findings::add);
    }

    private long listed(Stratum stratum) {
        return roster.candidates().stream().filter(candidate -> candidate.specialty().equals(stratum.specialty())).count();
    }

    /**
     * First without looking ahead: if the others can be filled after that, they could be at every step before, and looking ahead
     * would have passed over nobody.
     */
    private void seat(Stratum stratum) {
        var members = new ArrayList<Candidate>();
        seated.put(stratum.specialty(), members);
        if (filled(stratum, members, false) && shares.blocking(open(stratum, members.size()), orders).isEmpty()) return;
        members.forEach(shares::giveBack);
        members.clear();
        if (!filled(stratum, members, true)) throw new IllegalStateException("a panel that exists was not found");
    }

    private boolean filled(Stratum stratum, List<Candidate> members, boolean lookingAhead) {
        var order = orders.get(stratum.specialty());
        for (int i = 0; i < order.size() && members.size() < stratum.members(); i++) {
            var candidate = order.get(i);
            if (!shares.take(candidate)) continue;
            members.add(candidate);
            if (!lookingAhead || shares.blocking(open(stratum, members.size()), waiting(stratum, i + 1)).isEmpty()) continue;
            members.removeLast();
            shares.giveBack(candidate);
        }
        return members.size() == stratum.members();
    }

    /** The places that are still to be filled once so many of this stratum are. */
    private List<Stratum> open(Stratum here, int filled) {
        var open = new ArrayList<Stratum>();
        for (var stratum : terms.strata()) {
            if (!stratum.equals(here) && seated.containsKey(stratum.specialty())) continue;
            int members = stratum.equals(here) ? stratum.members() - filled : stratum.members();
            if (members > 0) open.add(new Stratum(stratum.specialty(), members, 0));
        }
        return open;
    }

    private TreeMap<String, List<Candidate>> waiting(Stratum here, int from) {
        var waiting = new TreeMap<>(orders);
        var order = orders.get(here.specialty());
        waiting.put(here.specialty(), order.subList(from, order.size()));
        return waiting;
    }

    private Panel panel(Stratum stratum) {
        var order = orders.get(stratum.specialty());
        var members = seated.get(stratum.specialty());
        var numbers = new TreeSet<>(members.stream().map(Candidate::number).toList());
        var passedOver = order.subList(0, order.indexOf(members.getLast())).stream().filter(c -> !numbers.contains(c.number())).toList();
        var alternates = new ArrayList<Candidate>();
        for (var candidate : order) {
            if (alternates.size() == stratum.alternates()) break;
            if (!numbers.contains(candidate.number()) && shares.take(candidate)) alternates.add(candidate);
        }
        if (alternates.size() < stratum.alternates()) {
            findings.add(Finding.of(Matter.ALTERNATES_SHORT).with("specialty", stratum.specialty())
                    .with("wanted", stratum.alternates()).with("found", alternates.size()));
        }
        return new Panel(stratum, order, members, alternates, passedOver);
    }
}
