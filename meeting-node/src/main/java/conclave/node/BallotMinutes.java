package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.ClosedBallot;
import conclave.ballot.Paper;
import conclave.ballot.SignedToken;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.sitting.Round;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the record says of a secret ballot: the announcement before it, and what the box said after it. */
final class BallotMinutes {

    private BallotMinutes() {
    }

    /** What was announced follows from the record alone, so that it can be shown when the keys are long gone. */
    static Announcement announcement(Meeting meeting, Round round, List<String> signers, String key) {
        var ballot = (Balloting) meeting.book().mode().stage(round.stage()).orElseThrow();
        var electors = round.casting().orElseThrow().electors();
        var voters = electors.stream().map(Id::value).sorted().collect(Collectors.joining("\n"));
        return new Announcement(round.id().value(), Digests.hex(Digests.sha256(voters.getBytes(StandardCharsets.UTF_8))), electors.size(),
                meeting.book().profile().fewestSecret(), paper(ballot, round.candidates()), signers, key);
    }

    private static Paper paper(Balloting ballot, List<ApplicantId> candidates) {
        var options = candidates.stream().map(Id::value).toList();
        return switch (ballot.form()) {
            case APPROVE -> new Paper(Paper.Form.APPROVE, 0, options);
            case CHOOSE -> new Paper(Paper.Form.CHOOSE, Math.min(ballot.choose(), options.size()), options);
            case RANK -> new Paper(Paper.Form.RANK, 0, options);
        };
    }

    /** What the box said, as it goes into the record. */
    static OpenBox order(RoundId round, List<ApplicantId> candidates, Announcement announced, ClosedBallot closed) {
        var columns = new ArrayList<Column>();
        for (int option = 0; option < closed.columns().size(); option++) columns.add(new Column(candidates.get(option), times(announced, closed, option)));
        return new OpenBox(round, closed.tokens().stream().map(BallotMinutes::shown).toList(), closed.valid(), columns);
    }

    private static List<Integer> times(Announcement announced, ClosedBallot closed, int option) {
        int highest = switch (announced.paper().form()) {
            case APPROVE -> 2;
            case CHOOSE -> 1;
            case RANK -> announced.paper().options().size();
        };
        return IntStream.rangeClosed(0, highest).mapToObj(mark -> closed.count(option, mark)).toList();
    }

    private static SittingCommand.SignedToken shown(SignedToken token) {
        return new SittingCommand.SignedToken(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token.token())), token.signatures());
    }
}
