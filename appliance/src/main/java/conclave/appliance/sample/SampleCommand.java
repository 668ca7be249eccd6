package conclave.appliance.sample;

import conclave.appliance.pack.Said;
import conclave.codec.JsonFields;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.Mishap;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave package sample}: exit code 0 when the folder stands, 1 when it could not be made, 2 for wrong options. */
@Command(name = "sample", mixinStandardHelpOptions = true,
        description = {"生成一场示例会议的文件夹：人员虚构，材料为真实的 PDF；参数相同，内容相同。",
            "Makes a sample meeting folder: invented people, real PDFs, the same for the same options."})
public final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "要生成的文件夹，须不存在。The folder to make; it must not exist yet.")
    private Path out;

    @Option(names = "--rooms", defaultValue = "2", description = "会议室数，1 至 20。Rooms, 1 to 20 (${DEFAULT-VALUE}).")
    private int rooms;

    @Option(names = "--experts", defaultValue = "4", description = "每个会议室的评委人数，1 至 20。Experts in each room, 1 to 20 (${DEFAULT-VALUE}).")
    private int experts;

    @Option(names = "--applicants", defaultValue = "12", description = "申报人总数，最多 2000。Applicants in all, up to 2000 (${DEFAULT-VALUE}).")
    private int applicants;

    @Option(names = "--seed", defaultValue = "1", description = "种子数，换一个就换一批人。Another seed makes other people (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--mode", defaultValue = SampleOptions.USUAL_MODE,
            description = "随程序提供的会议模式：各会议室经过哪些环节。By which stages the rooms walk: a mode that comes with the program (${DEFAULT-VALUE}).")
    private String mode;

    @Option(names = "--alternates", defaultValue = "0", description = "每个会议室的候补评委人数，最多 3。Alternates in each room, up to 3 (${DEFAULT-VALUE}).")
    private int alternates;

    @Option(names = "--screening", description = "页面须先筛查、放行；实行单盲评审，专家看不到姓名。"
            + "Pages are screened and released first; experts do not read names.")
    private boolean screening;

    @Option(names = "--strict", description = "严格：水印烧入每位专家看到的页面，材料只在轮次内开放。"
            + "Each reader's name is burned into the pages, which lie there in rounds only.")
    private boolean strict;

    @Option(names = "--kind", defaultValue = "rehearsal", description = "rehearsal 为演练，real 为正式。Rehearsal or real (${DEFAULT-VALUE}).")
    private String kind;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "会议第一天，默认今天。First day of the meeting (today).")
    private LocalDate date;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() {
        var said = new Said(spec, json);
        try {
            var made = Sample.make(options());
            return said.done(List.of(
                    String.format(Locale.ROOT, "%s：人员 %d，申报人 %d，材料 %d 份 %d 页，%d MB。", out, made.people(), made.applicants(), made.documents(), made.pages(), made.bytes() >> 20),
                    String.format(Locale.ROOT, "%d people, %d applicants, %d documents, %d pages, %d MB.", made.people(), made.applicants(), made.documents(), made.pages(), made.bytes() >> 20)),
                    new JsonFields().put("folder", out.toString()).put("people", made.people()).put("applicants", made.applicants()).put("documents", made.documents())
                            .put("pages", made.pages()).put("bytes", made.bytes()));
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("参数不合要求，请核对取值范围。" + e.getMessage());
            return 2;
        } catch (FileAlreadyExistsException e) {
            return said.refused("sample.exists", out + " 已存在，没有覆盖：请换一个名称。", "It exists already: choose another name.");
        } catch (IOException e) {
            var mishap = Mishap.of(e);
            return e instanceof TypeCase.FontsMissing ? said.refused("sample.fonts", e.getMessage(), "")
                    : said.refused("sample.unwritable", "示例会议没有写出：" + mishap.chinese(), "The sample could not be written: " + mishap.english());
        }
    }

    private SampleOptions options() {
        var word = kind.toUpperCase(Locale.ROOT);
        if (!word.equals("REHEARSAL") && !word.equals("REAL")) throw new IllegalArgumentException("kind must be rehearsal or real, not " + kind);
        return new SampleOptions(rooms, experts, alternates, applicants, seed, Kind.valueOf(word), mode, date == null ? LocalDate.now() : date, out, screening, strict);
    }
}
