-- 每个半天各评议室的应到与实到专家人数。
SELECT t.on_day, t.half_day, t.room, t.sitting, t.closed_at IS NULL AS is_open,
  (SELECT COUNT(*) FROM seat s WHERE s.meeting = t.meeting AND s.room = t.room AND s.role = 'EXPERT') AS expected,
  (SELECT COUNT(*) FROM attendance a WHERE a.meeting = t.meeting AND a.room = t.room AND a.sitting = t.sitting) AS present
FROM sitting t
WHERE t.meeting = ?
ORDER BY t.opened_at, t.room
