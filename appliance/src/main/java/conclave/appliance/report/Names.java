package conclave.appliance.report;

import conclave.exchange.result.Ended;
import conclave.exchange.result.NamesFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.node.Faces;
import conclave.node.RollOf;
import conclave.report.Roll;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Names opened with the meeting's key, in memory; whoever writes them anywhere seals them first. */
public final class Names {

    private static final String KEY = "key";

    private Names() {
    }

    public static boolean held(Path meeting) {
        return Files.isRegularFile(meeting.resolve(KEY));
    }

    /** @param meeting a server's folder of the meeting; a witness has no key, and after the purge nobody has */
    public static Roll open(Path meeting, Ended ended) throws IOException {
        try (var key = MeetingKey.open(meeting.resolve(KEY), ended.meeting())) {
            return RollOf.opened(new Faces(key.texts()), ended.end().walk().register());
        } catch (IOException | RuntimeException e) {
            throw new IOException("用这里的会议密钥打不开姓名：密钥已损坏，或不属于这份证据。请换一个持有密钥的节点的会议文件夹。"
                    + "The key here does not open the names: take the folder of another server that holds the key.", e);
        }
    }

    public static NamesFile file(Ended ended, Roll roll) {
        var register = ended.end().walk().register();
        return new NamesFile(ended.meeting(), roll.applicants().entrySet().stream().map(one -> {
            var it = one.getValue();
            return new NamesFile.Applicant(one.getKey().value(), register.applicants().get(one.getKey()).map(Item.Applicant::code).orElse(""), it.name(),
                    it.unit(), it.recommender(), it.currentTitle(), it.specialty(), it.rank(), it.route());
        }).toList(), roll.people().entrySet().stream()
                .map(one -> new NamesFile.Person(one.getKey().value(), one.getValue().name(), one.getValue().unit())).toList());
    }

    public static Roll roll(NamesFile names) throws IOException {
        var applicants = new TreeMap<ApplicantId, Roll.Applicant>();
        var people = new TreeMap<PersonId, Roll.Person>();
        try {
            for (var it : names.applicants()) {
                applicants.put(new ApplicantId(it.id()), new Roll.Applicant(it.name(), it.unit(), it.recommender(), it.currentTitle(), it.specialty(), it.rank(),
                        it.route()));
            }
            for (var it : names.people()) people.put(new PersonId(it.id()), new Roll.Person(it.name(), it.unit()));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a file of names", e);
        }
        return new Roll(applicants, people);
    }
}
