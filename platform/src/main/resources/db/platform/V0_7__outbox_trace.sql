-- The place in the trace of whoever wrote the message (W3C traceparent); null when that was not traced.
alter table outbox add column traceparent text;
