-- Projection 3. Raise this number whenever the projection writes something else into the same tables:
-- a file made by another text than this one is thrown away and made again.
-- Decimals hold every mark a person can type (12 characters). Moments are instants in UTC, so that the tables are the
-- same on every machine and still readable.

CREATE TABLE stamp (made_by VARCHAR NOT NULL);
COMMENT ON TABLE stamp IS '本文件由哪一版表结构、规则和数据库生成；不一致即重建';

CREATE TABLE bookmark (
  meeting VARCHAR(48) PRIMARY KEY,
  seq BIGINT NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  by_whom VARCHAR(48) NOT NULL,
  request VARCHAR NOT NULL);
COMMENT ON TABLE bookmark IS '每个会议已入表的最后一条存证记录';
COMMENT ON COLUMN bookmark.seq IS '存证序号';

CREATE TABLE meeting (
  meeting VARCHAR(48) PRIMARY KEY,
  rehearsal BOOLEAN NOT NULL,
  rules VARCHAR NOT NULL,
  title VARCHAR, title_en VARCHAR, organizer VARCHAR, committee VARCHAR, committee_size INTEGER,
  policy VARCHAR, opens VARCHAR, closes VARCHAR,
  mode VARCHAR, mode_version INTEGER, scale INTEGER,
  profile VARCHAR, profile_version INTEGER,
  founded_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  imported_at TIMESTAMP(3) WITH TIME ZONE,
  sealed_at TIMESTAMP(3) WITH TIME ZONE);
COMMENT ON TABLE meeting IS '会议';
COMMENT ON COLUMN meeting.rehearsal IS '是否演练';
COMMENT ON COLUMN meeting.policy IS '遮盖方式';
COMMENT ON COLUMN meeting.scale IS '平均分保留小数位数';
COMMENT ON COLUMN meeting.imported_at IS '会议包完整导入的时间；为空时其余各表中的内容尚不生效';
COMMENT ON COLUMN meeting.sealed_at IS '封存时间';

CREATE TABLE room (
  meeting VARCHAR(48), room VARCHAR(48),
  code VARCHAR NOT NULL, name VARCHAR NOT NULL, specialty VARCHAR NOT NULL,
  hall VARCHAR(48), sheet VARCHAR,
  PRIMARY KEY (meeting, room));
COMMENT ON TABLE room IS '评议室';
COMMENT ON COLUMN room.hall IS '该专业组所报的评委会全体会场；为空即本室自成一会';

CREATE TABLE sheet (
  meeting VARCHAR(48), sheet VARCHAR(255), version INTEGER,
  title VARCHAR NOT NULL, total DECIMAL(24, 10) NOT NULL, final_max DECIMAL(24, 10) NOT NULL,
  proposed_at TIMESTAMP(3) WITH TIME ZONE, in_force BOOLEAN NOT NULL,
  PRIMARY KEY (meeting, sheet, version));
COMMENT ON TABLE sheet IS '量化赋分表的各个版本';
COMMENT ON COLUMN sheet.proposed_at IS '会中提出更换的时间；随会议包而来的为空';

CREATE TABLE indicator (
  meeting VARCHAR(48), sheet VARCHAR(255), version INTEGER, indicator VARCHAR(255),
  above VARCHAR, place INTEGER NOT NULL, leaf BOOLEAN NOT NULL,
  name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, kind VARCHAR NOT NULL,
  lowest DECIMAL(24, 10) NOT NULL, highest DECIMAL(24, 10) NOT NULL, step DECIMAL(24, 10),
  PRIMARY KEY (meeting, sheet, version, indicator));
COMMENT ON TABLE indicator IS '评分指标';
COMMENT ON COLUMN indicator.above IS '上级指标';
COMMENT ON COLUMN indicator.place IS '在赋分表中的次序';
COMMENT ON COLUMN indicator.leaf IS '是否末级指标';

CREATE TABLE applicant (
  meeting VARCHAR(48), applicant VARCHAR(48),
  code VARCHAR NOT NULL, room VARCHAR(48) NOT NULL, place INTEGER NOT NULL, specialty VARCHAR NOT NULL,
  automatic DECIMAL(24, 10), bonus DECIMAL(24, 10), deduction DECIMAL(24, 10),
  eligibility VARCHAR, because VARCHAR, documents INTEGER NOT NULL, pages INTEGER NOT NULL,
  PRIMARY KEY (meeting, applicant));
COMMENT ON TABLE applicant IS '申报人（仅编号与分值，无身份信息）';
COMMENT ON COLUMN applicant.code IS '申报人编号';
COMMENT ON COLUMN applicant.automatic IS '自动量化赋分合计';
COMMENT ON COLUMN applicant.eligibility IS '符合条件、不符合申报条件或一票否决';
COMMENT ON COLUMN applicant.because IS '据哪一项指标';
COMMENT ON COLUMN applicant.pages IS '材料页数';

CREATE TABLE seat (
  meeting VARCHAR(48), person VARCHAR(48), place INTEGER,
  role VARCHAR NOT NULL, room VARCHAR(48),
  PRIMARY KEY (meeting, person, place));
CREATE INDEX seat_in_room ON seat (meeting, room, role);
COMMENT ON TABLE seat IS '人员席位：谁在哪个评议室任何角色（仅随机编号）';
COMMENT ON COLUMN seat.room IS '为空表示对整个会议有效';

CREATE TABLE sitting (
  meeting VARCHAR(48), room VARCHAR(48), sitting VARCHAR(48),
  on_day VARCHAR NOT NULL, half_day VARCHAR NOT NULL,
  opened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL, closed_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (meeting, room, sitting));
COMMENT ON TABLE sitting IS '半天会次';

CREATE TABLE attendance (
  meeting VARCHAR(48), room VARCHAR(48), sitting VARCHAR(48), person VARCHAR(48),
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meeting, room, sitting, person));
COMMENT ON TABLE attendance IS '签到';

CREATE TABLE pause (
  meeting VARCHAR(48), room VARCHAR(48), seq BIGINT,
  reason VARCHAR NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL, ended_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (meeting, room, seq));
COMMENT ON TABLE pause IS '会议暂停';
COMMENT ON COLUMN pause.ended_at IS '恢复时间；没有恢复的，为本半天会次结束的时间';

CREATE TABLE alone (
  meeting VARCHAR(48), decision VARCHAR(64), node VARCHAR NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meeting, decision));
COMMENT ON TABLE alone IS '单机续会：自此由一个节点继续';
COMMENT ON COLUMN alone.decision IS '决定书的摘要';

CREATE TABLE round (
  meeting VARCHAR(48), round VARCHAR(48),
  room VARCHAR(48) NOT NULL, stage VARCHAR(255) NOT NULL, number INTEGER NOT NULL, candidates INTEGER NOT NULL,
  issued INTEGER NOT NULL, seq BIGINT NOT NULL,
  opened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL, closed_at TIMESTAMP(3) WITH TIME ZONE,
  reopened INTEGER NOT NULL,
  expected INTEGER, given INTEGER, missing INTEGER,
  tallied_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (meeting, round));
COMMENT ON TABLE round IS '打分与票决的轮次';
COMMENT ON COLUMN round.stage IS '会议模式的环节';
COMMENT ON COLUMN round.number IS '本室本环节的第几轮';
COMMENT ON COLUMN round.issued IS '发出的表决票数；打分时为零';
COMMENT ON COLUMN round.reopened IS '重新打开的次数';
COMMENT ON COLUMN round.expected IS '关闭时应有评分数';
COMMENT ON COLUMN round.given IS '关闭时已有评分数';
COMMENT ON COLUMN round.missing IS '关闭时缺少评分数';

CREATE TABLE candidate (
  meeting VARCHAR(48), round VARCHAR(48), applicant VARCHAR(48),
  place INTEGER NOT NULL,
  PRIMARY KEY (meeting, round, applicant));
COMMENT ON TABLE candidate IS '本轮的评审对象及其次序';

CREATE TABLE score (
  meeting VARCHAR(48), round VARCHAR(48), applicant VARCHAR(48), expert VARCHAR(48),
  revision INTEGER NOT NULL, total DECIMAL(24, 10) NOT NULL, at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  seq BIGINT NOT NULL, voided BOOLEAN NOT NULL);
-- Holds all that counting and averaging ask for: they never go to the rows, which lie in the order of arrival.
CREATE INDEX score_standing ON score (meeting, round, applicant, expert, voided, total);
COMMENT ON TABLE score IS '现行评分：每位专家对每位申报人的最后一次提交';
COMMENT ON COLUMN score.revision IS '第几次提交';
COMMENT ON COLUMN score.seq IS '存证序号';
COMMENT ON COLUMN score.voided IS '因回避作废，不计分';

CREATE TABLE score_history (
  meeting VARCHAR(48), seq BIGINT,
  round VARCHAR(48) NOT NULL, applicant VARCHAR(48) NOT NULL, expert VARCHAR(48) NOT NULL,
  revision INTEGER NOT NULL, total DECIMAL(24, 10) NOT NULL, at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  voided_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (meeting, seq));
COMMENT ON TABLE score_history IS '历次评分，含已被修改或作废者';

CREATE TABLE mark (
  meeting VARCHAR(48), seq BIGINT, indicator VARCHAR(255),
  mark DECIMAL(24, 10) NOT NULL,
  PRIMARY KEY (meeting, seq, indicator));
COMMENT ON TABLE mark IS '各次评分的各指标得分，作废者除外；以 (meeting, seq) 与 score 相连者为现行，与 score_history 相连者为历次';

CREATE TABLE recusal (
  meeting VARCHAR(48), applicant VARCHAR(48), expert VARCHAR(48), seq BIGINT,
  ground VARCHAR NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL, lifted_at TIMESTAMP(3) WITH TIME ZONE,
  PRIMARY KEY (meeting, applicant, expert, seq));
COMMENT ON TABLE recusal IS '回避';
COMMENT ON COLUMN recusal.lifted_at IS '解除回避的时间；为空即仍须回避';

CREATE TABLE tally_row (
  meeting VARCHAR(48), round VARCHAR(48), applicant VARCHAR(48),
  place INTEGER NOT NULL, rank INTEGER, scores INTEGER NOT NULL, dropped INTEGER NOT NULL,
  expert_points DECIMAL(24, 10), automatic DECIMAL(24, 10) NOT NULL, bonus DECIMAL(24, 10) NOT NULL,
  deduction DECIMAL(24, 10) NOT NULL, total DECIMAL(24, 10), vetoed BOOLEAN NOT NULL,
  spread DECIMAL(24, 10), diverged BOOLEAN NOT NULL,
  PRIMARY KEY (meeting, round, applicant));
COMMENT ON TABLE tally_row IS '统分结果：由规则算出并已存证，此处只抄录，不重算';
COMMENT ON COLUMN tally_row.dropped IS '去掉的评分个数';
COMMENT ON COLUMN tally_row.expert_points IS '专家评议得分；为空即无人评分';

CREATE TABLE ballot (
  meeting VARCHAR(48), round VARCHAR(48),
  issued INTEGER NOT NULL, returned INTEGER NOT NULL, valid INTEGER, void VARCHAR,
  PRIMARY KEY (meeting, round));
COMMENT ON TABLE ballot IS '票决的发出、收回与有效票数';
COMMENT ON COLUMN ballot.void IS '表决无效的原因；为空即有效';

CREATE TABLE vote (
  meeting VARCHAR(48), round VARCHAR(48), applicant VARCHAR(48),
  yes INTEGER NOT NULL, against INTEGER NOT NULL, abstained INTEGER NOT NULL, denominator INTEGER NOT NULL, needed INTEGER NOT NULL,
  place INTEGER, effect VARCHAR NOT NULL, tied BOOLEAN NOT NULL,
  PRIMARY KEY (meeting, round, applicant));
COMMENT ON TABLE vote IS '得票：只有合计，不含任何人的票';
COMMENT ON COLUMN vote.denominator IS '计票基数';
COMMENT ON COLUMN vote.needed IS '通过所需票数';

CREATE TABLE settled (
  meeting VARCHAR(48), room VARCHAR(48), stage VARCHAR(255), applicant VARCHAR(48),
  place INTEGER NOT NULL, rank INTEGER, total DECIMAL(24, 10), effect VARCHAR NOT NULL, tied BOOLEAN NOT NULL, reason VARCHAR NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (meeting, room, stage, applicant));
COMMENT ON TABLE settled IS '排序与名额控制的结果';

CREATE TABLE swap (
  meeting VARCHAR(48), room VARCHAR(48), leaving VARCHAR(48), coming VARCHAR(48),
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meeting, room, leaving));
COMMENT ON TABLE swap IS '更换专家';

CREATE TABLE signature (
  meeting VARCHAR(48), round VARCHAR(48),
  chair VARCHAR(48) NOT NULL, at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meeting, round));
COMMENT ON TABLE signature IS '主任委员签字确认';

CREATE TABLE room_signature (
  meeting VARCHAR(48), room VARCHAR(48),
  chair VARCHAR(48) NOT NULL, applicants INT NOT NULL, at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (meeting, room));
COMMENT ON TABLE room_signature IS '没有人进入评审的会议室，主任委员签字确认';

-- Questions are asked by a user who can change nothing and reach no file.
CREATE USER reader PASSWORD '';
GRANT SELECT ON SCHEMA public TO reader;
