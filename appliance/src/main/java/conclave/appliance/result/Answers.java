package conclave.appliance.result;

import conclave.codec.BadJson;
import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Dispatches;
import conclave.exchange.parcel.Letter;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.SignedFiles;
import conclave.exchange.result.PlatformReceipt;
import conclave.exchange.result.Reconciliation;
import conclave.exchange.result.Reconciliation.Step;
import conclave.exchange.result.ResultItems;
import conclave.seal.container.PackageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A result folder and all the platform has answered to it, in order: in signed packages, or in files that somebody has signed for. */
final class Answers {

    static final String RECEIPT = "data/receipt.json";
    private static final int LONGEST = 120;

    private final ResultItems items;
    private final Desk desk;
    private final Dispatches sent;
    private final boolean unsigned;

    /** @param unsigned whether an answer that nobody signed is listened to as well: to look, and to do nothing on its word */
    Answers(ResultItems items, Desk desk, Dispatches sent, boolean unsigned) {
        this.items = items;
        this.desk = desk;
        this.sent = sent;
        this.unsigned = unsigned;
    }

    /** @param signed whether somebody who may has signed for every one of them */
    record Heard(Reconciliation now, boolean signed) {
    }

    /** Throws, in words for people, at the first receipt that is not the next one of this result. */
    Heard read(List<Path> receipts) throws IOException {
        if (sent.isSuperseded(items.meeting(), items.result())) {
            throw new IOException("这份结果已被后来导出的结果取代或已作废，请改用最新的结果文件夹和对它的回执。"
                    + "This result was superseded or revoked: take the latest result folder, and what was answered to that. (SUPERSEDED_RESULT)");
        }
        var now = items.unanswered();
        boolean signed = true;
        for (var file : receipts) {
            signed &= isSigned(file);
            now = taken(now, file, receipt(file));
        }
        return new Heard(now, signed);
    }

    private Reconciliation taken(Reconciliation now, Path file, PlatformReceipt receipt) throws IOException {
        if (sent.isSuperseded(items.meeting(), receipt.result())) throw new IOException("回执 " + file.getFileName()
                + " 回复的是已被取代或作废的结果，不再有效，请向平台索取对最新结果的回执。"
                + "It answers a result that was superseded or revoked: ask for an answer to the latest. (SUPERSEDED_RESULT)");
        return switch (now.take(receipt)) {
            case Step.Taken taken -> taken.now();
            case Step.NotTaken not -> throw new IOException("回执 " + file.getFileName() + " " + said(not) + " (" + not.code() + ")");
        };
    }

    private static boolean isPackage(Path file) {
        return file.getFileName().toString().endsWith(".mpkg");
    }

    private static boolean isSigned(Path file) {
        return isPackage(file) || SignedFiles.isThere(file);
    }

    private PlatformReceipt receipt(Path file) throws IOException {
        var bytes = bytes(file);
        try {
            return PlatformReceipt.read(bytes);
        } catch (BadJson e) {
            throw none(file, e.getMessage());
        }
    }

    private byte[] bytes(Path file) throws IOException {
        if (!isSigned(file)) return bare(file);
        try {
            if (!isPackage(file)) return SignedFiles.read(file, desk.check(), desk.trust(), PackageType.RECEIPT.signers(), desk.at()).files().get(file.getFileName().toString());
            var inside = Letter.open(file, desk, PackageType.RECEIPT).files().get(RECEIPT);
            if (inside == null) throw none(file, RECEIPT);
            return inside;
        } catch (NoReceipt none) {
            throw none;
        } catch (IOException reason) {
            var complaint = Packing.complaint(reason);
            throw new IOException("回执 " + file.getFileName() + "：" + complaint.chinese() + complaint.english() + " (" + complaint.code() + ")", reason);
        }
    }

    private byte[] bare(Path file) throws IOException {
        if (!unsigned) throw new IOException("回执 " + file.getFileName() + " 没有签名，不能作为依据。请向平台索取回执数据包（.mpkg）或签认文件（.p7s）；只想查看的，请加 --unsigned。"
                + "Nobody has signed this receipt: ask for it as a package, or with its .p7s; to look only, give --unsigned. (UNSIGNED)");
        if (Files.size(file) > PlatformReceipt.LARGEST) throw none(file, "too long");
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(PlatformReceipt.LARGEST + 1);
        }
    }

    private static NoReceipt none(Path file, String reason) {
        return new NoReceipt("文件 " + file.getFileName() + " 不是平台回执，请向平台重新索取。This is not a platform's receipt: ask for it again. (" + reason + ")");
    }

    /** What somebody else wrote steers no screen. */
    private static String shown(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static final class NoReceipt extends IOException {
        private static final long serialVersionUID = 1;

        NoReceipt(String message) {
            super(message);
        }
    }

    private static String said(Step.NotTaken taken) {
        var not = new Step.NotTaken(taken.code(), shown(taken.what()));
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
