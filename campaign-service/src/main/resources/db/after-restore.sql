-- What a database that was put back from a backup needs before anything is sent from it. Run once for each restore, by the chart's job and ./aisle restore.
-- Whether these messages left after the backup isn't known here: an operator decides, nothing goes out twice by itself.
update message set state = 'in_doubt', reason = 'restored', lease = null, changed_at = now()
    where state in ('queued', 'handed_over');
-- Timers that were due since then have fired before, or are too late.
update journey set state = 'done', due_at = null, lease = null, leased_until = null, changed_at = now()
    where due_at < now();
-- Events and changes of segments start messages: what was read of them once isn't read again. The group knows up to where that was, since Kafka
-- wasn't put back. Every other consumer reads on where this database stands. Versions before leave all of it to the group.
do $$ begin
    if to_regclass('consumer_position') is not null then
        delete from consumer_position where consumer in ('events', 'segments');
        update consumer_position_origin set left_to_group = true;
    end if;
end $$;
