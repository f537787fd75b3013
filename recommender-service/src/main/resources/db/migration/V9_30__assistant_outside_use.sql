-- What an outside language model was used for and cost; nothing here is of a person. A call takes the most that it can cost before it is made.
create table assistant_outside_use (
    day           date   not null,
    model         text   not null,
    calls         bigint not null default 0,
    answered      bigint not null default 0,
    failed        bigint not null default 0,
    sentences     bigint not null default 0,
    dropped       bigint not null default 0,
    input_tokens  bigint not null default 0,
    output_tokens bigint not null default 0,
    cost_micros   bigint not null default 0,
    primary key (day, model)
);
