package conclave.appliance.plan;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFolder;
import conclave.exchange.Mishap;
import conclave.meeting.prepare.Finding;
import conclave.meeting.prepare.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The same meeting with its applicants in the rooms of a plan and its recusals: whole or not at all, and never over what is there. */
record NewFolder(Path meeting, Path target) {

    /** What is wrong with the place, before anything is computed. A meeting of the name NAME.part would be swept away for NAME. */
    Optional<Finding> refusal() throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) return Optional.of(Finding.of(Matter.PLACE_TAKEN).with("folder", target));
        var part = target.resolveSibling(target.getFileName() + ".part");
        if (Files.exists(part) && meeting.toRealPath().startsWith(part.toRealPath())) {
            return Optional.of(Finding.of(Matter.PLACE_TAKEN).with("folder", part));
        }
        if (existing(target.toAbsolutePath().normalize()).startsWith(meeting.toRealPath())) {
            return Optional.of(Finding.of(Matter.PLACE_INSIDE).with("folder", target));
        }
        return Optional.empty();
    }

    /** Where it will really lie: the nearest folder that is there, links followed. */
    private static Path existing(Path place) throws IOException {
        var at = place;
        while (!Files.exists(at)) at = at.getParent();
        return at.toRealPath();
    }

    Optional<Finding> write(Plan plan) {
        try (var stop = new Stop()) {
            return write(plan, stop);
        }
    }

    Optional<Finding> write(Plan plan, Stop stop) {
        try (var bag = new BagWriter(target)) {
            var file = plan.file();
            for (var applicant : file.applicants()) {
                for (var document : applicant.documents()) {
                    stop.check();
                    carry(document, file, bag);
                }
            }
            MeetingFolder.describe(regrouped(plan), bag);
            stop.check();
            bag.finish(LocalDate.now(), Map.of("Conclave-Format", MeetingFile.FORMAT, "Bag-Software-Agent", "conclave plan"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.of(Matter.NOT_WRITTEN).with("folder", target).with("why", Mishap.of(e).code()));
        }
    }

    private void carry(Document document, MeetingFile file, BagWriter bag) throws IOException {
        bag.carry(file.files().get(document.file()), meeting);
    }

    private static MeetingFile regrouped(Plan plan) {
        var file = plan.file();
        var rooms = plan.roomsOf();
        return new MeetingFile(file.meeting(), file.people(), file.applicants().stream().map(it -> in(rooms.get(it.code()), it)).toList(),
                file.sheet(), file.mode(), file.rules(), plan.recusals().lines(), file.files());
    }

    private static Applicant in(String room, Applicant a) {
        return new Applicant(a.code(), a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(),
                a.education(), a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), room, a.facts(), a.names(), a.given(),
                a.documents(), a.route());
    }
}
