-- What a database that was put back from a backup needs before anything is sent from it. Run once for each restore, by the chart's job and ./aisle restore.
-- Whether these messages left after the backup isn't known here: an operator decides, nothing goes out twice by itself.
update message set state = 'in_doubt', reason = 'restored', lease = null, changed_at = now()
    where state in ('queued', 'handed_over');
-- Timers that were due since then have fired before, or are too late.
update journey set state = 'done', due_at = null, lease = null, leased_until = null, changed_at = now()
    where due_at < now();
