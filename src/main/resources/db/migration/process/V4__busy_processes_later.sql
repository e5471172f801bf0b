-- A process that was busy at its turn has the next one then.
alter table model_move_process add column again_at timestamp with time zone;
