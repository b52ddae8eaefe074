-- A session. Portable SQL (SQLite and PostgreSQL): text keys made by the client, times in epoch milliseconds, long texts in
-- tables of their own so that the queue reads slim rows only. Events are appended and never changed; "seq" orders them totally.

CREATE TABLE problem (
    id      TEXT    NOT NULL PRIMARY KEY,
    dataset TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    level   TEXT,
    subject TEXT
);

CREATE TABLE problem_text (
    problem_id TEXT NOT NULL PRIMARY KEY REFERENCES problem (id),
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL
);

-- parent_id and original_id may name versions that this session does not have (an import brings the last version only).
CREATE TABLE plan (
    id          TEXT    NOT NULL PRIMARY KEY,
    problem_id  TEXT    NOT NULL REFERENCES problem (id),
    parent_id   TEXT,
    original_id TEXT,
    version     INTEGER NOT NULL,
    origin      TEXT    NOT NULL,
    author      TEXT    NOT NULL,
    delegator   TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL
);
CREATE INDEX plan_of_problem ON plan (problem_id);

-- steps is the delegated text, verbatim; cuts are the lengths that take it apart again.
CREATE TABLE plan_text (
    plan_id TEXT NOT NULL PRIMARY KEY REFERENCES plan (id),
    prompt  TEXT,
    steps   TEXT NOT NULL,
    cuts    TEXT NOT NULL
);

CREATE TABLE response (
    id            TEXT    NOT NULL PRIMARY KEY,
    problem_id    TEXT    NOT NULL REFERENCES problem (id),
    plan_id       TEXT    REFERENCES plan (id),
    approach      TEXT    NOT NULL,
    delegator     TEXT,
    solver        TEXT    NOT NULL,
    repetition    INTEGER NOT NULL,
    prompt_tokens INTEGER,
    output_tokens INTEGER,
    millis        BIGINT,
    finish        TEXT    NOT NULL,
    attempts      INTEGER NOT NULL,
    source        TEXT,
    created_at    BIGINT  NOT NULL
);
CREATE INDEX response_of_problem ON response (problem_id);

CREATE TABLE response_text (
    response_id TEXT NOT NULL PRIMARY KEY REFERENCES response (id),
    prompt      TEXT NOT NULL,
    output      TEXT NOT NULL,
    reasoning   TEXT
);

-- A paid call is recorded even when what it led to could not be.
CREATE TABLE call_attempt (
    id            TEXT    NOT NULL PRIMARY KEY,
    problem_id    TEXT    NOT NULL REFERENCES problem (id),
    response_id   TEXT,
    plan_id       TEXT,
    role          TEXT    NOT NULL,
    model         TEXT    NOT NULL,
    started_at    BIGINT  NOT NULL,
    millis        BIGINT  NOT NULL,
    status        INTEGER NOT NULL,
    trouble       TEXT,
    prompt_tokens INTEGER,
    output_tokens INTEGER
);
CREATE INDEX call_attempt_of_problem ON call_attempt (problem_id);

CREATE TABLE label_event (
    seq         ${sequence},
    id          TEXT             NOT NULL UNIQUE,
    response_id TEXT             NOT NULL REFERENCES response (id),
    author      TEXT             NOT NULL,
    verdict     TEXT,
    flags       TEXT             NOT NULL,
    note        TEXT             NOT NULL,
    undo        BOOLEAN          NOT NULL,
    seconds     DOUBLE PRECISION NOT NULL,
    labelled_at BIGINT           NOT NULL
);
CREATE INDEX label_event_of_response ON label_event (response_id, author, seq);
CREATE INDEX label_event_of_author ON label_event (author, response_id, seq);

CREATE TABLE draft_event (
    seq        ${sequence},
    id         TEXT    NOT NULL UNIQUE,
    plan_id    TEXT    NOT NULL REFERENCES plan (id),
    author     TEXT    NOT NULL,
    standing   BOOLEAN NOT NULL,
    action     TEXT    NOT NULL,
    drafted_at BIGINT  NOT NULL
);
CREATE INDEX draft_event_of_plan ON draft_event (author, plan_id, seq);

CREATE TABLE draft_text (
    draft_id TEXT NOT NULL PRIMARY KEY REFERENCES draft_event (id),
    steps    TEXT NOT NULL,
    cuts     TEXT NOT NULL
);

CREATE TABLE suggestion (
    response_id  TEXT   NOT NULL PRIMARY KEY REFERENCES response (id),
    source       TEXT   NOT NULL,
    json         TEXT   NOT NULL,
    suggested_at BIGINT NOT NULL
);

CREATE TABLE session_setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
