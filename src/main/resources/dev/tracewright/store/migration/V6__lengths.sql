-- The pass over the pairs counts answers by length, too.
DROP INDEX answer_paired;
CREATE INDEX answer_paired ON answer (problem, repetition, cell, again, panel, reading, characters);
