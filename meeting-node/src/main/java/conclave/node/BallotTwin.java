package conclave.node;

import conclave.ballot.BallotBox.Answer;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.seal.CoverKey;
import java.util.List;
import java.util.Optional;

/**
 * The server that holds a secret ballot together with this one. Papers that come to either are covered for the other.
 *
 * @param peer   the other server
 * @param keeper the third node, which has the spare keys of both
 * @param own    opens what the other one passes on
 * @param cover  what laptops at this server cover with: the other's public key
 */
record BallotTwin(String peer, String keeper, CoverKey own, byte[] cover) {

    /** What the other server is asked to sign with and to be covered for. */
    record Offer(String keeper, byte[] round, byte[] cover) {
    }

    record Accepted(byte[] signer, byte[] cover) {
    }

    /** What became of a paper that was passed on, and the name under which its second copy lies. */
    record Passed(Optional<Answer> answer, String name) {
    }

    /** What lies in the other server's box; or what that box has said, where it was opened and is empty. */
    record Inside(List<byte[]> papers, Optional<OpenBox> said) {
    }

    /**
     * What another server says of a ballot.
     *
     * @param yours it holds it together with the one who asks
     * @param cover what those cover with whose papers are passed on to it; empty where papers come to it as they are
     */
    record Seen(boolean held, boolean complete, boolean yours, Optional<byte[]> cover) {
    }

    @Override
    public String toString() {
        return "BallotTwin(" + peer + ")";
    }
}
