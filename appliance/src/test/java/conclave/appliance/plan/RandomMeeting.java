package conclave.appliance.plan;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Sex;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.Presets;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A small meeting by chance, with a hall now and then, and few enough units and names that people meet. */
final class RandomMeeting {

    static final List<String> SPECIALTIES = List.of("水利", "道桥", "农业");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 18);
    private static final Sheet SHEET = Presets.sheet("engineering");
    private static final Mode MODE = Presets.mode("score-only");
    private static final Profile RULES = Presets.profile("title-senior");

    private final Random chance;

    private RandomMeeting(Random chance) {
        this.chance = chance;
    }

    static MeetingFile of(Random chance) {
        return new RandomMeeting(chance).file();
    }

    private MeetingFile file() {
        var hall = chance.nextInt(3) == 0 ? Optional.of("H") : Optional.<String>empty();
        var rooms = new ArrayList<Room>();
        for (int i = 0; i < 1 + chance.nextInt(3); i++) {
            rooms.add(new Room("R" + i, "第" + i + "室", chance.nextInt(3) == 0 ? "水利、道桥" : any(SPECIALTIES), new Panel("P" + i, "组"), hall));
        }
        int panels = rooms.size();
        hall.ifPresent(code -> rooms.add(new Room(code, "大会", "水利、道桥、农业", new Panel("PH", "评委会"), Optional.empty())));
        var people = new ArrayList<Person>();
        for (int i = 0; i < panels * 5; i++) {
            var role = chance.nextInt(8) == 0 ? Role.ALTERNATE : Role.EXPERT;
            people.add(new Person("E" + i, name(), unit(), Optional.empty(), List.of(role), Optional.of("R" + i % panels),
                    role == Role.EXPERT ? hall : Optional.empty(), Optional.empty()));
        }
        people.add(new Person("S0", name(), unit(), Optional.empty(), List.of(Role.SECRETARY), Optional.of("R0"), Optional.empty(), Optional.empty()));
        var applicants = new ArrayList<Applicant>();
        for (int i = 0; i < 1 + chance.nextInt(12); i++) applicants.add(applicant(i, "R" + chance.nextInt(panels)));
        return new MeetingFile(new Meeting("会", "meeting", Kind.REHEARSAL, "甲", "乙", new Committee("评委会", Tier.SENIOR, "工程", 9),
                Policy.REAL_NAME, DAY, DAY, rooms, new Expected(people.size(), applicants.size(), applicants.size(), 0)), people, applicants,
                SHEET, MODE, RULES, List.of(), new TreeMap<>());
    }

    private Applicant applicant(int number, String room) {
        return new Applicant("A" + number, name(), Sex.MALE, DAY, "汉族", "-", "-", unit(), unit(), "-", "-", DAY, any(SPECIALTIES), "-", room,
                new Facts(new TreeMap<>(), new TreeMap<>()), new TreeMap<>(), new TreeMap<>(),
                List.of(new Document("data/documents/" + number + ".pdf", "表", DocumentKind.FORM, 1 + chance.nextInt(300))));
    }

    private String name() {
        return "名" + chance.nextInt(200);
    }

    private String unit() {
        return "单位" + chance.nextInt(40);
    }

    private String any(List<String> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
