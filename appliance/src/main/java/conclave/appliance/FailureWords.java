package conclave.appliance;

import conclave.codec.CanonicalJson;
import conclave.codec.JsonFields;
import conclave.config.Finding;
import conclave.config.FindingWords;
import conclave.exchange.Mishap;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Packing;
import conclave.seal.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.stream.Stream;

/** What is said where a command could not go on and has no words of its own for it: sentences of ours, and never the name of a class. */
record FailureWords(String code, String chinese, String english) {

    static FailureWords of(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped -> of(wrapped.getCause());
            case Unusable key -> unusable(key);
            case FileSystemException at when at.getFile() != null -> file(at.getFile(), Mishap.of(at));
            case IOException disk -> said(Packing.complaint(disk));
            default -> new FailureWords("failed", "程序内部出错，没有办成。请再执行一次；仍然出错的，请把所用的命令和这段话告知技术人员。",
                    "The program failed within: run it again, else tell the technician the command. (" + place(failure) + ")");
        };
    }

    private static FailureWords said(Complaint complaint) {
        return new FailureWords(complaint.code(), complaint.chinese(), complaint.english());
    }

    private static FailureWords file(String name, Mishap mishap) {
        return new FailureWords("file." + mishap.code(), "文件或文件夹 " + name + "：" + mishap.chinese(), "Of this file or folder: " + mishap.english());
    }

    private static FailureWords unusable(Unusable key) {
        var facts = key.facts().entrySet().stream().flatMap(fact -> Stream.of(fact.getKey(), fact.getValue())).toArray(String[]::new);
        var finding = Finding.error(key.code(), facts);
        var chinese = FindingWords.in(Locale.SIMPLIFIED_CHINESE);
        var english = FindingWords.in(Locale.ENGLISH);
        return new FailureWords(key.code(), chinese.what(finding) + chinese.fix(finding), english.what(finding) + " " + english.fix(finding));
    }

    /** Where in the program it was, for whoever mends it: no word of what was worked on. */
    private static String place(Throwable failure) {
        for (var step : failure.getStackTrace()) {
            if (step.getClassName().startsWith("conclave.")) return step.getFileName() + ":" + step.getLineNumber();
        }
        return "?";
    }

    String text() {
        return english.isEmpty() ? chinese : chinese + english;
    }

    String json() {
        return CanonicalJson.text(new JsonFields().put("done", false).put("code", code).put("zh", chinese).put("en", english).end());
    }
}
