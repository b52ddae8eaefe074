-- What answers took is added up cell by cell, apart from what is counted group by group: each has a narrow index of its own.
DROP INDEX answer_counted;
CREATE INDEX answer_counted ON answer (cell, panel, reading);
CREATE INDEX answer_spent ON answer (cell, currency, cost_nano, prompt_tokens, output_tokens, millis, person_millis, panel, reading);

ALTER TABLE plan DROP COLUMN characters;
