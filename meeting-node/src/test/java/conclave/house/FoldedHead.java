package conclave.house;

import conclave.codec.CanonicalJson;
import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.meeting.Meeting;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Order;
import conclave.meeting.TestMeeting;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;

/** A node that only reads: folds the commands of some meetings and prints the head of the chain it comes to, and how long the chain is. */
final class FoldedHead {

    private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
    private Meeting meeting = Meeting.NOT_FOUNDED;
    private String head = "";
    private long recorded;
    private long refused;

    private FoldedHead() throws NoSuchAlgorithmException {
    }

    /** {@code log [careless]}: the careless node lets the order of a set of the platform into its chain, as a canary. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        var node = new FoldedHead();
        if (arguments.length > 1) node.head = orderOfASet();
        node.fold(Path.of(arguments[0]));
        System.out.println(node.head + " " + node.recorded + " " + node.refused);
    }

    /** Large, and scattered, so that two machines go through it in the same order about once in a thousand starts. */
    private static String orderOfASet() {
        return Set.copyOf(IntStream.range(0, 500).mapToObj(n -> Integer.toHexString(n * 0x9E37_79B9)).toList()).toString();
    }

    private void fold(Path log) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
            for (int meetings = in.readInt(); meetings > 0; meetings--) {
                meeting = Meeting.NOT_FOUNDED;
                for (int entries = in.readInt(); entries > 0; entries--) {
                    for (var order : Codec.entry(in.readNBytes(in.readInt())).orders()) take(order);
                }
            }
        }
    }

    private void take(Order order) {
        switch (Meeting.decide(meeting, order)) {
            case Decision.Accepted yes -> yes.facts().forEach(this::record);
            case Decision.Repeated _, Decision.Refused _ -> refused++;
        }
    }

    private void record(Fact fact) {
        meeting = Meeting.evolve(meeting, fact);
        if (!fact.event().evidence()) return;
        recorded++;
        var body = Codec.body(TestMeeting.ID, fact).with("seq", new Json.Num(meeting.recorded())).with("prev", head);
        head = HexFormat.of().formatHex(digest.digest(CanonicalJson.bytes(body)));
    }
}
