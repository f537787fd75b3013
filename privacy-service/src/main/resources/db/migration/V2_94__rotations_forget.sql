-- A rotation that is over has no need of the pseudonym that it looked at last.
update pseudonym_rotation set reached = '' where status <> 'running';
