package conclave.appliance.bench;

import conclave.codec.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * One expert's scoring, ready made: heads and marks are bytes already, so that asking costs the generator a copy.
 * Applicants take turns; each submission is the next revision under a key of its own.
 */
final class Seat implements Sender {

    private static final int KINDS_OF_MARKS = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final int number;
    private final Laptop laptop;
    private final byte[] round;
    private final List<byte[]> heads = new ArrayList<>();
    private final List<byte[]> marks = new ArrayList<>();
    private final int[] revisions;
    private int turn;
    private int submissions;

    Seat(int number, Laptop laptop, Json.Obj desk) {
        this.number = number;
        this.laptop = laptop;
        this.round = bytes("},\"round\":\"" + desk.object("round").text("id") + "\"}");
        for (var applicant : desk.list("applicants")) {
            heads.add(bytes(laptop.signedHead("/api/applicants/" + ((Json.Obj) applicant).text("id") + "/score") + "Idempotency-Key: "));
        }
        revisions = new int[heads.size()];
        for (int kind = 0; kind < KINDS_OF_MARKS; kind++) marks.add(marks(desk.object("sheet").list("indicators"), kind));
    }

    private static byte[] marks(List<Json> indicators, int kind) {
        var marks = new TreeMap<String, String>();
        gather(indicators, kind, marks);
        return bytes(String.join(",", marks.entrySet().stream().map(m -> "\"" + m.getKey() + "\":\"" + m.getValue() + "\"").toList()));
    }

    /** So many steps below the highest: within the range of any sheet that people would use. */
    private static void gather(List<Json> indicators, int kind, TreeMap<String, String> marks) {
        for (var each : indicators) {
            var indicator = (Json.Obj) each;
            if (indicator.text("kind").equals("expert")) {
                var below = new BigDecimal(indicator.text("step")).multiply(BigDecimal.valueOf(kind));
                marks.put(indicator.text("code"), new BigDecimal(indicator.text("max")).subtract(below).toPlainString());
            }
            gather(indicator.list("children"), kind, marks);
        }
    }

    @Override
    public Line line() {
        return laptop.line();
    }

    int number() {
        return number;
    }

    /** How many of this seat's submissions were acknowledged; their keys are numbered from 1. */
    int acknowledged() {
        return submissions;
    }

    /** How long the body of a submission is. */
    int bodyBytes() {
        return basedOn().length + marks.getFirst().length + round.length;
    }

    private byte[] basedOn() {
        return bytes("{\"basedOn\":" + revisions[turn] + ",\"marks\":{");
    }

    /** As a page makes them: 32 hexadecimal digits, of which the first half is as good as chance; the other says whose, and the how-manieth. */
    static String key(int seat, int submission) {
        long number = (long) seat << Integer.SIZE | submission;
        return HEX.toHexDigits(scattered(number)) + HEX.toHexDigits(number);
    }

    /** The last step of SplitMix64. */
    private static long scattered(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public ByteBuf next() {
        var basedOn = basedOn();
        var sheet = marks.get(submissions % KINDS_OF_MARKS);
        int length = basedOn.length + sheet.length + round.length;
        return Unpooled.buffer(1024).writeBytes(heads.get(turn))
                .writeBytes(bytes(key(number, submissions + 1) + "\r\nContent-Length: " + length + "\r\n\r\n"))
                .writeBytes(basedOn).writeBytes(sheet).writeBytes(round);
    }

    @Override
    public boolean acknowledges(Answer answer) {
        return answer.holdsReceipt();
    }

    /** The last one stands; the next one is for the next applicant. */
    @Override
    public void acknowledgementCame() {
        submissions++;
        revisions[turn]++;
        turn = (turn + 1) % revisions.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
