package conclave.meeting.intake;

import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.AmendmentEvent.AmendmentConfirmed;
import conclave.meeting.event.AmendmentEvent.AmendmentProposed;
import conclave.meeting.event.AmendmentEvent.AmendmentReceived;
import conclave.meeting.event.AmendmentEvent.AmendmentWithdrawn;
import conclave.meeting.event.AmendmentEvent.ApplicantAdded;
import conclave.meeting.event.AmendmentEvent.CandidateJoined;
import conclave.meeting.event.AmendmentEvent.DossierChanged;
import conclave.meeting.event.AmendmentEvent.PermitEntered;
import conclave.meeting.event.Change;
import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.AmendmentId;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 变更: what somebody has proposed and nobody confirmed yet, and what is in force. */
public record Amendments(Table<AmendmentId, Proposal> proposed, Table<AmendmentId, InForce> inForce) {

    /** 现场变更 wants two persons. */
    private static final int SIGNATURES = 2;

    public static final Amendments NONE = new Amendments(Table.empty(), Table.empty());

    /** @param signed who agrees, and is not asked again */
    public record Proposal(long at, PersonId by, Optional<String> parcel, List<Change> changes, Ciphertext reason, List<PersonId> signed) {
        public Proposal {
            changes = List.copyOf(changes);
            signed = List.copyOf(signed);
        }

        /** Whether one signature more brings it into force. */
        public boolean wantsOne() {
            return signed.size() + 1 == SIGNATURES;
        }

        Proposal signedBy(PersonId person) {
            var more = new ArrayList<>(signed);
            more.add(person);
            return new Proposal(at, by, parcel, changes, reason, more);
        }
    }

    /**
     * @param seq the line of the record by which it came into force
     * @param signed who signed for it at the venue; nobody, where the sender's package did
     * @param parcel the package that brought it, where one did
     * @param fresh the documents that no dossier held before
     * @param gone those that a dossier no longer holds
     */
    public record InForce(long seq, long at, List<PersonId> signed, Optional<String> parcel, long sequence, List<Change> changes, List<DocumentId> fresh,
                          Table<ApplicantId, List<Item.Document>> gone) {
        public InForce {
            signed = List.copyOf(signed);
            fresh = List.copyOf(fresh);
            changes = List.copyOf(changes);
        }
    }

    /** In the order in which they came into force. */
    public List<InForce> all() {
        return inForce.values().stream().sorted(Comparator.comparing(InForce::seq)).toList();
    }

    /** Those that changed this applicant's dossier, or brought the applicant. */
    public List<InForce> of(ApplicantId applicant) {
        return all().stream().filter(one -> one.changes().stream().anyMatch(change -> change.applicant().id().equals(applicant))).toList();
    }

    /** The last package of the sender that was received. */
    public Optional<InForce> lastReceived() {
        return all().stream().filter(one -> one.signed().isEmpty()).reduce((_, later) -> later);
    }

    static Amendments evolve(Amendments now, Optional<Register> register, Fact fact, long seq, AmendmentEvent event) {
        return switch (event) {
            case AmendmentProposed e -> new Amendments(now.proposed.with(e.amendment(), new Proposal(fact.at(), fact.by(), e.parcel(), e.changes(), e.reason(),
                    fact.by().equals(PersonId.HOUSE) ? List.of() : List.of(fact.by()))), now.inForce);
            case AmendmentWithdrawn e -> new Amendments(now.proposed.without(e.amendment()), now.inForce);
            case AmendmentConfirmed e -> now.signed(register, fact.at(), seq, e);
            case AmendmentReceived e -> new Amendments(now.proposed, now.inForce.with(e.amendment(), new InForce(seq, fact.at(), List.of(),
                    Optional.of(e.parcel()), e.sequence(), e.changes(), fresh(register, e.changes()),
                    gone(register, e.changes()))));
            case ApplicantAdded _, DossierChanged _, CandidateJoined _, PermitEntered _ -> now;
        };
    }

    private Amendments signed(Optional<Register> register, long at, long seq, AmendmentConfirmed e) {
        var proposal = proposed.get(e.amendment()).orElseThrow();
        var signed = proposal.signedBy(e.person());
        if (!proposal.wantsOne()) return new Amendments(proposed.with(e.amendment(), signed), inForce);
        return new Amendments(proposed.without(e.amendment()), inForce.with(e.amendment(),
                new InForce(seq, at, signed.signed(), proposal.parcel(), 0, proposal.changes(), fresh(register, proposal.changes()),
                        gone(register, proposal.changes()))));
    }

    private static List<DocumentId> fresh(Optional<Register> register, List<Change> changes) {
        var fresh = new ArrayList<DocumentId>();
        for (var change : changes) {
            var held = held(register, change);
            change.applicant().documents().stream().filter(document -> !held.contains(document)).map(Item.Document::id).forEach(fresh::add);
        }
        return fresh;
    }

    private static Table<ApplicantId, List<Item.Document>> gone(Optional<Register> register, List<Change> changes) {
        Table<ApplicantId, List<Item.Document>> gone = Table.empty();
        for (var change : changes) {
            var left = held(register, change).stream().filter(document -> !change.applicant().documents().contains(document)).toList();
            if (!left.isEmpty()) gone = gone.with(change.applicant().id(), left);
        }
        return gone;
    }

    private static List<Item.Document> held(Optional<Register> register, Change change) {
        return register.flatMap(all -> all.applicants().get(change.applicant().id())).map(Item.Applicant::documents).orElse(List.of());
    }
}
