package conclave.appliance.sample;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scanned pages that prove a project and name nobody: contracts, acceptance reports, test sheets, drawings. Made once for each
 * trade and shared by its dossiers, because drawing and encoding a page costs more than everything else together.
 */
final class ProofPool {

    private static final Color INK = new Color(38, 38, 42);

    private record Test(String what, String wanted, int least, int most) {
    }

    private static final List<Test> TESTS = List.of(new Test("混凝土抗压强度(MPa)", "≥30", 31, 42), new Test("压实度(%)", "≥96", 96, 99),
            new Test("含水率(%)", "≤12", 7, 12), new Test("平整度(mm)", "≤5", 1, 5), new Test("保护层厚度(mm)", "≥25", 26, 34),
            new Test("轴线偏位(mm)", "≤10", 1, 10), new Test("绝缘电阻(MΩ)", "≥100", 180, 950), new Test("接地电阻(Ω)", "≤4", 1, 4),
            new Test("伸长率(%)", "≥16", 17, 26));

    private final List<ScannedPage> pages;

    private ProofPool(List<ScannedPage> pages) {
        this.pages = List.copyOf(pages);
    }

    static ProofPool make(Trade trade, int count, long seed, TypeCase types) throws IOException {
        var pages = new ArrayList<ScannedPage>();
        for (int i = 0; i < count; i++) {
            var chance = Chance.of(seed, "proof " + trade.name() + " " + i);
            pages.add(switch (i % 4) {
                case 0 -> acceptance(trade, chance, types);
                case 1 -> testSheet(trade, chance, types);
                case 2 -> drawing(trade, chance, types);
                default -> contract(trade, chance, types);
            });
        }
        return new ProofPool(pages);
    }

    List<ScannedPage> some(Chance chance, int count) {
        var chosen = new ArrayList<ScannedPage>();
        int at = chance.between(0, pages.size() - 1);
        for (int i = 0; i < count; i++) chosen.add(pages.get((at + i) % pages.size()));
        return chosen;
    }

    private static ScannedPage acceptance(Trade trade, Chance chance, TypeCase types) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A4_SHORT, Scan.A4_LONG, true)) {
            var region = Trade.Region.any(chance);
            var unit = trade.unit(chance, region);
            scan.centered("工程竣工验收鉴定书", types.hei(), 46, 190);
            double y = 280;
            y = scan.paragraph("项目名称：" + trade.project("prefecture", chance, region), types.kai(), 28, 90, 1130, y);
            y = scan.paragraph("建设单位：" + unit, types.kai(), 28, 90, 1130, y);
            y = scan.paragraph("验收主持单位：" + region.place() + trade.name() + "建设领导小组办公室", types.kai(), 28, 90, 1130, y) + 20;
            for (var line : chance.some(trade.lines("work"), 3)) {
                y = scan.paragraph(trade.fill(line, chance, region).replace("本人", "项目部"), types.kai(), 27, 120, 1120, y) + 6;
            }
            scan.paragraph("验收结论：工程已按批准的设计内容建成，质量合格，投资控制合理，资料齐全，同意通过竣工验收，交付使用。", types.hei(), 27, 120, 1120, y + 10);
            scan.text(unit, types.kai(), 27, 1130 - types.width(unit, types.kai()) * 27, 1500);
            scan.text("20" + chance.between(16, 24) + "年" + chance.between(8, 11) + "月" + chance.between(2, 27) + "日", types.kai(), 27, 850, 1550);
            scan.seal(unit, 930, 1490, 122);
            return scan.page();
        }
    }

    private static ScannedPage testSheet(Trade trade, Chance chance, TypeCase types) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A4_SHORT, Scan.A4_LONG, false)) {
            scan.centered("检 测 试 验 报 告", types.hei(), 44, 170);
            scan.text("报告编号：SY-20" + chance.between(16, 24) + "-" + chance.digits(4), types.kai(), 24, 90, 235);
            scan.text("专业：" + trade.name(), types.kai(), 24, 830, 235);
            var heads = new String[] {"序号", "检测项目", "技术要求", "实测值", "单项判定"};
            var columns = new double[] {80, 180, 480, 720, 940, 1160};
            for (int row = 0; row <= 22; row++) {
                double y = 270 + row * 54;
                var item = chance.oneOf(TESTS);
                for (int c = 0; c < 5; c++) {
                    scan.frame(columns[c], y, columns[c + 1] - columns[c], 54, 1.6);
                    var text = row == 0 ? heads[c] : switch (c) {
                        case 0 -> Integer.toString(row);
                        case 1 -> item.what();
                        case 2 -> item.wanted();
                        case 3 -> Integer.toString(chance.between(item.least(), item.most()));
                        default -> "合格";
                    };
                    scan.text(text, row == 0 ? types.hei() : types.kai(), 25, columns[c] + 16, y + 36);
                }
            }
            scan.text("检测：　　　　　　　校核：　　　　　　　批准：", types.kai(), 25, 100, 1580);
            return scan.page();
        }
    }

    private static ScannedPage contract(Trade trade, Chance chance, TypeCase types) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A4_SHORT, Scan.A4_LONG, false)) {
            scan.text("合同编号：XJ-20" + chance.between(21, 24) + "-" + chance.digits(3), types.kai(), 24, 820, 130);
            scan.centered("技术服务合同书", types.hei(), 46, 230);
            double y = 330;
            var region = Trade.Region.any(chance);
            for (var line : List.of("甲方（委托方）：" + trade.unit(chance, region), "乙方（受托方）：" + trade.unit(chance, Trade.Region.any(chance)),
                    "根据《中华人民共和国民法典》及有关规定，双方就“" + trade.project("provincial", chance, region) + "”的技术工作经协商一致，订立本合同。",
                    "第一条　工作内容：现场调查、资料分析、方案比选、专题研究及成果报告编制，并提供施工期技术服务。",
                    "第二条　工作期限：自合同签订之日起 " + chance.between(6, 24) + " 个月内完成全部工作，并通过委托方组织的验收。",
                    "第三条　合同价款：人民币 " + chance.between(28, 360) + " 万元整，按合同签订、中期检查、成果验收三个阶段支付。",
                    "第四条　成果要求：提交研究报告一式八份，附计算书、试验记录和电子文档，成果应符合国家及行业现行标准。",
                    "第五条　成果归属：双方共同享有本项目形成的知识产权，未经对方书面同意不得向第三方转让。",
                    "第六条　违约责任：任何一方不履行合同义务的，应承担继续履行、采取补救措施或者赔偿损失等违约责任。",
                    "第七条　争议解决：双方协商解决；协商不成的，向项目所在地人民法院提起诉讼。")) {
                y = scan.paragraph(line, types.kai(), 27, 110, 1130, y) + 8;
            }
            scan.text("甲方（盖章）：　　　　　　　　　　　　乙方（盖章）：", types.kai(), 27, 130, 1520);
            scan.text("签订日期：　　年　　月　　日", types.kai(), 27, 130, 1590);
            return scan.page();
        }
    }

    private static ScannedPage drawing(Trade trade, Chance chance, TypeCase types) throws IOException {
        try (var scan = new Scan(types, chance, Scan.A4_LONG, Scan.A4_SHORT, false)) {
            scan.frame(60, 50, 1634, 1140, 4);
            scan.ink(new Color(70, 70, 76));
            double x = 200;
            double y = 620;
            for (int i = 0; i < 26; i++) {
                double nextY = y + chance.between(-60, 60);
                scan.line(x, y, x + 48, nextY, 2.4);
                scan.line(x, y + 120, x + 48, nextY + 120, 1.2);
                if (i % 3 == 0) dimension(scan, types, x, y, chance);
                x += 48;
                y = nextY;
            }
            for (int i = 0; i < 9; i++) scan.circle(260 + i * 150, 960, chance.between(16, 34), 1.8);
            for (int i = 0; i < 12; i++) scan.line(220, 880 + i * 16, 1480, 880 + i * 16, 0.7);
            scan.ink(INK);
            scan.text("结构布置及纵断面图　1:" + chance.between(2, 10) * 100, types.hei(), 34, 640, 140);
            var region = Trade.Region.any(chance);
            titleBlock(scan, types, trade.unit(chance, region), trade.project("county", chance, region), chance);
            return scan.page();
        }
    }

    private static void dimension(Scan scan, TypeCase types, double x, double y, Chance chance) {
        scan.line(x, y - 90, x, y - 10, 1);
        scan.line(x - 8, y - 82, x + 8, y - 98, 1.4);
        scan.text(chance.between(1, 9) + "." + chance.digits(3), types.kai(), 19, x + 6, y - 60);
    }

    private static void titleBlock(Scan scan, TypeCase types, String unit, String project, Chance chance) {
        scan.frame(1094, 1060, 600, 130, 2.5);
        scan.line(1094, 1103, 1694, 1103, 1.5);
        scan.line(1094, 1146, 1694, 1146, 1.5);
        scan.text(unit, types.hei(), 22, 1110, 1091);
        scan.text(project, types.kai(), 20, 1110, 1133);
        scan.text("设计　　　校核　　　审定　　　图号 S-" + chance.between(1, 40), types.kai(), 20, 1110, 1177);
    }
}
