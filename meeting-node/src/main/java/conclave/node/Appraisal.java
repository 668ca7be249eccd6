package conclave.node;

import conclave.node.Verdict.Grade;
import conclave.node.Verdict.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a technician is told of the nodes: of all of them together, and of each figure of each. Pure: the same
 * sightings give the same verdicts.
 */
public final class Appraisal {

    private static final long QUIET_MS = 3_000;
    private static final long SILENT_MS = 30_000;
    /** An election takes about a second. */
    private static final long ELECTION_MS = 5_000;
    private static final long STANDING_MS = 3_000;
    private static final long STUCK_MS = 10_000;
    /** Less than this is on its way at any moment. */
    private static final long SOME_ENTRIES = 200;
    private static final long CLOCK_MS = 2_000;
    private static final long CLOCK_FAR_MS = 60_000;
    private static final long MEBIBYTE = 1 << 20;

    private final List<Sighting> all;
    private final long ownOffset;

    public Appraisal(List<Sighting> all) {
        this.all = List.copyOf(all);
        this.ownOffset = ownOffset();
    }

    /** How the whole kit stands. */
    public enum Whole { ONE_NODE, ALL_THERE, NO_SPARE, NO_MAJORITY }

    public Whole whole() {
        if (all.size() == 1) return Whole.ONE_NODE;
        var there = all.stream().filter(Appraisal::there).count();
        if (there == all.size()) return Whole.ALL_THERE;
        return there > all.size() / 2 ? Whole.NO_SPARE : Whole.NO_MAJORITY;
    }

    /** The gravest first is not the order here: figures stay in their place, so that eyes find them. */
    public List<Verdict> of(Sighting one) {
        var verdicts = new ArrayList<Verdict>();
        verdicts.add(contact(one));
        if (one.twice()) verdicts.add(Verdict.of(Matter.TWICE));
        if (one.wentBack()) verdicts.add(Verdict.of(Matter.WENT_BACK));
        if (one.garbled()) verdicts.add(Verdict.of(Matter.OTHER_WORDS));
        // What a node said before it fell silent is not how it is.
        if (one.condition().isEmpty() || one.garbled() || !there(one)) return verdicts;
        var said = one.condition().get();
        version(said).ifPresent(verdicts::add);
        verdicts.add(readiness(said));
        verdicts.add(leader(one, said));
        verdicts.add(lag(one, said));
        verdicts.add(disk(said));
        clock(one).ifPresent(verdicts::add);
        verdicts.add(copies(one, said));
        verdicts.add(signing(said));
        sharing(one, said).ifPresent(verdicts::add);
        said.turnedAway().map(Appraisal::door).ifPresent(verdicts::add);
        return verdicts;
    }

    public static Grade worst(List<Verdict> verdicts) {
        return verdicts.stream().map(verdict -> verdict.matter().grade()).max(Grade::compareTo).orElse(Grade.FINE);
    }

    /** Whoever has never been heard is not there, however short the time. */
    private static boolean there(Sighting one) {
        return one.self() || one.silent() < QUIET_MS && (one.condition().isPresent() || one.garbled());
    }

    private static Verdict contact(Sighting one) {
        if (one.self()) return Verdict.of(Matter.SELF);
        if (there(one)) return Verdict.of(Matter.HEARD);
        var matter = one.silent() < SILENT_MS ? Matter.QUIET : one.server() ? Matter.SERVER_SILENT : Matter.WITNESS_SILENT;
        return Verdict.of(matter).with("seconds", one.silent() / 1000);
    }

    private Optional<Verdict> version(Condition said) {
        var own = all.stream().filter(Sighting::self).findFirst().flatMap(Sighting::condition).orElse(said);
        if (said.format() != own.format()) return Optional.of(Verdict.of(Matter.OTHER_FORMAT).with("theirs", said.format()).with("ours", own.format()));
        if (!said.rules().equals(own.rules())) return Optional.of(Verdict.of(Matter.OTHER_RULES).with("theirs", said.rules()).with("ours", own.rules()));
        return Optional.empty();
    }

    /** Why it is not ready is said where it belongs: no leader, a full disk, standing still. */
    private static Verdict readiness(Condition said) {
        if (said.meetings().stream().anyMatch(one -> !one.ready())) return Verdict.of(Matter.REPLAYING);
        return Verdict.of(said.unready().isEmpty() ? Matter.READY : Matter.WAITING);
    }

    private Verdict leader(Sighting one, Condition said) {
        if (said.meetings().isEmpty()) return Verdict.of(Matter.NOTHING_TO_LEAD);
        if (said.meetings().stream().anyMatch(meeting -> meeting.leader().isEmpty())) {
            return one.leaderless() < ELECTION_MS ? Verdict.of(Matter.ELECTING) : Verdict.of(Matter.NO_LEADER).with("seconds", one.leaderless() / 1000);
        }
        var leading = said.meetings().stream().filter(meeting -> meeting.leader().get().equals(one.peer())).count();
        if (leading > 0) return Verdict.of(Matter.LEADS).with("meetings", leading);
        return Verdict.of(Matter.FOLLOWS).with("node", name(said.meetings().getFirst().leader().get()));
    }

    private String name(String peer) {
        return all.stream().filter(one -> one.peer().equals(peer)).map(Sighting::name).findFirst().orElse(peer);
    }

    private Verdict lag(Sighting one, Condition said) {
        var behind = said.meetings().stream().mapToLong(this::behind).max().orElse(0);
        var still = one.longestStill().map(java.util.Map.Entry::getValue).orElse(0L);
        if (still >= STANDING_MS) {
            return Verdict.of(still >= STUCK_MS ? Matter.STUCK : Matter.STANDING).with("entries", behind).with("seconds", still / 1000);
        }
        return behind > SOME_ENTRIES ? Verdict.of(Matter.CATCHING_UP).with("entries", behind) : Verdict.of(Matter.LEVEL);
    }

    private long behind(Keeping keeping) {
        var furthest = all.stream().filter(Appraisal::there).flatMap(one -> one.condition().stream())
                .flatMap(said -> said.meetings().stream()).filter(other -> other.meeting().equals(keeping.meeting()))
                .mapToLong(other -> other.reading().passed()).max().orElse(0);
        return Math.max(furthest, keeping.reading().committed()) - keeping.reading().passed();
    }

    private static Verdict disk(Condition said) {
        var matter = said.free() < said.floor() ? Matter.FULL : said.free() < 2 * said.floor() ? Matter.SCARCE : Matter.ROOMY;
        return Verdict.of(matter).with("free", said.free() / MEBIBYTE).with("floor", said.floor() / MEBIBYTE);
    }

    /** Where all the others agree among themselves and not with us, it is our clock that is wrong. */
    private long ownOffset() {
        var offsets = all.stream().filter(one -> !one.self() && one.condition().isPresent() && there(one)).mapToLong(Sighting::offset).sorted().toArray();
        if (offsets.length < 2 || offsets[offsets.length - 1] - offsets[0] > CLOCK_MS) return 0;
        var middle = offsets[offsets.length / 2];
        return Math.abs(middle) > CLOCK_MS ? -middle : 0;
    }

    /** Whether all the others that are heard have the time that this node has; false where nobody is heard. */
    boolean clockConfirmed() {
        var others = all.stream().filter(one -> !one.self() && one.condition().isPresent() && there(one)).toList();
        return !others.isEmpty() && others.stream().allMatch(one -> Math.abs(one.offset()) <= CLOCK_MS);
    }

    /** How far ahead of this node's clock the others are, where all of them are heard, agree, and it is far; a minority decides nothing. */
    Optional<Long> clockRefuted() {
        return Math.abs(ownOffset) > CLOCK_FAR_MS ? Optional.of(-ownOffset) : Optional.empty();
    }

    /** How far ahead of this node's clock the only other one is that is heard, where that is far: one stands against one. */
    Optional<Long> clockDisputed() {
        var others = all.stream().filter(one -> !one.self() && one.condition().isPresent() && there(one)).toList();
        return others.size() == 1 ? Optional.of(others.getFirst().offset()).filter(by -> Math.abs(by) > CLOCK_FAR_MS) : Optional.empty();
    }

    private Optional<Verdict> clock(Sighting one) {
        if (all.size() == 1) return Optional.empty();
        var off = one.self() ? ownOffset : one.offset() + ownOffset;
        var apart = Math.abs(off);
        if (apart <= CLOCK_MS) return Optional.of(Verdict.of(Matter.CLOCK_RIGHT));
        var matter = apart > CLOCK_FAR_MS ? off > 0 ? Matter.CLOCK_FAR_AHEAD : Matter.CLOCK_FAR_LATE
                : off > 0 ? Matter.CLOCK_AHEAD : Matter.CLOCK_LATE;
        return Optional.of(Verdict.of(matter).with("seconds", apart / 1000));
    }

    private static Verdict copies(Sighting one, Condition said) {
        if (!one.server()) return Verdict.of(Matter.NONE_HERE);
        var documents = said.meetings().stream().mapToLong(Keeping::documents).sum();
        if (documents == 0) return Verdict.of(Matter.NO_DOCUMENTS);
        var held = said.meetings().stream().mapToLong(Keeping::held).sum();
        return Verdict.of(held < documents ? Matter.LACKING : Matter.COMPLETE).with("held", held).with("documents", documents);
    }

    private static Verdict signing(Condition said) {
        var last = said.meetings().stream().flatMap(one -> one.signedAt().stream()).max(Long::compare);
        return last.map(at -> Verdict.of(Matter.SIGNED).with("at", at)).orElseGet(() -> Verdict.of(Matter.NEVER_SIGNED));
    }

    private static Verdict door(Doorkeeper.Refusal refusal) {
        var matter = switch (refusal.why()) {
            case STRANGER -> Matter.STRANGER;
            case BABBLE -> Matter.BABBLE;
            case STRUCK_OFF -> Matter.STRUCK_OFF;
            case WRONG_NAME -> Matter.WRONG_NAME;
            case OLD_COPY -> Matter.OLD_COPY;
            case CLONE -> Matter.CLONE;
        };
        return Verdict.of(matter).with("where", refusal.where()).with("times", refusal.times());
    }

    private static Optional<Verdict> sharing(Sighting one, Condition said) {
        if (!one.server()) return Optional.empty();
        return switch (said.sharing()) {
            case NOT_MEANT, STARTING -> Optional.empty();
            case SHARED -> Optional.of(Verdict.of(Matter.SHARED));
            case ALONE -> Optional.of(Verdict.of(Matter.NOT_SHARED));
        };
    }
}
