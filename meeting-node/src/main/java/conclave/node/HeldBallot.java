package conclave.node;

import conclave.ballot.Announcement;
import conclave.ballot.BallotBox;
import conclave.ballot.ClosedBallot;
import conclave.ballot.IssueDesk;
import conclave.ballot.Paper;
import conclave.ballot.SignedToken;
import conclave.meeting.Meeting;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Id;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.sitting.Round;
import conclave.seal.BlindSigner;
import conclave.seal.Digests;
import conclave.seal.RoundKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One secret ballot in the memory of this node: its keys, its box, and, once opened, what the box said. */
final class HeldBallot {

    private final RoundId round;
    private final RoomId room;
    private final List<ApplicantId> candidates;
    private final Announcement announced;
    private final IssueDesk desk;
    private final BallotBox box;
    private Optional<OpenBox> said = Optional.empty();

    private HeldBallot(Round round, Announcement announced, IssueDesk desk, BallotBox box) {
        this.round = round.id();
        this.room = round.room();
        this.candidates = round.candidates();
        this.announced = announced;
        this.desk = desk;
        this.box = box;
    }

    /** Makes the keys, which takes a second of a processor. */
    static HeldBallot fresh(Meeting meeting, Round round) {
        var signer = BlindSigner.fresh();
        var key = RoundKey.fresh();
        var announced = announcement(meeting, round, List.of(written(signer.publicKey())), written(key.publicKey()));
        return new HeldBallot(round, announced, new IssueDesk(signer), new BallotBox(announced, key));
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

    RoundId round() {
        return round;
    }

    RoomId room() {
        return room;
    }

    String digest() {
        return announced.hex();
    }

    AnnounceBallot order() {
        return new AnnounceBallot(round, announced.hex(), announced.signers(), announced.round());
    }

    IssueDesk desk() {
        return desk;
    }

    BallotBox box() {
        return box;
    }

    /** The box is opened once; who asks again, because the answer was lost, hears the same. */
    synchronized OpenBox open() {
        if (said.isEmpty()) said = Optional.of(order(box.close()));
        return said.get();
    }

    private OpenBox order(ClosedBallot closed) {
        var columns = new ArrayList<Column>();
        for (int option = 0; option < closed.columns().size(); option++) columns.add(column(closed, option));
        return new OpenBox(round, closed.tokens().stream().map(HeldBallot::shown).toList(), closed.valid(), columns);
    }

    private Column column(ClosedBallot closed, int option) {
        var times = new ArrayList<Integer>();
        for (int mark = 0; mark <= highest(); mark++) times.add(closed.count(option, mark));
        return new Column(candidates.get(option), times);
    }

    private int highest() {
        return switch (announced.paper().form()) {
            case APPROVE -> 2;
            case CHOOSE -> 1;
            case RANK -> candidates.size();
        };
    }

    private static SittingCommand.SignedToken shown(SignedToken token) {
        return new SittingCommand.SignedToken(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token.token())), token.signatures());
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing points to keys and papers from here on. */
    synchronized void forget() {
        said = Optional.empty();
        desk.close();
        box.forget();
    }

    @Override
    public String toString() {
        return "HeldBallot(not shown)";
    }
}
