package conclave.appliance.result;

import conclave.codec.BadJson;
import conclave.exchange.result.PlatformReceipt;
import conclave.exchange.result.Reconciliation;
import conclave.exchange.result.Reconciliation.Step;
import conclave.exchange.result.ResultItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A result folder and all the platform has answered to it, in order. */
final class Answers {

    private Answers() {
    }

    /** Throws, in words for people, at the first receipt that is not the next one of this result. */
    static Reconciliation read(Path result, List<Path> receipts) throws IOException {
        var now = ResultItems.of(result).unanswered();
        for (var file : receipts) {
            switch (now.take(receipt(file))) {
                case Step.Taken taken -> now = taken.now();
                case Step.NotTaken not -> throw new IOException("回执 " + file.getFileName() + " " + said(not) + " (" + not.code() + ")");
            }
        }
        return now;
    }

    private static PlatformReceipt receipt(Path file) throws IOException {
        try {
            return PlatformReceipt.read(Files.readAllBytes(file));
        } catch (BadJson e) {
            throw new IOException("文件 " + file.getFileName() + " 不是平台回执，请向平台重新索取。This is not a platform's receipt: ask for it again. ("
                    + e.getMessage() + ")", e);
        }
    }

    private static String said(Step.NotTaken not) {
        return switch (not.code()) {
            case OTHER_MEETING -> "属于另一会议 " + not.what() + "。It is of another meeting.";
            case OTHER_RESULT -> "回复的是另一份结果，请核对结果文件夹。It answers another result: see which folder you gave.";
            case OUT_OF_ORDER -> "次序不对，应为第" + not.what() + "份，请按次序全部给出。It is not number " + not.what() + ": give all of them in order.";
            case UNKNOWN_ITEM -> "含有本结果没有的条目 " + not.what() + "，请退回平台。It names an item that is not in the result: return it.";
            case ITEM_TWICE -> "条目 " + not.what() + " 出现两次，请退回平台。It names an item twice: return it.";
            case NOTHING_SAID -> "没有任何条目，请退回平台。It says nothing: return it.";
        };
    }
}
