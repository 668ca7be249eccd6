package conclave.web;

import conclave.meeting.Meeting;
import conclave.meeting.event.AmendmentEvent;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.IntakeEvent;
import conclave.meeting.event.PrepareEvent;
import conclave.meeting.event.RuleEvent;
import conclave.meeting.event.SittingEvent;
import conclave.meeting.event.TallyEvent;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.prepare.Screeners;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has changed since pages were last told. An expert's page is touched by their own doings and by what happens to
 * the whole room, never by a colleague's score: even the moment of it is none of their business.
 */
final class Touched {

    /** Rooms whose page changed; rooms in which every desk changed; people whose own desk changed; the meeting itself. */
    record News(Set<RoomId> rooms, Set<RoomId> floors, Set<PersonId> people, boolean meeting) {
        boolean isEmpty() {
            return rooms.isEmpty() && floors.isEmpty() && people.isEmpty() && !meeting;
        }
    }

    private Set<RoomId> rooms = new TreeSet<>();
    private Set<RoomId> floors = new TreeSet<>();
    private Set<PersonId> people = new TreeSet<>();
    private boolean meeting;

    synchronized void room(RoomId room) {
        rooms.add(room);
    }

    synchronized Optional<News> take() {
        var news = new News(rooms, floors, people, meeting);
        if (news.isEmpty()) return Optional.empty();
        rooms = new TreeSet<>();
        floors = new TreeSet<>();
        people = new TreeSet<>();
        meeting = false;
        return Optional.of(news);
    }

    synchronized void by(Fact fact, Meeting after) {
        switch (fact.event()) {
            case IntakeEvent _ -> meeting = true;
            case AmendmentEvent event -> by(event, after);
            case PrepareEvent event -> by(event, after);
            case RuleEvent event -> by(event, after);
            case SittingEvent event -> by(event, after);
            case TallyEvent.TallyComputed event -> roomOf(event.round(), after).ifPresent(this::floor);
            case TallyEvent.BallotCounted event -> roomOf(event.round(), after).ifPresent(this::floor);
            case TallyEvent.BallotVoided event -> roomOf(event.round(), after).ifPresent(this::floor);
            case TallyEvent.CandidatesSettled event -> floor(event.room());
            case TransferEvent.TallySignedOff event -> roomOf(event.round(), after).ifPresent(this::floor);
            case TransferEvent.SignedWithoutRound event -> floor(event.room());
            case TransferEvent.ReopeningAsked event -> floor(event.room());
            case TransferEvent.MeetingSealed _, TransferEvent.RoomReopened _ -> {
                meeting = true;
                after.intake().register().ifPresent(register -> register.rooms().forEach(room -> floor(room.getKey())));
            }
        }
    }

    private void by(SittingEvent event, Meeting after) {
        switch (event) {
            case SittingEvent.SittingOpened e -> floor(e.room());
            case SittingEvent.SittingClosed e -> floor(e.room());
            case SittingEvent.RoomPaused e -> floor(e.room());
            case SittingEvent.RoomResumed e -> floor(e.room());
            case SittingEvent.RoundOpened e -> floor(e.room());
            case SittingEvent.RoundClosed e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.RoundReopened e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.SignedIn e -> person(e.person(), after);
            case SittingEvent.SignedOut e -> person(e.person(), after);
            case SittingEvent.CardRenewed e -> person(e.person(), after);
            case SittingEvent.Attended e -> person(e.person(), after);
            case SittingEvent.ScoreSubmitted e -> person(e.expert(), after);
            case SittingEvent.ScoreVoided e -> person(e.expert(), after);
            case SittingEvent.ExpertRecused e -> person(e.expert(), after);
            case SittingEvent.RecusalLifted e -> person(e.expert(), after);
            case SittingEvent.ApplicantCalled e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.PaperCast e -> person(e.voter(), after);
            case SittingEvent.PapersCounted e -> roomOf(e.round(), after).ifPresent(rooms::add);
            case SittingEvent.ExpertSwapped e -> floor(e.room());
            case SittingEvent.BallotAnnounced e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.TokenIssued e -> person(e.person(), after);
            case SittingEvent.IssuingClosed e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.BoxOpened e -> roomOf(e.round(), after).ifPresent(this::floor);
            case SittingEvent.DraftSaved e -> people.add(e.expert());
        }
    }

    /** Another dossier is another list and another sheet for everybody in its room. */
    private void by(AmendmentEvent event, Meeting after) {
        switch (event) {
            case AmendmentEvent.ApplicantAdded e -> around(e.applicant().room(), after);
            case AmendmentEvent.DossierChanged e -> around(e.applicant().room(), after);
            case AmendmentEvent.CandidateJoined e -> roomOf(e.round(), after).ifPresent(this::floor);
            case AmendmentEvent.AmendmentProposed _, AmendmentEvent.AmendmentWithdrawn _, AmendmentEvent.AmendmentConfirmed _,
                 AmendmentEvent.AmendmentReceived _ -> meeting = true;
            case AmendmentEvent.PermitEntered _ -> {
                meeting = true;
                after.intake().register().ifPresent(register -> register.rooms().forEach(room -> room(room.getKey())));
            }
        }
    }

    /** What is opened or closed concerns all who read there, at once; who reads what concerns nobody's page. */
    private void by(PrepareEvent event, Meeting after) {
        switch (event) {
            case PrepareEvent.DocumentScreened e -> looked(e.applicant(), e.document(), after);
            case PrepareEvent.PlanChanged e -> around(e.applicant(), after);
            case PrepareEvent.DocumentsReleased e -> e.documents().forEach(seen -> around(seen.applicant(), after));
            case PrepareEvent.ReleaseConfirmed e -> e.documents().forEach(seen -> around(seen.applicant(), after));
            case PrepareEvent.OverrideAsked e -> inCharge(e.applicant(), after);
            case PrepareEvent.GateOverridden e -> around(e.applicant(), after);
            case PrepareEvent.PageWithdrawn e -> around(e.applicant(), after);
            case PrepareEvent.ScoresSettled e -> around(e.applicant(), after);
            case PrepareEvent.DocumentsOpened _ -> { }
        }
    }

    /** A first screening, of thousands in a row, shows experts nothing new; one that follows a release closes what they had. */
    private void looked(ApplicantId applicant, DocumentId document, Meeting after) {
        if (after.clearance().documents().get(applicant).flatMap(own -> own.get(document)).filter(one -> one.releases() > 0).isPresent()) around(applicant, after);
        else inCharge(applicant, after);
    }

    private void inCharge(ApplicantId applicant, Meeting after) {
        after.intake().register().flatMap(register -> register.applicants().get(applicant).map(one -> Screeners.rooms(register, one.room())))
                .ifPresent(rooms::addAll);
    }

    private void around(ApplicantId applicant, Meeting after) {
        after.intake().register().flatMap(register -> register.applicants().get(applicant)).ifPresent(one -> around(one.room(), after));
    }

    private void around(RoomId panel, Meeting after) {
        floor(panel);
        after.intake().register().ifPresent(register -> floor(register.hallOf(panel)));
    }

    private void by(RuleEvent event, Meeting after) {
        switch (event) {
            case RuleEvent.ApplicantCounted _ -> { }
            case RuleEvent.ScoreReturned e -> person(e.expert(), after);
            case RuleEvent.SheetProposed _, RuleEvent.SheetApproved _ -> meeting = true;
            case RuleEvent.SheetReplaced _ -> {
                meeting = true;
                after.intake().register().ifPresent(register -> register.rooms().forEach(room -> floor(room.getKey())));
            }
        }
    }

    private void floor(RoomId room) {
        rooms.add(room);
        floors.add(room);
    }

    private void person(PersonId person, Meeting after) {
        people.add(person);
        after.intake().register().ifPresent(register -> rooms.addAll(register.seatsOf(person)));
    }

    private static Optional<RoomId> roomOf(RoundId round, Meeting after) {
        return after.floor().rounds().get(round).map(r -> r.room());
    }
}
