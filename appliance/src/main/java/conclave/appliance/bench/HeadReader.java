package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keeps the head of an answer and counts its body. */
final class HeadReader implements Line.Reading {

    private final StringBuilder head = new StringBuilder();
    private long left = -1;

    @Override
    public Optional<Answer> take(ByteBuf bytes) {
        if (left < 0 && !wholeHead(bytes)) return Optional.empty();
        left -= bytes.readableBytes();
        bytes.skipBytes(bytes.readableBytes());
        if (left > 0) return Optional.empty();
        var kept = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        var answer = new Answer(Integer.parseInt(head.substring(9, 12)), kept, kept.length);
        head.setLength(0);
        left = -1;
        return Optional.of(answer);
    }

    /** Heads are small and nearly always come in one piece. */
    private boolean wholeHead(ByteBuf bytes) {
        while (bytes.isReadable()) {
            int end = bytes.forEachByte(ByteProcessor.FIND_LF);
            int length = (end < 0 ? bytes.writerIndex() : end + 1) - bytes.readerIndex();
            head.append(bytes.readCharSequence(length, StandardCharsets.ISO_8859_1));
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                left = bodyBytes(head.toString());
                return true;
            }
        }
        return false;
    }

    static long bodyBytes(String head) {
        return head.lines().filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15)).findFirst()
                .map(line -> Long.parseLong(line.substring(15).strip())).orElse(0L);
    }
}
