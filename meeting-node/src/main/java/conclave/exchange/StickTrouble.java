package conclave.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why nothing could be handed over, and what to do now. Nothing of it is left behind, as far as the stick can be reached. */
public final class StickTrouble extends IOException {

    private static final long serialVersionUID = 1;

    /** Names that programs read; they never change. */
    public enum Kind { FULL, GONE, DIFFERS, THERE_ALREADY, TOO_LARGE, UNWRITABLE }

    private final Kind kind;
    private final String chinese;
    private final String english;

    private StickTrouble(Kind kind, String chinese, String english) {
        super(chinese + english);
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    public Kind kind() {
        return kind;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    static StickTrouble full(long missing) {
        return new StickTrouble(Kind.FULL, "U盘空间不足" + (missing > 0 ? "，还差" + missing + "字节" : "") + "：请换一个，或删去不用的文件后重试。",
                "The stick is full" + (missing > 0 ? ", " + missing + " bytes are missing" : "") + ": take another, or make room, and try again.");
    }

    static StickTrouble differs(String name) {
        return new StickTrouble(Kind.DIFFERS, "从U盘读回的 " + name + " 与写入的不同，此盘不可用：请换一个重新导出。",
                "What was read back of " + name + " is not what was written: do not use this stick, take another and export again.");
    }

    static StickTrouble there(String name) {
        return new StickTrouble(Kind.THERE_ALREADY, "U盘上已有 " + name + "，不覆盖：请移走后重试。", name + " is on the stick already and is not overwritten: move it away and try again.");
    }

    static StickTrouble tooLarge(String name) {
        return new StickTrouble(Kind.TOO_LARGE, "文件 " + name + " 不小于4 GB，此U盘的格式存不下：请分卷，或换用 exFAT。",
                name + " is 4 GB or more, which this stick's file system cannot hold: use volumes, or format it as exFAT.");
    }

    static StickTrouble of(IOException failure, Path folder) {
        if (failure instanceof StickTrouble trouble) return trouble;
        if (!Files.isDirectory(folder)) {
            return new StickTrouble(Kind.GONE, "找不到U盘（" + folder + "），可能已被拔出：请插好后重新导出。", "The stick is gone (" + folder + "): plug it in and export again.");
        }
        var mishap = Mishap.of(failure);
        if (mishap == Mishap.SPACE) return full(0);
        var trouble = new StickTrouble(Kind.UNWRITABLE, "U盘无法读写：" + mishap.chinese(), "The stick cannot be read or written: " + mishap.english());
        trouble.initCause(failure);
        return trouble;
    }
}
