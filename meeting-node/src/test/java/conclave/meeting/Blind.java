package conclave.meeting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Profile;
import conclave.meeting.event.SittingCommand.AnnounceBallot;
import conclave.meeting.event.SittingCommand.CloseIssuing;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.IssueToken;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.SignedToken;
import java.util.ArrayList;
import java.util.List;

/** What the node says to the core while a ballot by tokens is held: digests, keys and, in the end, numbers. */
final class Blind {

    static final Profile THREE_ARE_ENOUGH = secret(3, 3);

    private Blind() {
    }

    static Profile secret(int fewest, int paperBelow) {
        var p = TestPackage.TWO_THIRDS;
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), fewest, paperBelow, p.swap());
    }

    static AnnounceBallot announcement(RoundId round) {
        return new AnnounceBallot(round, hash(1), List.of("key-of-our-node"), "key-of-the-round");
    }

    static IssueToken asking(RoundId round, int voter) {
        return new IssueToken(round, hash(voter));
    }

    static CloseIssuing barrier(RoundId round) {
        return new CloseIssuing(round, false);
    }

    static String hash(int number) {
        var digits = Integer.toHexString(number);
        return "0".repeat(64 - digits.length()) + digits;
    }

    static List<SignedToken> tokens(int many) {
        var tokens = new ArrayList<SignedToken>();
        for (int token = 1; token <= many; token++) tokens.add(new SignedToken(hash(token * 7), List.of("signature")));
        return tokens;
    }

    static Column column(ApplicantId applicant, Integer... times) {
        return new Column(applicant, List.of(times));
    }

    static OpenBox box(RoundId round, int returned, int valid, Column... columns) {
        return new OpenBox(round, tokens(returned), valid, List.of(columns));
    }

    /** Announced, and so many voters of the room, from the first on, have a token. */
    static TestMeeting issued(TestMeeting test, int voters) {
        test.accepted(test.secretary(), announcement(test.round()));
        for (int voter = 1; voter <= voters; voter++) test.accepted(test.expert(voter), asking(test.round(), voter));
        return test;
    }

    static TestMeeting barred(TestMeeting test, int voters) {
        issued(test, voters).accepted(test.secretary(), barrier(test.round()));
        return test;
    }
}
