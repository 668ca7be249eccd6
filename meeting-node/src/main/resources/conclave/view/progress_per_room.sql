-- 各评议室最近一轮的进度：应有 = 逐名评审对象的专家数 − 仍有效的回避；尚未开轮时按符合条件的申报人计。
WITH latest AS (
  SELECT room, round, number, closed_at FROM round d WHERE d.meeting = ?1
    AND d.seq = (SELECT MAX(l.seq) FROM round l WHERE l.meeting = d.meeting AND l.room = d.room)),
judged AS (
  SELECT d.room, c.applicant FROM latest d JOIN candidate c ON c.meeting = ?1 AND c.round = d.round
  UNION ALL
  SELECT a.room, a.applicant FROM applicant a WHERE a.meeting = ?1 AND a.eligibility = 'ELIGIBLE'
    AND NOT EXISTS (SELECT 1 FROM latest d WHERE d.room = a.room))
SELECT r.room, r.code, d.round, d.number, d.round IS NOT NULL AND d.closed_at IS NULL AS is_open,
  (SELECT COUNT(*) FROM judged j JOIN seat s ON s.meeting = ?1 AND s.room = j.room AND s.role = 'EXPERT'
     WHERE j.room = r.room AND NOT EXISTS (SELECT 1 FROM recusal x WHERE x.meeting = ?1 AND x.applicant = j.applicant
       AND x.expert = s.person AND x.lifted_at IS NULL)) AS expected,
  (SELECT COUNT(*) FROM score s WHERE s.meeting = r.meeting AND s.round = d.round AND NOT s.voided) AS given
FROM meeting m
JOIN room r ON r.meeting = m.meeting
LEFT JOIN latest d ON d.room = r.room
WHERE m.meeting = ?1 AND m.imported_at IS NOT NULL
ORDER BY r.code, r.room
