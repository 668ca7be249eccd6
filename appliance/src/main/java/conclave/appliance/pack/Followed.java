package conclave.appliance.pack;

import conclave.exchange.parcel.Journal.State;
import conclave.seal.container.PackageType;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.SignerRole;
import java.util.List;

/** What a node has made of a package by now: of a meeting another thing than of what amends it, and of that another where the venue made it. */
final class Followed {

    private Followed() {
    }

    static List<String> lines(SignedStatement signed, State state, boolean running) {
        var amends = signed.statement().type() == PackageType.AMENDMENT;
        return switch (state) {
            case IN -> List.of(amends ? amended(signed) : "✓ 已纳入会议，可以使用。Taken in: the meeting is there.");
            case BEGUN -> List.of("· 运行中的节点正在纳入，请稍候。The running node is taking it in.");
            case WAITING, UNKNOWN -> running
                    ? List.of("· 运行中的节点尚未纳入，会自动再试；原因见节点的屏幕或日志。", "  The running node has not taken it in yet and tries again; its screen or log says why.")
                    : List.of(amends ? "· 下次启动时纳入会议。The next start takes it into the meeting." : "· 下次启动时会议即可使用。The next start has the meeting.");
        };
    }

    /** Whoever sent the meeting has signed for it already; what the venue made waits for two persons. */
    private static String amended(SignedStatement signed) {
        var senders = signed.signatories().stream().anyMatch(one -> one.roles().contains(SignerRole.PLATFORM) || one.roles().contains(SignerRole.OFFICE));
        return senders ? "✓ 更正已生效；已评分的专家须重新核对。The amendment is in force; experts who have scored look again."
                : "✓ 已列入现场变更，两人在会议室页面签字后生效。It waits on the room's page: in force when two persons have signed.";
    }
}
