package conclave.document.screen;

import conclave.document.screen.Marks.Mark;
import java.util.ArrayList;
import java.util.List;

/** The words that announce a number, an address or a birth, as they are folded. */
final class MarkWords {

    record Word(Mark mark, int[] signs, boolean latin) {
    }

    static final List<Word> ALL = new ArrayList<>();

    static {
        add(Mark.IDENTITY, "身份证 身份证号 身份证号码 公民身份号码 公民身份证号 证件号码 证件号 身份证件号 居民身份证 身份号码 社会保障号 社会保障号码 社保号 idcard idno idnumber identitycard identityno");
        add(Mark.PHONE, "电话 手机 手机号 手机号码 联系方式 联系电话 移动电话 办公电话 家庭电话 固定电话 座机 传真 热线 宅电 tel telephone phone mobile cell fax telefon");
        add(Mark.ACCOUNT, "账号 帐号 账户 帐户 卡号 银行卡 银行卡号 工资卡 银行账号 银行帐号 收款账号 对公账户 存折 存折号 公积金账号 accountno accountnumber bankaccount cardno cardnumber iban");
        add(Mark.BANK, "开户行 开户银行 银行 农村信用社 支行 分行");
        add(Mark.CREDIT, "统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 统一信用代码 机构代码");
        add(Mark.ORGANISATION, "组织机构代码");
        add(Mark.LOGIN, "qq qq号 微信 微信号 wechat weixin 支付宝 支付宝账号 钉钉号 抖音号");
        add(Mark.NUMBERED, "证书编号 证书编码 证书号码 证书号 证书管理号 证件编号 资格证号 资格证书号 资格证书编号 资格证编号 资格编号 执业证号 执业证编号 执业证书号 执业证书编号"
                + " 执业证书编码 医师资格证书编码 注册证号 注册证编号 注册证书编号 注册编号 注册号 执业注册号 学位证书编号 学位证编号 学位证号 毕业证书编号 毕业证编号 毕业证号 毕业证书号 学历证书编号"
                + " 电子注册号 许可证号 许可证编号 驾驶证号 军官证号 士兵证号 警官证号 工作证号 教师资格证号 教师资格证书号码 教师证号 职称证号 职称证书编号 职称证书号 聘书编号 准考证号 考生号 学号 工号"
                + " 职工号 职工编号 档案编号 档案号 管理号 批准文号 签发号 获奖证书编号 奖励证书编号 证号 登记号 合格证号 合格证书编号 上岗证号 会员号 会员证号 住院号 病案号 病历号"
                + " certificateno certificatenumber certno licenseno licencenumber licensenumber registrationno regno");
        add(Mark.PAPER, "执业证 执业证书 资格证 资格证书 注册证书 学位证书 毕业证书 学历证书 职称证书 荣誉证书 获奖证书 上岗证 许可证 驾驶证 军官证 工作证 教师资格证 合格证书");
        add(Mark.PASSPORT, "护照 护照号 护照号码 通行证 通行证号 passport passportno passportnumber");
        add(Mark.ADDRESS, "住址 家庭住址 地址 通讯地址 通信地址 联系地址 户籍地址 户籍所在地 现住址 居住地址 邮寄地址 单位地址 收件地址 家庭地址 邮编 邮政编码 address");
        add(Mark.BIRTH, "出生 出生日期 出生年月 生日 生于 出生于 born birthday dateofbirth dob");
    }

    private MarkWords() {
    }

    private static void add(Mark mark, String words) {
        for (var word : words.split(" ")) {
            int[] signs = Folded.of(word).signs();
            ALL.add(new Word(mark, signs, Signs.latin(signs[0])));
        }
    }

    /** "tel" is not found in "hotel"; what is behind it may follow at once. */
    static boolean stands(Word word, Folded text, int last) {
        int at = last - word.signs().length + 1;
        for (int i = 1; i < word.signs().length; i++) {
            if (!text.bridged(at + i, Gap.BLANK | Gap.DOT | Gap.BRACKET)) return false;
        }
        return !word.latin() || !Signs.latin(text.touchingLeft(at)) && !Signs.latin(text.touchingRight(last));
    }
}
