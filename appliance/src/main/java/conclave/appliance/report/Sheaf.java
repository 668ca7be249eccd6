package conclave.appliance.report;

import conclave.appliance.pack.Said;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.report.Form;
import conclave.report.print.Printed;
import conclave.report.print.Typefaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Printed forms in a folder of their own that only its owner can look into; it is whole, or it is not there. */
final class Sheaf {

    private Sheaf() {
    }

    /** What was written; what is to be known about it is said on the way. */
    static int write(List<Form> forms, Map<String, byte[]> more, Optional<Typefaces> types, Path target, Said said, PrintWriter err) throws IOException {
        var printed = Printed.of(forms, types);
        var files = new TreeMap<>(printed.files());
        files.putAll(more);
        try {
            put(files, target);
        } catch (FileAlreadyExistsException e) {
            return said.refused("report.exists", target + " 已存在，没有覆盖：请换一个名称。", "It exists already: choose another name.");
        }
        said(printed, err);
        return said.done(List.of("已写入 " + target + "：" + String.join("、", files.keySet()), files.size() + " files written."),
                new JsonFields().put("folder", target.toString()).list("files", List.copyOf(files.keySet()), Json.Str::new));
    }

    static void said(Printed printed, PrintWriter err) {
        if (printed.withoutPaper()) {
            err.println("提示：本机没有可嵌入的中文字体，没有生成 PDF，只有 Excel。请安装 fonts-wqy-zenhei 和 fonts-lxgw-wenkai，或用 --fonts 给出字体所在文件夹。");
            err.println("No Chinese TrueType font was found: there are workbooks and no PDF. Install fonts-wqy-zenhei and fonts-lxgw-wenkai.");
        }
        printed.unset().forEach((form, count) -> {
            err.println("提示：" + form + ".pdf 中有" + count + "个字没有可用字体，印为〓；Excel 中是原字，请手工填写，或另装字体后重做（维吾尔文、哈萨克文请装 fonts-hosny-amiri）。");
            err.println(count + " characters of " + form + ".pdf have no font and are printed as 〓; the workbook has them. For Uyghur and Kazakh letters install fonts-hosny-amiri.");
        });
    }

    private static void put(SortedMap<String, byte[]> files, Path target) throws IOException {
        var whole = target.toAbsolutePath().normalize();
        if (Files.exists(whole)) throw new FileAlreadyExistsException(whole.toString());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var part = Files.createTempDirectory(whole.getParent(), whole.getFileName() + ".part", owner);
        try {
            for (var file : files.entrySet()) {
                Files.write(part.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(part)) {
                try (var left = Files.list(part)) {
                    for (var file : left.toList()) Files.delete(file);
                }
                Files.delete(part);
            }
        }
    }
}
