package conclave.audit;

/** What may be wrong with a record, and the sentence about it for whoever has to judge. */
public enum Matter {

    EVIDENCE_ABSENT(Weight.BREAKS, "文件夹中没有证据文件 {file}。", "There is no evidence: {file} is missing."),
    UNREADABLE(Weight.BREAKS, "文件 {file} 无法读取。", "{file} cannot be read."),
    UNFINISHED(Weight.BREAKS, "文件 {file} 的最后一行不完整：被截断，或在写入时复制。", "The last line of {file} has no end: it was cut, or copied while being written."),
    TOO_LONG(Weight.BREAKS, "文件 {file} 第{line}行过长，不是本系统所写。", "Line {line} of {file} is too long to be ours."),

    LINE_MALFORMED(Weight.BREAKS, "证据第{line}行不是规定的格式，已被改动。", "Line {line} of the evidence is not in its one form: it was changed."),
    LINE_NUMBER(Weight.BREAKS, "证据第{line}行的序号为{found}：有行被删除、插入或调换。", "Line {line} of the evidence bears number {found}: lines were removed, inserted or moved."),
    LINE_UNCHAINED(Weight.BREAKS, "证据第{line}行与上一行不衔接：上一行已被改动，或有行被删除、插入、调换。",
            "Line {line} of the evidence does not follow from the one before: that was changed, or lines were removed, inserted or moved."),
    FIRST_UNCHAINED(Weight.BREAKS, "证据第1行不是会议 {meeting} 的开头。", "Line 1 of the evidence does not begin the meeting {meeting}."),

    SIGNED_MALFORMED(Weight.BREAKS, "文件 {file} 第{line}行不是规定的格式。", "Line {line} of {file} is not in its one form."),
    SIGNER_UNKNOWN(Weight.BREAKS, "{source} 的签名者 {key} 不在节点名单中。节点更换过的，请把更换前的集群文件也一并给出。",
            "{source} is signed by {key}, who is none of the nodes. Where one was replaced, give the cluster file from before as well."),
    SIGNATURE_WRONG(Weight.BREAKS, "{source} 的签名不是节点 {node} 所签。", "The signature of {source} is not that of the node {node}."),
    OTHER_MEETING(Weight.BREAKS, "{source} 属于另一会议 {meeting}。", "{source} is about another meeting, {meeting}."),
    ROOTS_UNORDERED(Weight.BREAKS, "{source} 应从证据第{expected}行开始，实际为第{found}行。", "{source} should begin at line {expected} of the evidence, not {found}."),
    ROOT_DIFFERS(Weight.BREAKS, "节点 {node} 签名的证据第{first}至{last}行与现有各行不符（{source}）。",
            "Lines {first} to {last} of the evidence are not those that the node {node} signed for ({source})."),

    CUT_OFF(Weight.BREAKS, "节点 {node} 已为证据第{size}行签名（{source}），现有证据只有{lines}行：末尾被删去。",
            "The node {node} signed for line {size} ({source}); the evidence has only {lines} lines: its end was removed."),
    DIFFERS(Weight.BREAKS, "节点 {node} 签名时，证据第{size}行与现在不同（{source}）：第{after}行之后、第{size}行之前（含）有改动。",
            "The node {node} signed for another line {size} ({source}): something after line {after}, up to line {size}, was changed."),
    FORK_ONE(Weight.BREAKS, "节点 {node} 为两份不同的历史签了名：第{size}行有两个不同的链头（{one}，{other}）。此为对该节点的确证。",
            "The node {node} signed for two histories: two heads of line {size} ({one}, {other}). This convicts that node."),
    FORK_TWO(Weight.BREAKS, "节点 {node} 与节点 {second} 的记录在第{size}行不同（{one}，{other}），其中必有一份不真实。",
            "The records of the nodes {node} and {second} differ at line {size} ({one}, {other}): one of them is not true."),
    FORK_UNPROVEN(Weight.NOTE, "{source} 不能证明任何节点有两份历史。", "{source} proves nothing against any node."),

    CONTINUED_ALONE(Weight.NOTE, "自第{line}行起由节点 {node} 单独保存（单机续会），由{persons}决定，原因：{reason}；当时持有证据{held}行。只有其他节点确认过的内容不在其中。",
            "From line {line} on the node {node} kept the record alone, decided by {persons}: {reason}. It held {held} lines then; what only the others had acknowledged is not in it."),
    ALONE_UNEXPLAINED(Weight.NOTE, "自第{line}行起由节点 {node} 单独保存（单机续会），但文件夹中没有摘要为 {decision} 的决定书；请向该节点索取 alone.jsonl。",
            "From line {line} on the node {node} kept the record alone; the decision {decision} is not in this folder: ask that node for its alone.jsonl."),
    ALONE_FALSE(Weight.BREAKS, "第{line}行所指的单机续会决定书不是节点 {node} 所签，或与证据不符。",
            "The decision to go on alone that line {line} names was not signed by the node {node}, or the evidence says otherwise."),

    RECEIPT_MALFORMED(Weight.BREAKS, "文件 {file} 不是回执。", "{file} is not a receipt."),
    RECEIPT_FALSE(Weight.BREAKS, "回执 {file} 是伪造的，或已被改动：签名不能证明其中的内容。", "The receipt {file} is forged or changed: its signature does not prove what it says."),
    RECEIPT_DIFFERS(Weight.BREAKS, "回执 {file} 所证明的第{line}行与证据第{line}行不同。", "Line {line} of the evidence is not the one that the receipt {file} proves."),

    SLIP_ABSENT(Weight.BREAKS, "回执短码 {slip} 在证据中找不到：请核对是否抄错；无误则该行已不在证据中。",
            "The slip {slip} is not in the evidence: look whether it was copied right; if so, its line is gone."),

    COMES_OTHERWISE(Weight.BREAKS, "证据第{line}行 {where} 记为 {said}，按规则重算应为 {comes}。",
            "Line {line} of the evidence says {said} at {where}; by the rules it comes to {comes}."),
    NOT_BY_THE_RULES(Weight.BREAKS, "证据第{line}行按规则不可能发生：{said}；重新裁定为 {comes}。",
            "Line {line} of the evidence cannot have come about by the rules: {said}; decided once more: {comes}."),
    NOT_RECOUNTED(Weight.NOTE, "会议按规则 {rules} 进行，本程序的规则为 {ours}：链与签名已核验，计票没有重算。",
            "The meeting was held by the rules {rules}; this program knows {ours}: chain and signatures were verified, nothing was recounted."),
    RULES_OTHER(Weight.BREAKS, "会议按规则 {rules} 进行，本程序的规则为 {ours}，不能重算；请用同一版本的程序核验。",
            "The meeting was held by the rules {rules}; this program knows {ours} and cannot recount it: use the version of then."),
    ROOTS_SHORT(Weight.BREAKS, "roots.jsonl 只签到第{last}行，证据有{lines}行：结果导出前或导出后少了签名。",
            "roots.jsonl ends at line {last}, the evidence has {lines}: signatures are missing."),
    FILE_ABSENT(Weight.BREAKS, "缺少文件 {file}。", "{file} is missing."),
    FILE_SURPLUS(Weight.BREAKS, "文件 {file} 不在清单中。", "{file} is in no manifest."),
    FILE_CHANGED(Weight.BREAKS, "文件 {file} 与清单中的摘要不符，已被改动。", "{file} is not the one in the manifest: it was changed."),
    MANIFEST_MALFORMED(Weight.BREAKS, "清单 {file} 第{line}行不是规定的格式。", "Line {line} of the manifest {file} is not in its one form."),
    RESULT_DIFFERS(Weight.BREAKS, "结果文件 {file} 第{line}行 {where} 为 {said}，由证据得出应为 {comes}。",
            "Line {line} of {file} says {said} at {where}; the evidence comes to {comes}."),
    RESULT_SURPLUS(Weight.BREAKS, "结果文件 {file} 第{line}行起是多出的；由证据只得出{lines}行。",
            "{file} has more than follows from the evidence, from line {line} on: there are {lines} lines."),
    RESULT_CUT(Weight.BREAKS, "结果文件 {file} 只有{lines}行，由证据应有{expected}行。", "{file} has {lines} lines; the evidence comes to {expected}."),

    REOPENED(Weight.NOTE, "封存后曾重新开放，这是第{edition}版结果；以前各版的结果、数据包和平台回执均已失效。",
            "The meeting was reopened after its seal; this is edition {edition}. Results, packages and platform's receipts of earlier editions count no longer."),

    NOBODY_SIGNED(Weight.BREAKS, "没有任何节点为这份证据签名。", "No node has signed for this evidence."),
    TAIL_UNSIGNED(Weight.BREAKS, "证据第{first}至{lines}行没有任何节点签名。", "Nobody has signed for lines {first} to {lines} of the evidence."),
    ALONE(Weight.BREAKS, "只有节点 {node} 为这份证据签名，其他节点均未联署：单凭一个节点不能证明没有改动。",
            "Only the node {node} has signed for this evidence; without the word of another, a change is not ruled out."),
    TAIL_ALONE(Weight.NOTE, "证据第{first}至{lines}行只有节点 {node} 签名，尚无其他节点联署。",
            "Lines {first} to {lines} of the evidence are signed for by the node {node} only."),
    MORE(Weight.NOTE, "同类问题另有{count}处，不再列出。", "There are {count} more of the same kind.");

    /** How much it matters. */
    public enum Weight {
        /** The record cannot be trusted. */
        BREAKS,
        /** Worth knowing. */
        NOTE
    }

    private final Weight weight;
    private final String chinese;
    private final String english;

    Matter(Weight weight, String chinese, String english) {
        this.weight = weight;
        this.chinese = chinese;
        this.english = english;
    }

    public Weight weight() {
        return weight;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }
}
