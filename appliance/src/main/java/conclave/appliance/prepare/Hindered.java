package conclave.appliance.prepare;

import conclave.exchange.Mishap;
import conclave.exchange.parcel.Complaint;
import conclave.exchange.parcel.Packing;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the way of preparing, where it is the machine and not the package; what is done stays, and is said to. */
final class Hindered {

    private static final Set<String> DISKS = Set.of("import.space", "import.unreadable");

    private Hindered() {
    }

    static Complaint by(IOException reason) {
        var complaint = Packing.complaint(reason);
        if (!DISKS.contains(complaint.code())) return complaint;
        var facts = new TreeMap<String, String>();
        facts.put("reason", Mishap.of(reason).code());
        boolean full = complaint.code().equals("import.space");
        return full ? new Complaint("prepare.space", "磁盘空间不足，已停止；已备好的都保留。请清理磁盘，或把工作文件夹移到更大的磁盘，再执行一次。",
                "The disk is full. What is prepared stays: make room, or move the work folder to a larger disk, then run it again.", facts, List.of())
                : new Complaint("prepare.unreadable", "读写文件时出错，已停止；已备好的都保留。请检查磁盘、共享盘和介质：" + Mishap.of(reason).chinese(),
                "Reading or writing failed. What is prepared stays: check the disk, the share and the stick: " + Mishap.of(reason).english(), facts, List.of());
    }

    static Complaint spoiled(int files) {
        var facts = new TreeMap<String, String>();
        facts.put("files", Integer.toString(files));
        return new Complaint("prepare.spoiled", "有备好的页面在磁盘上损坏，没有制成数据包；损坏的已清除。请检查磁盘，再执行一次，只重做损坏的。",
                "Some of what was prepared was damaged on the disk and is removed; no package was made. Check the disk and run it again: only that is made anew.", facts, List.of());
    }
}
