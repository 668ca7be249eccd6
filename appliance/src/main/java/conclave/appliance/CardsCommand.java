package conclave.appliance;

import conclave.appliance.pack.Said;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.CardJournal;
import conclave.exchange.parcel.Packing;
import conclave.report.print.CardSheet;
import conclave.report.print.Typefaces;
import conclave.seal.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code conclave meeting cards}: the cards of everybody who may sign in, to be printed and cut apart. Codes stand on the cards and nowhere else. */
@Command(name = "cards", mixinStandardHelpOptions = true, description = {
    "制作登录卡：每人一张，A4 每页八张，印出后沿线裁开，密封交给本人。节点运行或停止时都可以执行；每次制卡都有记录。",
    "遗失的卡用 --again 换发（节点须在运行）：旧代码立即作废，用旧卡登录的电脑退出；已经提交的评分不变。",
    "秘书在页面上作废旧卡以后，用 --name 打印新卡；没有遗失、只是印坏的，也用 --name。",
    "Makes the sign-in cards, eight to a sheet, to be cut apart and handed over sealed. Every making is recorded.",
    "A lost card is renewed with --again while the node runs: the old code ends at once. After a secretary has ended one on the page,",
    "and where a card was only spoilt in printing, --name prints the code that holds."})
final class CardsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private MeetingHeld held;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "要生成的 PDF，须不存在；仅本人可读，印出后请删除。The PDF to make; delete it when it is printed.")
    private Path out;

    @Option(names = "--by", required = true, paramLabel = "WHO", description = "由谁制卡，可多次使用。Who makes them; may be repeated.")
    private List<String> by;

    @Option(names = "--room", paramLabel = "CODE", description = "只制这些会场的卡，可多次使用。Only of these rooms; may be repeated.")
    private List<String> rooms = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "只制这些人的卡，可多次使用。Only of these persons; may be repeated.")
    private List<String> names = List.of();

    @Option(names = "--again", paramLabel = "NAME", description = "这个人的卡遗失了：作废旧代码，制一张新卡。This person's card is lost: the old code ends, and a new card is made.")
    private String again;

    @Option(names = "--address", paramLabel = "URL", description = "登录网址；节点运行时可以不写。Where people sign in; not needed while the node runs.")
    private String address;

    @Option(names = "--fonts", paramLabel = "DIR", description = "中文 TrueType 字体所在文件夹。Where Chinese TrueType fonts lie.")
    private Path fonts;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        if (again != null && !names.isEmpty()) throw new ParameterException(spec.commandLine(), "--again 和 --name 只用一个。Use either --again or --name.");
        if (again != null) names = List.of(again);
        if (by.stream().anyMatch(String::isBlank)) throw new ParameterException(spec.commandLine(), "请用 --by 写明由谁制卡。Say with --by who makes the cards.");
        held.folder(spec);
        try {
            if (Files.exists(out)) throw new CardTrouble(CardTrouble.Kind.EXISTS, "file", out.toString());
            var where = SignInAddress.of(Optional.ofNullable(address), held.data());
            var guests = held.guests(spec);
            if (guests.isEmpty()) return Said.NOT_DONE;
            var chosen = chosen(guests.get());
            var types = Typefaces.find(fonts == null ? Typefaces.PLACES : List.of(fonts)).orElseThrow(() -> new CardTrouble(CardTrouble.Kind.FONTS));
            return made(said, types, where, again == null ? chosen : List.of(LostCard.renewed(held, spec, LostCard.only(chosen), by)));
        } catch (CardTrouble trouble) {
            return said.refused(trouble.complaint());
        }
    }

    private int made(Said said, Typefaces types, SignInAddress where, List<Guest> guests) throws IOException {
        var cards = guests.stream().map(guest -> PersonalCard.of(guest, where.url())).toList();
        var file = CardSheet.of(cards, QrCode.picture(where.url()), types);
        try (var journal = CardJournal.open(held.data(), guests.getFirst().meeting())) {
            var before = journal.made();
            journal.making(Instant.now(), by, cards.size(), file);
            write(journal, file);
            return told(said, guests, before, CardSheet.unset(cards, types), where);
        } catch (CardTrouble trouble) {
            throw trouble;
        } catch (IOException e) {
            return said.refused(Packing.complaint(e));
        }
    }

    /** What was begun is not left lying about: it holds codes. */
    private void write(CardJournal journal, byte[] file) throws IOException {
        try {
            OwnerFiles.write(out.toAbsolutePath(), file);
        } catch (IOException e) {
            journal.failed(Instant.now());
            Files.deleteIfExists(out.resolveSibling(out.getFileName() + ".part"));
            throw new CardTrouble(CardTrouble.Kind.UNWRITABLE, "file", out.toString());
        }
    }

    private int told(Said said, List<Guest> guests, List<CardJournal.Print> before, long unset, SignInAddress where) {
        var lines = new ArrayList<String>();
        lines.add("✓ 已制卡 " + guests.size() + " 张：“" + guests.getFirst().title() + "”，写入 " + out + "，已记录。" + guests.size() + " cards were made and recorded.");
        if (again != null) lines.add("  旧登录卡已作废，用旧卡登录的电脑已退出。The old card has ended; whoever signed in with it is signed out.");
        lines.add("  文件内有每个人的登录代码：印出后请立即删除，卡片密封交给本人。The file holds every code: print it, delete it, hand the cards over sealed.");
        if (!before.isEmpty()) {
            var last = before.getLast();
            lines.add("· 此前已制卡 " + before.size() + " 次，最近一次 " + last.at() + "，由 " + String.join("、", last.by()) + "，" + last.cards() + " 张。Made before: " + before.size() + ".");
        }
        if (where.local()) {
            lines.add("· 网址 " + where.url() + " 只在本机有效：会场用的卡请用 --address 写明会场网址，另制一份。This address works on this machine only: give --address.");
        }
        if (unset > 0) lines.add("· 有 " + unset + " 个字没有可用字体，印为〓，请在卡上手工填写。" + unset + " characters have no font and are printed as 〓.");
        return said.done(lines, new JsonFields().put("meeting", guests.getFirst().meeting()).put("meetingTitle", guests.getFirst().title()).put("cards", guests.size())
                .put("file", out.toString()).put("address", where.url()).put("onlyHere", where.local()).put("madeBefore", before.size()).put("unset", unset).put("renewed", again != null)
                .list("by", by, Json.Str::new));
    }

    /** Nobody who was asked for is left out in silence. */
    private List<Guest> chosen(List<Guest> guests) throws CardTrouble {
        for (var room : rooms) {
            if (guests.stream().noneMatch(guest -> in(guest, room))) throw new CardTrouble(CardTrouble.Kind.ROOM_UNKNOWN, "room", room);
        }
        for (var name : names) {
            if (guests.stream().noneMatch(guest -> guest.name().equals(name))) throw new CardTrouble(CardTrouble.Kind.NAME_UNKNOWN);
        }
        var chosen = guests.stream().filter(guest -> !guest.roles().isEmpty())
                .filter(guest -> rooms.isEmpty() || rooms.stream().anyMatch(room -> in(guest, room)))
                .filter(guest -> names.isEmpty() || names.contains(guest.name())).toList();
        if (chosen.isEmpty()) throw new CardTrouble(CardTrouble.Kind.NOBODY);
        return chosen;
    }

    private static boolean in(Guest guest, String room) {
        return guest.rooms().stream().anyMatch(one -> one.code().equals(room));
    }
}
