package conclave.meeting;

import conclave.meeting.event.Stage.Secrecy;

/** A room whose round is a secret ballot on two names, for rooms of the house that hold one. */
public final class SecretRounds {

    private SecretRounds() {
    }

    public static TestMeeting opened(int experts) {
        return TestMeeting.of(TestPackage.rooms(1, experts, 2).by(TestPackage.counted()).by(Stages.ballot(Secrecy.BLIND_TOKEN))).scoring();
    }
}
