package conclave.appliance.pack;

import conclave.appliance.QrCode;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Mishap;
import conclave.seal.Digests;
import conclave.seal.Words;
import conclave.seal.container.PackagePapers.Certificate;
import conclave.seal.container.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** A certificate as people compare it: ten words are 80 bits of its SHA-256. For programs format conclave-keys/1. */
record PapersShown(CommandLine line, boolean json) {

    private static final int WORDS = 10;

    void certificate(Certificate certificate, byte[] der, List<String> files) {
        var print = Digests.sha256(der);
        var chinese = Words.CHINESE.of(print, WORDS);
        var english = Words.ENGLISH.of(print, WORDS);
        var holder = certificate.holder();
        var roles = holder.roles().stream().map(role -> role.word()).sorted().toList();
        if (json) {
            out().println(CanonicalJson.text(new JsonFields().put("format", "conclave-keys/1").put("name", holder.name()).put("issuer", certificate.issuer())
                    .put("algorithm", certificate.algorithm()).list("roles", roles, Json.Str::new).put("from", holder.from().toString())
                    .put("until", holder.until().toString()).put("sha256", certificate.print()).list("words", chinese, Json.Str::new)
                    .list("wordsEn", english, Json.Str::new).list("files", files, Json.Str::new).end()));
            return;
        }
        out().println("持有人 Holder      " + holder.name());
        out().println("算法 Algorithm     " + certificate.algorithm());
        out().println("角色 Roles         " + (roles.isEmpty() ? "（无）none" : String.join(", ", roles)));
        out().println("有效期 Valid        " + WallClock.minutes(holder.from()) + " 至 until " + WallClock.said(holder.until()));
        out().println("指纹 SHA-256       " + certificate.print());
        out().println("核对词 Words       " + String.join(" ", chinese));
        out().println("                   " + String.join(" ", english));
        QrCode.lines("conclave:print:" + certificate.print()).forEach(out()::println);
        files.forEach(file -> out().println("已写入 Written     " + file));
        if (!files.isEmpty()) out().println("请通过电话或当面与对方核对以上十个词。Compare the ten words with the other side, by phone or in person.");
    }

    void written(String file) {
        if (json) out().println(CanonicalJson.text(new JsonFields().put("format", "conclave-keys/1").list("files", List.of(file), Json.Str::new).end()));
        else out().println("已写入 Written     " + file);
    }

    void refused(Refused refused) {
        say(refused.code(), refused.chinese(), refused.english());
    }

    void disk(IOException disk) {
        var mishap = Mishap.of(disk);
        say("disk", "读写文件时出错：" + mishap.chinese(), "A file could not be read or written: " + mishap.english());
    }

    private void say(String code, String chinese, String english) {
        if (json) {
            out().println(CanonicalJson.text(new JsonFields().put("format", "conclave-keys/1").put("code", code).put("zh", chinese).put("en", english).end()));
            return;
        }
        line.getErr().println(chinese);
        line.getErr().println(english);
    }

    private PrintWriter out() {
        return line.getOut();
    }
}
