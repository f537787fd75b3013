-- Since when a purpose is refused without a yes between: what no purpose holds is deleted a term after that, and a no that is said again
-- doesn't begin the term anew. Empty of refusals from before, as the others were told them: a state of the topic and its rows stay alike.
alter table consent_fence add column refused_since timestamptz;
