package conclave.web;

import conclave.meeting.event.Item;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Screeners;
import java.util.Locale;
import java.util.Map;

/** What somebody is told a document is called. Offices write names into titles, and a secretary in a hurry does so, too. */
final class DocumentTitle {

    private DocumentTitle() {
    }

    /** Of an open document: the secretariat reads what was written; to all others a title that says whose it is becomes its kind in words. */
    static String read(Visitor visitor, Item.Applicant applicant, Item.Document document, Words words) {
        if (visitor.rights().secretariat(applicant.id())) return visitor.hall().faces().title(document);
        return visitor.hall().titles().forExperts(visitor.register(), applicant, document).orElseGet(() -> kind(document, words));
    }

    /** Of what is changed or shall be, for those in charge of a room: to one who judges nobody has answered for a file that never was open. */
    static String changed(Visitor visitor, Item.Applicant applicant, Item.Document document, Words words) {
        if (!Screeners.judges(visitor.register(), visitor.id())) return visitor.hall().faces().title(document);
        return wasOpen(visitor, applicant, document) ? read(visitor, applicant, document, words) : kind(document, words);
    }

    static boolean wasOpen(Visitor visitor, Item.Applicant applicant, Item.Document document) {
        return !Clearance.required(visitor.register()) || visitor.rights().secretariat(applicant.id())
                || visitor.meeting().clearance().of(applicant.id(), document).releases() > 0;
    }

    private static String kind(Item.Document document, Words words) {
        return words.say("amendments.kind." + document.kind().toLowerCase(Locale.ROOT), Map.of());
    }
}
