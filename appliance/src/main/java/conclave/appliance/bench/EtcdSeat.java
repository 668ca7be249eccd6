package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** One client of etcd: puts a value as long as the body of a submission, under as many keys in turn as an expert has applicants. */
final class EtcdSeat implements Sender {

    private static final int KEYS = LightMeeting.APPLICANTS_A_ROOM;

    private final int number;
    private final Line line;
    private final String head;
    private final String value;
    private int puts;

    EtcdSeat(int number, Line line, String host, int bytes) {
        this.number = number;
        this.line = line;
        this.head = "POST /v3/kv/put HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\nContent-Length: ";
        var value = new byte[bytes];
        Arrays.fill(value, (byte) 'x');
        this.value = base64(value);
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public ByteBuf next() {
        var key = base64(ascii("bench/" + number + "/" + puts % KEYS));
        var body = "{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}";
        return Unpooled.wrappedBuffer(ascii(head + body.length() + "\r\n\r\n" + body));
    }

    @Override
    public boolean acknowledges(Answer answer) {
        return answer.status() == 200;
    }

    @Override
    public void acknowledgementCame() {
        puts++;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
