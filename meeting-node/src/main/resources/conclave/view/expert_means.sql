-- 每位专家在每轮中的评分个数、平均分，以及与本室本轮全部评分平均分之差。
WITH whole AS (
  SELECT round, AVG(total) AS mean FROM score WHERE meeting = ?1 AND NOT voided GROUP BY round)
SELECT d.room, s.round, s.expert, COUNT(*) AS scores, ROUND(AVG(s.total), 4) AS mean,
  ROUND(AVG(s.total) - w.mean, 4) AS deviation
FROM score s
JOIN round d ON d.meeting = s.meeting AND d.round = s.round
JOIN whole w ON w.round = s.round
WHERE s.meeting = ?1 AND NOT s.voided
GROUP BY d.room, s.round, s.expert, w.mean
ORDER BY d.room, s.round, s.expert
