-- Studies and what came of their calls. Portable as V1 is.

-- plan is the study's plan in YAML, as it was when the study was started.
CREATE TABLE study (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    plan       TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- The problems a study was started with, in its order, whatever is imported later.
CREATE TABLE study_problem (
    study_id   TEXT    NOT NULL REFERENCES study (id),
    position   INTEGER NOT NULL,
    problem_id TEXT    NOT NULL REFERENCES problem (id),
    PRIMARY KEY (study_id, position)
);

-- One row a call that is settled, by the digest of what was asked, so that no study pays an answer twice: a plan, a response, or
-- why it was given up. reviewed_id is the version that a review made of the plan; notes are what the server refused, a line each.
CREATE TABLE call_result (
    call_key    TEXT   NOT NULL PRIMARY KEY,
    plan_id     TEXT   REFERENCES plan (id),
    reviewed_id TEXT   REFERENCES plan (id),
    response_id TEXT   REFERENCES response (id),
    trouble     TEXT,
    notes       TEXT   NOT NULL,
    settled_at  BIGINT NOT NULL
);

-- Attempts of a study are written before they are sent, as broken off, and corrected when they have ended.
ALTER TABLE call_attempt ADD COLUMN study_id TEXT;
ALTER TABLE call_attempt ADD COLUMN call_key TEXT;
ALTER TABLE call_attempt ADD COLUMN endpoint TEXT;
ALTER TABLE call_attempt ADD COLUMN cost_nano BIGINT;
ALTER TABLE call_attempt ADD COLUMN currency TEXT;
CREATE INDEX call_attempt_of_key ON call_attempt (call_key);

-- What a response (kind 'solve') or a delegator's plan ('delegate') took in all attempts. Costs are in billionths of the currency,
-- at the prices of the time; null where one was not known.
CREATE TABLE outlay (
    kind          TEXT    NOT NULL,
    id            TEXT    NOT NULL,
    attempts      INTEGER NOT NULL,
    prompt_tokens BIGINT,
    output_tokens BIGINT,
    millis        BIGINT  NOT NULL,
    cost_nano     BIGINT,
    currency      TEXT,
    PRIMARY KEY (kind, id)
);
