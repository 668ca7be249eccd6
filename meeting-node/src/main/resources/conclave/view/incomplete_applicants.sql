-- 评分尚不齐全的评审对象：应评专家（除去回避者）多于已有有效评分；轮次未开时已有为零。
WITH latest AS (
  SELECT room, round FROM round d WHERE d.meeting = ?1
    AND d.seq = (SELECT MAX(l.seq) FROM round l WHERE l.meeting = d.meeting AND l.room = d.room)),
judged AS (
  SELECT d.room, d.round, c.applicant FROM latest d JOIN candidate c ON c.meeting = ?1 AND c.round = d.round
  UNION ALL
  SELECT a.room, NULL, a.applicant FROM applicant a WHERE a.meeting = ?1 AND a.eligibility = 'ELIGIBLE'
    AND NOT EXISTS (SELECT 1 FROM latest d WHERE d.room = a.room)),
counted AS (
  SELECT j.room, a.place, a.applicant, a.code,
    (SELECT COUNT(*) FROM seat s WHERE s.meeting = a.meeting AND s.room = j.room AND s.role = 'EXPERT'
       AND NOT EXISTS (SELECT 1 FROM recusal x WHERE x.meeting = a.meeting AND x.applicant = a.applicant AND x.expert = s.person
         AND x.lifted_at IS NULL)) AS expected,
    (SELECT COUNT(*) FROM score s WHERE s.meeting = a.meeting AND s.round = j.round AND s.applicant = a.applicant
      AND NOT s.voided) AS given
  FROM meeting m
  JOIN judged j ON TRUE
  JOIN applicant a ON a.meeting = m.meeting AND a.applicant = j.applicant
  WHERE m.meeting = ?1 AND m.imported_at IS NOT NULL)
SELECT room, applicant, code, expected, given FROM counted WHERE given < expected ORDER BY room, place, applicant
