package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.exchange.PayloadFile;
import conclave.exchange.StatedFacts;
import conclave.meeting.event.Facts;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.DocumentId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Sheet;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** 申报表: somebody's form and files as an item of the record, names sealed and project names made into marks. */
final class Form {

    private final Faces faces;
    private final Stamp stamp;
    private final Sheet sheet;
    private final LocalDate opens;

    Form(Faces faces, Stamp stamp, Sheet sheet, LocalDate opens) {
        this.faces = faces;
        this.stamp = stamp;
        this.sheet = sheet;
        this.opens = opens;
    }

    /** Where they stand in the record. */
    record Place(ApplicantId id, RoomId room, int order) {
    }

    /** @param held documents that are in the record already; a file that stays keeps its name there */
    Item.Applicant item(MeetingFile.Applicant a, SortedMap<String, PayloadFile> files, Place place, List<Item.Document> held) {
        var left = new ArrayList<>(held);
        return new Item.Applicant(place.id(), a.code(), place.room(), place.order(), a.specialty(), faces.seal(place.id(), application(a)), hidden(a),
                a.given(), a.documents().stream().map(document -> document(document, files, left)).toList());
    }

    Facts hidden(MeetingFile.Applicant a) {
        return new Keys(stamp, sheet).hidden(a.facts());
    }

    private Item.Document document(MeetingFile.Document document, SortedMap<String, PayloadFile> files, List<Item.Document> held) {
        var same = held.stream().filter(one -> same(one, document, files)).findFirst();
        same.ifPresent(held::remove);
        if (same.isPresent()) return same.get();
        var id = new DocumentId("doc_" + RandomIds.next());
        var kept = Optional.ofNullable(files.get(document.file())).orElseThrow();
        return new Item.Document(id, kept.sha256(), kept.bytes(), document.pages(), kind(document), faces.sealTitle(id, document.title()));
    }

    boolean same(Item.Document one, MeetingFile.Document document, SortedMap<String, PayloadFile> files) {
        return one.sha256().equals(files.get(document.file()).sha256()) && one.pages() == document.pages() && one.kind().equals(kind(document))
                && faces.title(one).equals(document.title());
    }

    private static String kind(MeetingFile.Document document) {
        return document.kind().name().toLowerCase(Locale.ROOT);
    }

    Application application(MeetingFile.Applicant a) {
        return new Application(new StatedFacts(sheet, opens).of(a), a.names());
    }
}
