package conclave.audit;

/**
 * What one node has signed for: in this meeting the line of this number has this hash, and so all before it are as they
 * were. A root, a head and a receipt each claim that.
 *
 * @param hash   hex
 * @param source where it stands, for people
 */
record Claim(Signatory by, String meeting, long size, String hash, String source) {

    boolean contradicts(Claim other) {
        return meeting.equals(other.meeting) && size == other.size && !hash.equals(other.hash);
    }
}
