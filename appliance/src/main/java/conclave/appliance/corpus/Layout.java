package conclave.appliance.corpus;

import static conclave.appliance.corpus.Piece.certificate;
import static conclave.appliance.corpus.Piece.idNumber;
import static conclave.appliance.corpus.Piece.mail;
import static conclave.appliance.corpus.Piece.nameOf;
import static conclave.appliance.corpus.Piece.phone;
import static conclave.appliance.corpus.Piece.plain;
import static conclave.appliance.corpus.Piece.unit;

import conclave.appliance.sample.Face;
import conclave.appliance.sample.TypeCase;
import java.awt.Color;
import java.util.List;

/** The kinds of pages that applicants hand in, and how many people stand on each. */
enum Layout {
    CERTIFICATE(1, false), FORM(1, true), LETTER(1, true), LIST(6, true);

    private static final Color RED = new Color(176, 32, 36);
    private static final double LEFT = 170;
    private static final double RIGHT = Sheet.SHORT - 170.0;

    final int people;
    private final boolean upright;

    Layout(int people, boolean upright) {
        this.people = people;
        this.upright = upright;
    }

    Sheet print(TypeCase types, List<Identity> people, boolean regular) {
        var sheet = new Sheet(types, upright);
        var face = regular ? types.kai() : types.hei();
        switch (this) {
            case CERTIFICATE -> certificatePage(sheet, types, face, people.getFirst());
            case FORM -> form(sheet, types, face, people.getFirst());
            case LETTER -> letter(sheet, types, face, people.getFirst());
            case LIST -> list(sheet, types, face, people);
        }
        return sheet;
    }

    private static void certificatePage(Sheet sheet, TypeCase types, Face face, Identity who) {
        sheet.frame(60, 60, sheet.width() - 120.0, sheet.height() - 120.0, 9, RED);
        sheet.heading("专业技术资格证书", types.hei(), 92, 280);
        double y = 430;
        y = sheet.line(face, 44, 520, y, plain("姓　　名："), nameOf(who));
        y = sheet.line(face, 44, 520, y, plain("工作单位："), unit(who));
        y = sheet.line(face, 44, 520, y, plain("证件号码："), idNumber(who));
        y = sheet.line(face, 44, 520, y, plain("资格名称：高级工程师"));
        y = sheet.line(face, 44, 520, y, plain("证书编号："), certificate(who));
        sheet.paragraph(face, 40, 300, sheet.width() - 300.0, 80, y + 90, plain("兹证明上述人员经评审委员会评审通过，具备相应专业技术资格。本证书由发证机关统一印制，涂改无效。"));
        sheet.line(face, 38, 1500, 1400, plain("发证机关（盖章）"));
    }

    private static void form(Sheet sheet, TypeCase types, Face face, Identity who) {
        sheet.heading("专业技术人员基本情况登记表", types.hei(), 58, 260);
        Piece[] labels = {plain("姓　名"), plain("工作单位"), plain("身份证号"), plain("联系电话"), plain("电子邮箱"), plain("证书编号")};
        Piece[] values = {nameOf(who), unit(who), idNumber(who), phone(who), mail(who), certificate(who)};
        double y = 340;
        for (int i = 0; i < labels.length; i++, y += 92) {
            sheet.cell(LEFT, y, 270, 92, types.hei(), 33, labels[i]);
            sheet.cell(LEFT + 270, y, RIGHT - LEFT - 270, 92, face, 34, values[i]);
        }
        sheet.frame(LEFT, y, RIGHT - LEFT, 620, 2, new Color(34, 34, 38));
        double line = sheet.line(types.hei(), 33, LEFT + 20, y + 60, plain("主要工作经历和业绩"));
        sheet.paragraph(face, 33, LEFT + 20, RIGHT - 20, 66, line, plain("任现职以来，认真履行岗位职责，主持完成大型灌区续建配套与节水改造工程的设计和现场技术服务，解决了渠道防渗和冻胀破坏等难题。"
                + "先后承担科研课题三项，形成技术标准两项，在生产实践中得到推广应用，取得了良好的经济效益和社会效益。"));
    }

    private static void letter(Sheet sheet, TypeCase types, Face face, Identity who) {
        sheet.heading("推 荐 意 见", types.hei(), 62, 270);
        double y = sheet.line(face, 34, LEFT, 400, plain("评审委员会："));
        y = sheet.paragraph(face, 34, LEFT, RIGHT, 68, y, plain("现推荐"), nameOf(who), plain("同志申报高级工程师任职资格。该同志长期在"), unit(who),
                plain("从事一线技术工作，工作踏实，业务熟练，身份证号为"), idNumber(who), plain("，已按规定完成继续教育学时。"));
        y = sheet.paragraph(face, 34, LEFT, RIGHT, 68, y, plain("近五年来，"), nameOf(who), plain("同志参加了多项重点工程建设，在施工组织、质量控制和安全管理方面提出了切实可行的办法，"
                + "得到建设单位和监理单位的一致好评，其成果获得自治区优秀工程奖，证书编号"), certificate(who), plain("。"));
        y = sheet.paragraph(face, 34, LEFT, RIGHT, 68, y, plain("经本单位考核和公示，没有收到不同意见，材料真实、完整，同意推荐。"));
        y = sheet.line(face, 34, LEFT + 68, y + 60, plain("联系电话："), phone(who));
        sheet.line(face, 34, LEFT + 68, y, plain("电子邮箱："), mail(who));
        sheet.line(face, 34, 1050, y + 220, plain("推荐单位（盖章）"));
    }

    private static void list(Sheet sheet, TypeCase types, Face face, List<Identity> people) {
        sheet.heading("项目主要完成人名单", types.hei(), 58, 250);
        double y = 330;
        for (var who : people) {
            double half = (RIGHT - LEFT) / 2;
            sheet.cell(LEFT, y, half, 78, face, 30, plain("姓名："), nameOf(who));
            sheet.cell(LEFT + half, y, half, 78, face, 30, plain("手机："), phone(who));
            sheet.cell(LEFT, y + 78, RIGHT - LEFT, 78, face, 30, plain("单位："), unit(who));
            sheet.cell(LEFT, y + 156, RIGHT - LEFT, 78, face, 30, plain("公民身份号码："), idNumber(who));
            y += 264;
        }
    }
}
