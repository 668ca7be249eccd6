package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An expert who leafs through pages, one after the other, and begins again at the end. */
final class PageReader implements Sender {

    private final Line line;
    private final List<byte[]> questions;
    private int turn;
    private long bytes;

    /** @param first where this one begins, so that not everybody reads the same page at the same time */
    PageReader(Line line, List<String> questions, int first) {
        this.line = line;
        this.questions = questions.stream().map(question -> question.getBytes(StandardCharsets.US_ASCII)).toList();
        this.turn = first % questions.size();
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public ByteBuf next() {
        return Unpooled.wrappedBuffer(questions.get(turn));
    }

    @Override
    public boolean acknowledges(Answer answer) {
        if (answer.status() != 200) return false;
        bytes += HeadReader.bodyBytes(new String(answer.bytes(), 0, answer.bodyAt(), StandardCharsets.ISO_8859_1));
        return true;
    }

    @Override
    public void acknowledgementCame() {
        turn = (turn + 1) % questions.size();
    }

    /** How much has come since this was asked last. */
    long takeBytes() {
        long taken = bytes;
        bytes = 0;
        return taken;
    }
}
