package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rooms, and everybody who works in the meeting: experts, a chair and a secretary for each room, and those of the house. */
final class Cast {

    private static final String ORGANIZER = "自治区工程系列职称评审工作办公室";
    private static final List<String> CLASSES = List.of("A", "B", "B", "C");

    private final SampleOptions options;
    private final List<Trade> trades;
    private final Names names;
    private int named = 5;

    Cast(SampleOptions options, List<Trade> trades, Names names) {
        this.options = options;
        this.trades = trades;
        this.names = names;
    }

    List<Room> rooms() {
        var rooms = new ArrayList<Room>();
        for (int i = 1; i <= options.rooms(); i++) {
            var trade = trades.get((i - 1) % trades.size());
            int turn = (i - 1) / trades.size() + 1;
            var panel = trade.name() + "专业组" + (options.rooms() > trades.size() ? "（" + Spelling.inCharacters(turn) + "）" : "");
            rooms.add(new Room(number("R", i, 2), "第" + Spelling.inCharacters(i) + "评审室", trade.name(),
                    new Panel(number("P", i, 2), panel), Optional.empty()));
        }
        return rooms;
    }

    List<Person> people(List<Room> rooms) {
        var people = new ArrayList<Person>();
        int expert = 0;
        for (int r = 0; r < rooms.size(); r++) {
            for (int seat = 1; seat <= options.expertsPerRoom(); seat++) {
                expert++;
                var chance = Chance.of(options.seed(), "expert " + expert);
                people.add(new Person(number("E", expert, 3), name(chance), trades.get(r % trades.size()).unit(chance, Trade.Region.any(chance)),
                        Optional.of(seat(r + 1, seat)), List.of(Role.EXPERT), Optional.of(rooms.get(r).code()),
                        Optional.empty(), Optional.of(chance.oneOf(CLASSES))));
            }
        }
        for (int r = 0; r < rooms.size(); r++) {
            for (int turn = 1; turn <= options.alternates(); turn++) people.add(alternate(rooms.get(r), r, turn));
        }
        for (int r = 0; r < rooms.size(); r++) {
            people.add(inRoom(number("C", r + 1, 2), Role.CHAIR, rooms.get(r), r + 1, options.expertsPerRoom() + 1));
            people.add(inRoom(number("S", r + 1, 2), Role.SECRETARY, rooms.get(r), r + 1, options.expertsPerRoom() + 2));
        }
        people.add(ofTheHouse("V01", Role.SUPERVISOR, "自治区工程系列职称评审监督组"));
        people.add(ofTheHouse("G01", Role.REGISTRAR, ORGANIZER));
        people.add(ofTheHouse("T01", Role.TECHNICIAN, "丝路云信息技术服务有限公司"));
        return people;
    }

    private Person alternate(Room room, int roomIndex, int turn) {
        var code = number("X", roomIndex * SampleOptions.MOST_ALTERNATES + turn, 2);
        var chance = Chance.of(options.seed(), code);
        return new Person(code, name(chance), trades.get(roomIndex % trades.size()).unit(chance, Trade.Region.any(chance)),
                Optional.of(seat(roomIndex + 1, options.expertsPerRoom() + 2 + turn)), List.of(Role.ALTERNATE), Optional.of(room.code()),
                Optional.empty(), Optional.of(chance.oneOf(CLASSES)));
    }

    private Person inRoom(String code, Role role, Room room, int roomNumber, int seat) {
        return new Person(code, name(Chance.of(options.seed(), code)), ORGANIZER, Optional.of(seat(roomNumber, seat)), List.of(role),
                Optional.of(room.code()), Optional.empty(), Optional.empty());
    }

    private Person ofTheHouse(String code, Role role, String unit) {
        return new Person(code, name(Chance.of(options.seed(), code)), unit, Optional.empty(), List.of(role), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** Begins elsewhere in the pattern of names than the applicants do. */
    private String name(Chance chance) {
        return names.next(chance, named++).name();
    }

    private static String seat(int room, int seat) {
        return room + "-" + number("", seat, 2);
    }

    static String number(String prefix, int number, int width) {
        return prefix + String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
