package conclave.appliance.sample;

import conclave.appliance.sample.Career.Award;
import conclave.appliance.sample.Career.AwardKind;
import conclave.appliance.sample.Career.Degree;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Certificates as people scan them: diploma, title, awards, patents, yearly appraisal. Numbers on them are nobody's. */
final class Certificates {

    private static final Color RED = new Color(176, 32, 36);
    private static final Color GOLD = new Color(178, 140, 72);
    private static final Color INK = new Color(38, 38, 42);

    private final TypeCase types;
    private final Candidate applicant;
    private final Chance chance;

    Certificates(TypeCase types, Candidate applicant, Chance chance) {
        this.types = types;
        this.applicant = applicant;
        this.chance = chance;
    }

    ScannedPage diploma() throws IOException {
        try (var scan = landscape(GOLD)) {
            var school = applicant.person().education().split(" ");
            var degree = applicant.facts().degree();
            int year = applicant.person().birth().getYear() + graduation(degree);
            var graduate = degree == Degree.MASTER || degree == Degree.DOCTOR;
            heading(scan, graduate ? Spelling.education(degree).substring(0, 2) + "研究生毕业证书" : "毕 业 证 书");
            portrait(scan, 110, 250);
            var text = (graduate ? "研究生 " : "学生 ") + applicant.person().name() + "，性别" + Spelling.sex(applicant.person().sex()) + "，" + Spelling.month(applicant.person().birth())
                    + "生，于" + Spelling.yearInCharacters(year - (degree == Degree.BACHELOR ? 4 : 3)) + "年九月至" + Spelling.yearInCharacters(year) + "年六月在本校 "
                    + school[1] + (graduate ? " 学习，修完研究生培养计划规定的全部课程，成绩合格，毕业论文答辩通过，准予毕业。"
                            : " 学习，修完教学计划规定的全部课程，成绩合格，准予毕业。");
            scan.paragraph(text, types.kai(), 31, 370, 1130, 300);
            sign(scan, school[0], "校（院）长：", Spelling.yearInCharacters(year) + "年六月三十日");
            scan.text("证书编号：" + chance.digits(5) + "样" + chance.digits(6), types.kai(), 20, 110, 760);
            return scan.page();
        }
    }

    /** The age at which one leaves school with a degree. */
    private static int graduation(Degree degree) {
        return switch (degree) {
            case COLLEGE -> 21;
            case BACHELOR -> 22;
            case MASTER -> 25;
            case DOCTOR -> 28;
        };
    }

    ScannedPage title() throws IOException {
        try (var scan = landscape(RED)) {
            heading(scan, "专业技术资格证书");
            portrait(scan, 110, 250);
            var lines = new String[] {"姓　　名：" + applicant.person().name(), "性　　别：" + Spelling.sex(applicant.person().sex()),
                    "专业名称：" + applicant.person().specialty(), "资格名称：" + applicant.person().currentTitle(),
                    "授予时间：" + Spelling.date(applicant.person().currentTitleDate()), "工作单位：" + applicant.person().unit()};
            double y = 270;
            for (var line : lines) {
                y = scan.paragraph(line, types.kai(), 29, 330, 1150, y);
            }
            sign(scan, "自治区工程技术人员资格评审委员会", "", Spelling.date(applicant.person().currentTitleDate()));
            return scan.page();
        }
    }

    ScannedPage award(Award award) throws IOException {
        return award.kind() == AwardKind.INVENTION || award.kind() == AwardKind.UTILITY_MODEL ? patent(award) : honour(award);
    }

    private ScannedPage honour(Award award) throws IOException {
        try (var scan = landscape(RED)) {
            scan.ink(RED);
            scan.centered("荣 誉 证 书", types.hei(), 74, 210);
            scan.ink(INK);
            scan.text(applicant.person().name() + " 同志：", types.kai(), 36, 130, 320);
            var province = award.kind() != AwardKind.DEPARTMENT_FIRST;
            scan.paragraph("你参与完成的“" + award.name() + "”成果，荣获" + award.year() + "年度" + (province ? "自治区科学技术进步奖" : "自治区行业优秀工程技术成果")
                    + Spelling.awardKind(award.kind()).substring(3) + "（第" + award.place() + "完成人）。特发此证，以资鼓励。", types.kai(), 34, 130, 1110, 390);
            scan.text("证书号：" + award.year() + "-J-" + chance.between(1, 3) + "-" + chance.digits(3) + "-R" + award.place(), types.kai(), 20, 130, 760);
            sign(scan, province ? "自治区科技成果奖励评审委员会" : "自治区工程技术行业协会", "", Spelling.yearInCharacters(award.year()) + "年十二月");
            return scan.page();
        }
    }

    private ScannedPage patent(Award award) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A5_SHORT, Scan.A4_SHORT, true)) {
            border(scan, GOLD);
            scan.ink(INK);
            var kind = award.kind() == AwardKind.INVENTION ? "发明" : "实用新型";
            scan.text("证书号第" + chance.digits(7) + "号", types.kai(), 20, 90, 120);
            scan.centered(kind + "专利证书", types.hei(), 54, 260);
            var number = award.year() - 1 + " " + (award.kind() == AwardKind.INVENTION ? "1" : "2") + " 0" + chance.digits(6) + "." + chance.between(0, 9);
            double y = 380;
            for (var line : new String[] {kind + "名称：" + award.name(), (award.kind() == AwardKind.INVENTION ? "发 明 人：" : "设 计 人：") + inventors(award),
                    "专 利 号：ZL " + number, "申 请 日：" + (award.year() - 1) + "年" + chance.between(1, 12) + "月" + chance.between(1, 28) + "日",
                    "专利权人：" + applicant.person().unit(), "授权公告日：" + award.year() + "年" + chance.between(1, 12) + "月" + chance.between(1, 28) + "日"}) {
                y = scan.paragraph(line, types.kai(), 25, 60, 790, y) + 12;
            }
            scan.paragraph("本" + kind + "经过审查，授予专利权，颁发本证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。", types.kai(), 23, 110, 780, y + 30);
            scan.seal("专利证书样例", 620, 1040, 92);
            return scan.page();
        }
    }

    private String inventors(Award award) {
        var others = chance.some(List.of("高志远", "艾尔肯·依明", "刘雪莲", "马文秀"), 3);
        var names = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            if (i > 1) names.append("；");
            names.append(i == award.place() ? applicant.person().name() : others.get(i - 1));
        }
        return names.toString();
    }

    /** 年度考核登记表, in grey, with handwriting's typeface for what was filled in. */
    ScannedPage appraisal(int year, String grade) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A4_SHORT, Scan.A4_LONG, true)) {
            scan.centered("事业单位工作人员年度考核登记表", types.hei(), 42, 170);
            scan.centered("（" + year + "年度）", types.kai(), 28, 225);
            var rows = new String[][] {{"姓　名", applicant.person().name()}, {"单　位", applicant.person().unit()}, {"职　务", applicant.person().currentTitle()},
                    {"从事工作", applicant.person().specialty() + "技术工作"}};
            double y = 270;
            for (var row : rows) {
                scan.frame(110, y, 220, 66, 2);
                scan.frame(330, y, 800, 66, 2);
                scan.text(row[0], types.hei(), 26, 150, y + 43);
                scan.text(row[1], types.kai(), 27, 350, y + 43);
                y += 66;
            }
            y = block(scan, y, 520, "本人总结", "一年来，本人认真学习政治理论和专业知识，严格遵守各项规章制度，按时保质完成所承担的项目任务。在工作中注重理论联系实际，"
                    + "积极解决现场技术难题，主动承担急难任务，与各族同事团结协作，较好地履行了岗位职责。存在的不足是对新技术的学习还不够深入，今后将加以改进。");
            y = block(scan, y, 250, "主管领导评鉴意见", "该同志工作认真负责，业务熟练，团结同志，全年任务完成情况良好。建议考核等次：" + grade + "。");
            block(scan, y, 270, "单位考核意见", "经单位考核委员会研究，确定该同志" + year + "年度考核等次为：" + grade + "。");
            scan.text(year + 1 + "年1月" + chance.between(8, 25) + "日", types.kai(), 25, 800, y + 235);
            scan.seal(applicant.person().unit(), 930, y + 175, 118);
            return scan.page();
        }
    }

    private double block(Scan scan, double y, double height, String label, String text) {
        scan.frame(110, y, 220, height, 2);
        scan.frame(330, y, 800, height, 2);
        double line = y + height / 2 - (label.length() > 4 ? 20 : 0);
        for (int i = 0; i < label.length(); i += 4) {
            scan.text(label.substring(i, Math.min(i + 4, label.length())), types.hei(), 26, 165, line + i * 10);
        }
        scan.paragraph(text, types.kai(), 27, 350, 1110, y + 52);
        return y + height;
    }

    private Scan landscape(Color border) {
        var scan = new Scan(types, chance, Scan.A4_SHORT, Scan.A5_SHORT, true);
        border(scan, border);
        return scan;
    }

    private static void border(Scan scan, Color colour) {
        scan.ink(colour);
        scan.frame(36, 36, scan.width() - 72, scan.height() - 72, 9);
        scan.frame(52, 52, scan.width() - 104, scan.height() - 104, 2.5);
        scan.ink(INK);
    }

    private void heading(Scan scan, String text) {
        scan.centered(text, types.hei(), 52, 165);
    }

    /** Where a photograph was: a frame and the outline of a head, nobody's. */
    private static void portrait(Scan scan, double x, double y) {
        scan.ink(new Color(176, 190, 206));
        scan.fill(x, y, 180, 250);
        scan.ink(new Color(120, 130, 144));
        scan.disc(x + 90, y + 95, 42, 50);
        scan.disc(x + 90, y + 225, 72, 72);
        scan.ink(new Color(248, 245, 236));
        scan.fill(x - 2, y + 250, 184, 50);
        scan.ink(INK);
        scan.frame(x, y, 180, 250, 1.5);
    }

    private void sign(Scan scan, String owner, String signer, String date) {
        double size = 26;
        double centre = scan.width() - 330;
        scan.text(owner, types.kai(), size, centre - types.width(owner, types.kai()) * size / 2, 690);
        scan.text(date, types.kai(), size, centre - types.width(date, types.kai()) * size / 2, 740);
        if (!signer.isEmpty()) scan.text(signer, types.kai(), size, 480, 690);
        scan.seal(owner, centre, 690, 98);
    }
}
