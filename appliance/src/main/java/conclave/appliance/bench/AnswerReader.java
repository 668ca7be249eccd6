package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Optional;

/** Gathers bytes until an HTTP answer with a stated length is whole. Anything else no program of ours is answered with. */
final class AnswerReader implements Line.Reading {

    private static final String LENGTH = "content-length:";
    private static final int STATUS_AT = 9;

    private byte[] received = new byte[8192];
    private int count;

    @Override
    public Optional<Answer> take(ByteBuf bytes) {
        int more = bytes.readableBytes();
        if (count + more > received.length) received = Arrays.copyOf(received, Math.max(2 * received.length, count + more));
        bytes.readBytes(received, count, more);
        count += more;
        int bodyAt = endOfHead();
        if (bodyAt < 0 || count < bodyAt + bodyLength(bodyAt)) return Optional.empty();
        var answer = new Answer(status(), Arrays.copyOf(received, count), bodyAt);
        count = 0;
        return Optional.of(answer);
    }

    private int endOfHead() {
        for (int i = 3; i < count; i++) {
            if (received[i] == '\n' && received[i - 1] == '\r' && received[i - 2] == '\n') return i + 1;
        }
        return -1;
    }

    private int status() {
        return (received[STATUS_AT] - '0') * 100 + (received[STATUS_AT + 1] - '0') * 10 + received[STATUS_AT + 2] - '0';
    }

    private int bodyLength(int bodyAt) {
        for (int at = 0; at < bodyAt - LENGTH.length(); at++) {
            if ((at == 0 || received[at - 1] == '\n') && named(at)) return number(at + LENGTH.length());
        }
        return 0;
    }

    private boolean named(int at) {
        for (int i = 0; i < LENGTH.length(); i++) {
            int sign = received[at + i];
            if ((sign >= 'A' && sign <= 'Z' ? sign + 'a' - 'A' : sign) != LENGTH.charAt(i)) return false;
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; received[i] != '\r'; i++) {
            if (received[i] != ' ') number = number * 10 + received[i] - '0';
        }
        return number;
    }
}
