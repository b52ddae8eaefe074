-- What annotators correct in an alignment, as appended events like labels; and suggestions with their provenance, several for a
-- response, also those that could not be read. Portable as V1 is.

-- target is 'status' (then step says which) or 'links' (then start_at and end_at say which passage of the output).
-- value is a status, or step numbers with commas between (empty for none), or null for what the rules find.
CREATE TABLE correction_event (
    seq          ${sequence},
    id           TEXT    NOT NULL UNIQUE,
    response_id  TEXT    NOT NULL REFERENCES response (id),
    author       TEXT    NOT NULL,
    target       TEXT    NOT NULL,
    step         INTEGER NOT NULL,
    start_at     INTEGER NOT NULL,
    end_at       INTEGER NOT NULL,
    value        TEXT,
    undo         BOOLEAN NOT NULL,
    source       TEXT,
    opinion_id   TEXT,
    corrected_at BIGINT  NOT NULL
);
CREATE INDEX correction_event_of_response ON correction_event (response_id, author, seq);

ALTER TABLE suggestion RENAME TO suggestion_before;

-- json is null where the raw reply could not be read; trouble then says why.
CREATE TABLE suggestion (
    seq          ${sequence},
    id           TEXT   NOT NULL UNIQUE,
    response_id  TEXT   NOT NULL REFERENCES response (id),
    kind         TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    place        TEXT,
    template     TEXT,
    json         TEXT,
    raw          TEXT,
    trouble      TEXT,
    suggested_at BIGINT NOT NULL
);
CREATE INDEX suggestion_of_response ON suggestion (response_id, kind, seq);

INSERT INTO suggestion (id, response_id, kind, source, json, suggested_at)
SELECT 'suggestion-' || response_id, response_id, 'answer', source, json, suggested_at FROM suggestion_before;

DROP TABLE suggestion_before;
