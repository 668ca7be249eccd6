-- 各评议室最近一轮评分的进度：应有 = 专家数 × 申报人数 − 仍有效的回避。
SELECT r.room, r.code, d.round, d.number, d.round IS NOT NULL AND d.closed_at IS NULL AS is_open,
  (SELECT COUNT(*) FROM seat s WHERE s.meeting = r.meeting AND s.room = r.room AND s.role = 'EXPERT')
    * (SELECT COUNT(*) FROM applicant a WHERE a.meeting = r.meeting AND a.room = r.room)
    - (SELECT COUNT(*) FROM recusal x JOIN applicant a ON a.meeting = x.meeting AND a.applicant = x.applicant
       WHERE x.meeting = r.meeting AND x.lifted_at IS NULL AND a.room = r.room) AS expected,
  (SELECT COUNT(*) FROM score s WHERE s.meeting = r.meeting AND s.round = d.round AND NOT s.voided) AS given
FROM meeting m
JOIN room r ON r.meeting = m.meeting
LEFT JOIN round d ON d.meeting = r.meeting AND d.room = r.room
  AND d.number = (SELECT MAX(l.number) FROM round l WHERE l.meeting = r.meeting AND l.room = r.room)
WHERE m.meeting = ? AND m.imported_at IS NOT NULL
ORDER BY r.code, r.room
