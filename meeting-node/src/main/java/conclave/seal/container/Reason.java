package conclave.seal.container;

/** Why a package is not taken: a code that never changes its meaning, and what to do next, in two languages. */
public enum Reason {

    NOT_A_PACKAGE("package.magic", "这不是会议数据包文件。请选择扩展名为 .mpkg 的第一卷。",
            "This is no meeting package. Choose its first volume, the file that ends in .mpkg."),
    FORMAT_VERSION("package.version", "数据包的格式版本较新，本机不能读取。请升级本系统后再导入。",
            "The package has a format of another version. Upgrade this system, then import again."),
    HEAD("package.head", "数据包的文件头已损坏或被改动。请重新复制数据包。", "The head of the package is damaged or was changed. Copy the package again."),
    CUT("package.cut", "数据包不完整，后面的内容缺失。请从原处重新复制全部各卷。", "The package ends too early. Copy all its volumes again from where they came."),
    CHUNK("package.chunk", "数据包的内容已损坏或被改动。请从原处重新复制该卷。", "The package is damaged or was changed. Copy this volume again from where it came."),
    GROWN("package.grown", "数据包末尾多出了内容。请从原处重新复制全部各卷。", "Something was added to the package's end. Copy all its volumes again from where they came."),
    COMMITMENT("package.key", "密钥与数据包不符，或文件头被改动。请核对数据包的来源后重新复制。",
            "The key is not this package's, or its head was changed. Check where the package came from and copy it again."),

    ENVELOPE("envelope.form", "数据包的密钥信封已损坏。请重新复制数据包。", "The package's key envelope is damaged. Copy the package again."),
    ENVELOPE_ALGORITHM("envelope.algorithm", "密钥信封使用了不允许的算法。请发送方按规定的算法重新制作数据包。",
            "The key envelope uses an algorithm that is not allowed. Ask the sender to build the package again."),
    NO_RECIPIENT("envelope.recipient", "数据包不是发给本机的，本机的密钥打不开。请发送方加入本机的证书后重新制作。",
            "The package is not for us: our key does not open it. Ask the sender to build it again for our certificate."),
    PASSPHRASE("envelope.passphrase", "口令不对，或数据包被改动。请核对口令后再输入一次。", "The passphrase is wrong, or the package was changed. Check it and type it again."),
    PASSPHRASE_SHORT("envelope.passphrase-short", "口令太短，至少要 10 个字符。请换一个更长的口令。", "The passphrase is too short: 10 signs at least. Choose a longer one."),
    RECIPIENT_UNFIT("envelope.certificate", "接收方的证书不能用于加密：应为 RSA 2048 位以上、P-256/384/521 或 SM2。请接收方另行申请证书。",
            "The recipient's certificate cannot be sealed for: RSA of 2048 bits or more, P-256/384/521 or SM2. Ask the recipient for another."),
    PASSPHRASE_WANTED("envelope.passphrase-wanted", "打开这个数据包需要口令。请向发送方索取口令，写入文件后用 --passphrase-file 指明。",
            "This package opens with a passphrase. Ask the sender for it, put it into a file and name that with --passphrase-file."),
    KEY_WANTED("envelope.key-wanted", "打开这个数据包需要接收方的密钥，不能用口令。请用 --key 指明密钥文件。",
            "This package opens with a recipient's key, not a passphrase. Name the key file with --key."),
    PASSPHRASE_COST("envelope.cost", "口令参数超出允许的范围。请发送方用本系统重新制作数据包。",
            "The passphrase parameters are out of bounds. Ask the sender to build the package again with this system."),

    KEY_FILE("key.file", "不是密钥文件，或文件已损坏。请用 package keys make 生成的 .key 文件。", "This is no key file, or it is damaged. Use the .key file that package keys make wrote."),
    KEY_PASSPHRASE("key.passphrase", "密钥文件的口令不对或没有给出。请用 --key-passphrase-file 指明写有口令的文件。",
            "The key file's passphrase is wrong or was not given. Name the file that holds it with --key-passphrase-file."),
    CERTIFICATE_FILE("key.certificate", "不是证书文件，或文件已损坏。请用 PEM 或 DER 格式的证书。", "This is no certificate, or it is damaged. Use one in PEM or DER."),
    KEY_EXISTS("key.exists", "已有同名的密钥文件，没有覆盖。请换一个名称或文件夹。", "A key file of this name is there already and was not overwritten. Choose another name or folder."),
    KEY_OTHER("key.other", "密钥与证书不配套。请核对两个文件是否来自同一次生成。", "Key and certificate do not belong together. Check that both files were made at the same time."),

    VOLUME_NAME("volume.name", "文件名与数据包的卷名不符。请把文件名改回原名，再试一次。", "The file does not bear the name of a volume. Give it back its name, then try again."),
    VOLUME_MISSING("volume.missing", "缺少数据包的一卷。请把各卷复制到同一个文件夹。", "A volume is missing. Copy all volumes into one folder."),
    VOLUME_SURPLUS("volume.surplus", "有不属于这个数据包的卷。请把它移走后再试。", "There is a volume that does not belong to this package. Move it away, then try again."),
    VOLUME_SIZE("volume.size", "一卷的大小与签名声明不符，可能没有复制完。请重新复制该卷。", "A volume has not the size that was signed for. Copy it again."),
    VOLUME_HASH("volume.hash", "一卷的内容与签名声明不符，已损坏或被改动。请重新复制该卷。", "A volume is not what was signed for: damaged or changed. Copy it again."),
    VOLUMES_MANY("volume.many", "数据包的卷数超过上限。请把会议分成几个数据包。", "The package has more volumes than allowed. Split the meeting into several packages."),
    UNSIGNED("volume.unsigned", "有同名的卷，却没有签名文件（.p7s），多半是上一次制作中断留下的。请核对后删除这些卷，或换一个名称或文件夹。",
            "Volumes of this name are there without their signature (.p7s): most likely a making that broke off left them. Look, delete them, or choose another name or folder."),
    EXISTS("volume.exists", "已有同名的数据包，没有覆盖。请换一个名称或文件夹。", "A package of this name is there already and was not overwritten. Choose another name or folder."),

    SIGNATURE_ABSENT("signature.absent", "缺少签名文件（.p7s）。请把签名文件与数据包放在同一个文件夹。", "The signature (.p7s) is missing. Put it into the folder of the package."),
    SIGNATURE_SIZE("signature.size", "签名文件过大，不予读取。请核对签名文件的来源。", "The signature file is too large and was not read. Check where it came from."),
    SIGNATURE_FORM("signature.form", "签名文件已损坏或格式不符。请重新复制签名文件。", "The signature file is damaged or has another form. Copy it again."),
    SIGNATURE_ALGORITHM("signature.algorithm", "签名使用了不允许的算法。请发送方用 ECDSA P-256 或 SM2 重新签名。",
            "The signature uses an algorithm that is not allowed. Ask the sender to sign with ECDSA P-256 or SM2."),
    SIGNER_UNFIT("signature.key", "这把密钥不能用于签名：应为 ECDSA P-256 或 SM2，并与证书相符。请换用符合规定的密钥。",
            "This key cannot sign: ECDSA P-256 or SM2 that fits its certificate. Use such a key."),
    SIGNATURE_PROFILE("signature.profile", "缺少本算法体系要求的签名。请发送方补签后重新发送。", "The signature that this profile demands is missing. Ask the sender to sign with it as well."),
    SIGNATURE_WRONG("signature.wrong", "签名验证不通过，声明或签名被改动。请勿使用该数据包，并与发送方联系。",
            "The signature does not hold: statement or signature was changed. Do not use this package and talk to the sender."),
    SIGNER_UNTRUSTED("signer.untrusted", "签名人的证书不在信任范围内。请与对方核对十个词；无误的，由安全保密管理员把证书放进数据目录的 trust 文件夹，或用 --trust 给出。",
            "The signer's certificate is not trusted here. Compare its ten words with the other side, then have the security administrator put it into the folder trust of the data folder, or give it with --trust."),
    SIGNER_EXPIRED("signer.expired", "签名人的证书已过期。请发送方换用有效证书重新签名。", "The signer's certificate has expired. Ask the sender to sign with a valid one."),
    SIGNER_EARLY("signer.early", "签名人的证书尚未生效。请核对本机日期；日期无误的，请发送方换用有效证书。",
            "The signer's certificate is not valid yet. Check this machine's date; if it is right, ask the sender for a valid one."),
    SIGNER_REVOKED("signer.revoked", "签名人的证书已被注销。请勿使用该数据包，并与发送方联系。",
            "The signer's certificate was revoked. Do not use this package and talk to the sender."),
    SIGNER_ROLE("signer.role", "签名人无权签发这类数据包。请由有权签发的一方签名。", "The signer may not sign packages of this kind. Have it signed by somebody who may."),
    SIGNERS_FEW("signer.few", "签名人数不足。请由另一人补签。", "Too few persons have signed. Have another person sign as well."),

    STATEMENT_FORM("statement.form", "签名声明的格式不符。请发送方用本系统重新制作数据包。", "The signed statement has another form. Ask the sender to build the package again."),
    STATEMENT_FIELD("statement.field", "签名声明中有一项内容不符合规定。请发送方更正后重新制作。", "A field of the signed statement is not allowed. Ask the sender to correct it and build again."),
    EARLY("package.early", "数据包尚未到启用时间。请核对本机日期；日期无误的，到启用时间后再导入。",
            "The package is not valid yet. Check this machine's date; if it is right, import when its time has come."),
    EXPIRED("package.expired", "数据包已过有效期。请发送方重新制作；本机日期有误的，先校正日期。",
            "The package is no longer valid. Ask the sender to build it again; if this machine's date is wrong, set it first."),
    REVOKED("package.revoked", "数据包已被制作方作废（例如存储介质遗失）。请勿使用，并向制作方索取重新制作的数据包。",
            "The package was revoked by who made it, perhaps because the stick was lost. Do not use it; ask for the one that was made in its place."),
    REVOCATION_TORN("revocation.torn", "这里有一份写着该数据包编号的作废声明，但已损坏。请先与制作方核对是否已作废，换上完好的声明；没有作废的，移走该文件后再试。",
            "A revocation that bears this package's id lies here and is damaged. Ask the sender whether it was revoked and copy the file again; if it was not, take the file away."),
    REVOCATION_FORM("revocation.form", "作废声明的格式不符或已损坏。请重新复制作废声明文件。", "The revocation is damaged or has another form. Copy its file again."),
    STATEMENT_PROFILE("statement.profile", "签名声明与数据包的算法体系不一致。请发送方重新制作数据包。", "Statement and package name different profiles. Ask the sender to build the package again.");

    private final String code;
    private final String chinese;
    private final String english;

    Reason(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
