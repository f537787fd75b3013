-- Stands for that of a service.
update shelf set emptied = emptied + 1;
update shelf set said = 'restored; nothing twice';
