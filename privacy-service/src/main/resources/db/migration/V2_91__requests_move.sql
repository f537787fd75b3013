-- A request that was open when its person moved to another pseudonym is about the person still. What has begun to be erased stays where it is.
update subject_request r set pseudonym = s.successor
from pseudonym_successor s
where s.pseudonym = r.pseudonym
  and (r.status in ('awaiting_verification', 'pending')
       or (r.status = 'in_progress' and r.type in ('access', 'portability')));
