-- 评分尚不齐全的申报人：应评专家（除去回避者）多于已有有效评分；轮次未开时已有为零。
WITH latest AS (
  SELECT room, round FROM round d WHERE d.meeting = ?1
    AND d.number = (SELECT MAX(l.number) FROM round l WHERE l.meeting = d.meeting AND l.room = d.room)),
counted AS (
  SELECT a.room, a.place, a.applicant, a.code,
    (SELECT COUNT(*) FROM seat s WHERE s.meeting = a.meeting AND s.room = a.room AND s.role = 'EXPERT')
      - (SELECT COUNT(*) FROM recusal x WHERE x.meeting = a.meeting AND x.applicant = a.applicant AND x.lifted_at IS NULL) AS expected,
    (SELECT COUNT(*) FROM score s WHERE s.meeting = a.meeting AND s.round = l.round AND s.applicant = a.applicant
      AND NOT s.voided) AS given
  FROM meeting m
  JOIN applicant a ON a.meeting = m.meeting
  LEFT JOIN latest l ON l.room = a.room
  WHERE m.meeting = ?1 AND m.imported_at IS NOT NULL)
SELECT room, applicant, code, expected, given FROM counted WHERE given < expected ORDER BY room, place, applicant
