package conclave.appliance.pack;

import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.exchange.parcel.Journal.Prepared;
import java.util.ArrayList;
import java.util.List;

/** What a venue has taken over of the pages that an office had prepared, and why it makes others anew. */
final class PreparedTaken {

    private PreparedTaken() {
    }

    static List<String> lines(Prepared prepared) {
        var lines = new ArrayList<String>();
        if (prepared.files() > 0) {
            lines.add("✓ 会前备好的 " + prepared.files() + " 份材料、" + prepared.pages() + " 页已采用。Prepared pages were taken over: " + prepared.files() + " documents, " + prepared.pages() + " pages.");
        }
        prepared.aside().forEach((why, files) -> lines.add(line(why, files)));
        return lines;
    }

    private static String line(String why, int files) {
        var begin = "! 会前备好的材料有 " + files + " 份没有采用，由会场重做：";
        var english = files + " prepared documents are made anew at the venue: ";
        return switch (why) {
            case "DAMAGED" -> begin + "文件已损坏。" + english + "damaged. (prepared.damaged)";
            case "OTHER_MEETING" -> begin + "与本次会议的清单或筛查要求不符。" + english + "they do not fit the meeting's list or its screening. (prepared.other-meeting)";
            case "OTHER_PRINT" -> begin + "与会场已有的打印稿不同。" + english + "another print is shown there. (prepared.other-print)";
            default -> begin + "由其他版本的程序制作。" + english + "another version made them. (prepared.other-version)";
        };
    }

    static Json json(Prepared prepared) {
        return new JsonFields().put("files", prepared.files()).put("pages", prepared.pages())
                .list("aside", List.copyOf(prepared.aside().entrySet()), one -> new JsonFields().put("why", one.getKey()).put("files", one.getValue()).end()).end();
    }
}
