package conclave.appliance.office;

import conclave.exchange.office.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Override
    public Integer call() {
        var files = Templates.all();
        var there = files.keySet().stream().filter(it -> Files.exists(out.resolve(it))).toList();
        if (!there.isEmpty()) {
            return failed("“" + out.resolve(there.getFirst()) + "”已经存在，没有覆盖。请换一个文件夹。", "It is there already and was not written over; choose another folder.");
        }
        try {
            Files.createDirectories(out);
            for (var file : files.entrySet()) Whole.write(out.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            return failed("“" + out + "”写不进去。请检查权限和空间。", "The folder cannot be written; check rights and space.");
        }
        spec.commandLine().getOut().println("模板已写入 " + out + "：" + String.join("、", files.keySet()) + "。请先看“说明”表。");
        spec.commandLine().getOut().println("The templates are in " + out + "; read the page 说明 first.");
        return 0;
    }

    private int failed(String chinese, String english) {
        spec.commandLine().getErr().println(chinese + System.lineSeparator() + english);
        return 1;
    }
}
