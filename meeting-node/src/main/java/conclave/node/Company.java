package conclave.node;

import conclave.config.Kit;
import conclave.config.Member;
import conclave.config.Roster;
import conclave.link.Link;
import conclave.link.NoLink;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes this one stands with, as they are now: one may be replaced while the meeting goes on. */
public final class Company {

    /** For a node that stands alone. */
    public static final Company NONE = new Company(NoLink.ALONE, Optional.empty(), new Doorkeeper());

    private final Link link;
    private final Optional<Roster> roster;
    private final Doorkeeper doorkeeper;

    private Company(Link link, Optional<Roster> roster, Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
        this.link = link;
        this.roster = roster;
    }

    public static Company of(Roster roster, Link link) {
        return of(roster, link, new Doorkeeper());
    }

    /** @param doorkeeper who is told of everybody that was turned away */
    public static Company of(Roster roster, Link link, Doorkeeper doorkeeper) {
        return new Company(link, Optional.of(roster), doorkeeper);
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    public Link link() {
        return link;
    }

    /** Empty where this node stands alone. */
    public List<Member> members() {
        return roster.map(r -> r.kit().members()).orElse(List.of());
    }

    /** Who stood here before and was put out; nothing is asked of them, but they are told. */
    List<Member> former() {
        return roster.map(Roster::former).orElse(List.of());
    }

    /** This node, as the file has it. */
    Optional<Member> self() {
        return roster.map(Roster::self);
    }

    /** The cluster file as it is in force here. */
    Optional<Kit> kit() {
        return roster.map(Roster::kit);
    }

    /** The ids of the other nodes. */
    public List<String> others() {
        return roster.map(Roster::others).orElse(List.of()).stream().map(Member::peer).toList();
    }

    /** The ids of all nodes that hold a meeting's key and pages. */
    public Set<String> servers() {
        return members().stream().filter(Member::server).map(Member::peer).collect(Collectors.toSet());
    }

    /** This node holds the ledger only. */
    public boolean witness() {
        return roster.isPresent() && !roster.get().self().server();
    }

    /** What another node signs with, as the cluster file says now; X.509 DER. */
    public Optional<byte[]> key(String peer) {
        return members().stream().filter(member -> member.peer().equals(peer)).map(Member::key).findFirst().map(Base64.getUrlDecoder()::decode);
    }

    /** The public keys that the nodes of the kit sign with, this one's included; X.509 DER in base64 (URL form). */
    public List<String> keys() {
        return members().stream().map(Member::key).toList();
    }
}
