package conclave.meeting.sitting;

/** A person's sign-in, good until the half-day ends; only the hash of its token is known. */
public record Session(String tokenHash, long since, long expiresAt) {

    public boolean validAt(long moment) {
        return moment < expiresAt;
    }
}
