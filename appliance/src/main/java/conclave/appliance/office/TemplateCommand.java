package conclave.appliance.office;

import conclave.appliance.pack.Said;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.Mishap;
import conclave.exchange.office.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave package template}: the workbooks that an administrator fills in; what is there already stays as it is. */
@Command(name = "template", mixinStandardHelpOptions = true,
        description = "取会议、评委、申报人、材料清单的空白工作簿。The empty workbooks of a meeting.")
public final class TemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "写到哪个文件夹。The folder to write into.")
    private Path out;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        var said = new Said(spec, json);
        var files = Templates.all();
        var there = files.keySet().stream().filter(it -> Files.exists(out.resolve(it))).toList();
        if (!there.isEmpty()) {
            return said.refused("template.exists", "“" + out.resolve(there.getFirst()) + "”已经存在，没有覆盖。请换一个文件夹。", "It is there already and was not written over; choose another folder.");
        }
        try {
            Files.createDirectories(out);
            for (var file : files.entrySet()) Whole.write(out.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            var mishap = Mishap.of(e);
            return said.refused("template.unwritable", "“" + out + "”写不进去：" + mishap.chinese(), "The folder cannot be written: " + mishap.english());
        }
        return said.done(List.of("模板已写入 " + out + "：" + String.join("、", files.keySet()) + "。请先看“说明”表。", "The templates are in " + out + "; read the page 说明 first."),
                new JsonFields().put("folder", out.toString()).list("files", List.copyOf(files.keySet()), Json.Str::new));
    }
}
