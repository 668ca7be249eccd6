package conclave.appliance.sample;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Makes the documents of one applicant after another and puts them into the bag. A dossier has three to thirty pages: the form,
 * certificates, then report, paper and proofs as far as there is room.
 */
final class Dossiers {

    /** Pages wanted, by turns; the average of about nine is what a reviewer gets through. */
    private static final int[] WANTED = {12, 8, 4, 10, 7, 14, 5, 9, 3, 8, 26, 6};
    /** Room in the file numbers, so that an applicant's numbers are known before the documents are made. */
    static final int NUMBERS_EACH = 10;

    private final SampleOptions options;
    private final TypeCase types;
    private final BagWriter bag;

    Dossiers(SampleOptions options, TypeCase types, BagWriter bag) {
        this.options = options;
        this.types = types;
        this.bag = bag;
    }

    /** What has been put: the documents in the order of the form, and their size together. */
    record Made(List<Document> documents, long bytes) {
    }

    Made make(int index, Candidate applicant, Trade trade, ProofPool proofs) throws IOException {
        return new Dossier(index, applicant, trade, proofs).make();
    }

    private final class Dossier {
        private final Candidate applicant;
        private final Trade trade;
        private final ProofPool proofs;
        private final Chance chance;
        private final int wanted;
        private final int year = options.startDate().getYear();
        private final List<Document> documents = new ArrayList<>();
        private int number;
        private int pages;
        private long bytes;

        Dossier(int index, Candidate applicant, Trade trade, ProofPool proofs) {
            this.applicant = applicant;
            this.trade = trade;
            this.proofs = proofs;
            this.chance = Chance.of(options.seed(), "dossier " + index);
            this.wanted = WANTED[index % WANTED.length];
            this.number = index * NUMBERS_EACH;
        }

        Made make() throws IOException {
            put("专业技术职务任职资格评审表", DocumentKind.FORM,
                    new DeclarationForm(applicant, chance, year).render(types, wanted > 7, identifier()));
            certificates();
            if (left() >= 2) put("专业技术工作总结", DocumentKind.PROJECT,
                    new WorkReport(applicant, trade, chance).render(types, Math.min(left(), 4), year, identifier()));
            if (left() >= 2) paper();
            if (left() >= 1) awards();
            if (left() >= 1) appraisals();
            if (left() >= 1) proofs();
            return new Made(documents, bytes);
        }

        private int left() {
            return wanted - pages;
        }

        private void certificates() throws IOException {
            var certificates = new Certificates(types, applicant, chance);
            var scans = new ArrayList<>(List.of(certificates.diploma()));
            if (left() >= 2) scans.add(certificates.title());
            put("学历证书、专业技术资格证书", DocumentKind.CERTIFICATE, scanned(scans));
        }

        private void paper() throws IOException {
            var papers = applicant.facts().papers();
            if (papers.isEmpty()) return;
            var paper = papers.getFirst();
            put("代表性论文：" + paper.title(), DocumentKind.PAPER,
                    new PublishedPaper(applicant, paper, trade, chance).render(types, Math.min(left(), chance.between(2, 4)), identifier()));
        }

        private void awards() throws IOException {
            var certificates = new Certificates(types, applicant, chance);
            var scans = new ArrayList<ScannedPage>();
            for (var award : applicant.facts().awards()) {
                if (scans.size() < Math.min(left(), 4)) scans.add(certificates.award(award));
            }
            if (!scans.isEmpty()) put("获奖证书、专利证书", DocumentKind.AWARD, scanned(scans));
        }

        private void appraisals() throws IOException {
            var certificates = new Certificates(types, applicant, chance);
            var scans = new ArrayList<ScannedPage>();
            for (var appraisal : applicant.facts().appraisals().reversed()) {
                if (scans.size() < Math.min(left(), 1)) scans.add(certificates.appraisal(appraisal.year(), Spelling.grade(appraisal.grade())));
            }
            put("年度考核登记表", DocumentKind.CERTIFICATE, scanned(scans));
        }

        private void proofs() throws IOException {
            for (var project : applicant.facts().projects()) {
                if (left() < 1 || documents.size() == NUMBERS_EACH) return;
                put("业绩证明材料：" + project.name(), DocumentKind.PROJECT,
                        scanned(proofs.some(chance, Math.min(left(), chance.between(3, 6)))));
            }
        }

        private Rendered scanned(List<ScannedPage> scans) throws IOException {
            return pdf(scans, identifier());
        }

        private long identifier() {
            return options.seed() * 1_000_003 + number + 1;
        }

        private void put(String title, DocumentKind kind, Rendered rendered) throws IOException {
            number++;
            var file = bag.put(String.format(Locale.ROOT, "data/documents/%06d.pdf", number), rendered.bytes());
            documents.add(new Document(file.path(), title, kind, rendered.pages()));
            pages += rendered.pages();
            bytes += file.bytes();
        }
    }

    /** One image a page, as an office scanner makes it. */
    static Rendered pdf(List<ScannedPage> scans, long identifier) throws IOException {
        try (var document = new PDDocument()) {
            for (var scan : scans) {
                var image = new PDImageXObject(document, new ByteArrayInputStream(scan.jpeg()), COSName.DCT_DECODE, scan.width(),
                        scan.height(), 8, scan.colour() ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE);
                float scale = 72f / Scan.DPI;
                var page = new PDPage(new PDRectangle(image.getWidth() * scale, image.getHeight() * scale));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                }
            }
            return new Rendered(Galley.save(document, identifier), scans.size());
        }
    }
}
