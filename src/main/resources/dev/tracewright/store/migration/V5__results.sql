-- What results look at in an answer, small and without texts, so that a session of any size is counted where it is stored; kept up
-- to date in the transaction that changes what it says. Portable as V1 is. Keys are numbers here, because these tables are read
-- whole; an absent name is ''.

-- The prompt template a solver's prompt was made of, such as paper/solution@1.
ALTER TABLE response ADD COLUMN template TEXT;

-- How long the delegated text is, in characters.
ALTER TABLE plan ADD COLUMN characters BIGINT;
UPDATE plan SET characters = (SELECT length(t.steps) FROM plan_text t WHERE t.plan_id = plan.id);

CREATE TABLE problem_key (
    id         ${sequence},
    problem_id TEXT    NOT NULL UNIQUE REFERENCES problem (id),
    number     INTEGER NOT NULL
);
INSERT INTO problem_key (problem_id, number) SELECT id, number FROM problem ORDER BY dataset, number, id;

-- What is compared as one, apart by level and subject so that these are conditions on cells too.
CREATE TABLE cell (
    id        ${sequence},
    dataset   TEXT    NOT NULL,
    level     TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    approach  TEXT    NOT NULL,
    template  TEXT    NOT NULL,
    delegator TEXT    NOT NULL,
    solver    TEXT    NOT NULL,
    corrected BOOLEAN NOT NULL,
    UNIQUE (dataset, solver, approach, delegator, template, corrected, level, subject)
);

CREATE TABLE annotator (
    id   ${sequence},
    name TEXT NOT NULL UNIQUE
);

-- What several annotators say of one answer: annotator:said with commas between, in the order of the annotators' keys; said is 8 for
-- true and 16 for false, and 1, 2 and 4 for extra information, format mismatch and needs analysis. Who says nothing is left out.
CREATE TABLE panel (
    id   ${sequence},
    code TEXT NOT NULL UNIQUE
);
INSERT INTO panel (code) VALUES ('');

-- What reading an answer brought: a letter for what became of each step, findings as bits, the step of the first false equation,
-- and what the program and exact-match grading would say ('true', 'false', 'unsure' or ''). rules is the version of the rules.
CREATE TABLE reading (
    id          ${sequence},
    rules       INTEGER NOT NULL,
    statuses    TEXT    NOT NULL,
    findings    INTEGER NOT NULL,
    first_false INTEGER NOT NULL,
    suggestion  TEXT    NOT NULL,
    strict      TEXT    NOT NULL,
    UNIQUE (statuses, findings, first_false, suggestion, strict, rules)
);

-- One row a response. again counts the answers of one cell to one problem in one repetition from 0: the first one is compared with
-- other cells. reading is null where it has not been read, or was corrected since. Tokens, time and cost are those of all attempts
-- where they were recorded.
CREATE TABLE answer (
    id            ${sequence},
    response_id   TEXT    NOT NULL UNIQUE REFERENCES response (id),
    cell          BIGINT  NOT NULL REFERENCES cell (id),
    problem       BIGINT  NOT NULL REFERENCES problem_key (id),
    repetition    INTEGER NOT NULL,
    again         INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    panel         BIGINT  NOT NULL REFERENCES panel (id),
    reading       BIGINT  REFERENCES reading (id),
    prompt_tokens BIGINT,
    output_tokens BIGINT,
    millis        BIGINT,
    cost_nano     BIGINT,
    currency      TEXT,
    person_millis BIGINT  NOT NULL,
    characters    BIGINT  NOT NULL
);

-- What each annotator says now, as in panel, and how long they had the answer before them.
CREATE TABLE standing_label (
    answer    BIGINT  NOT NULL REFERENCES answer (id),
    annotator BIGINT  NOT NULL REFERENCES annotator (id),
    said      INTEGER NOT NULL,
    millis    BIGINT  NOT NULL,
    PRIMARY KEY (answer, annotator)
);

-- How a version of delegated steps differs from the delegator's own, by which version of the rules.
CREATE TABLE plan_change (
    plan_id     TEXT    NOT NULL PRIMARY KEY REFERENCES plan (id),
    original_id TEXT    NOT NULL REFERENCES plan (id),
    rules       INTEGER NOT NULL,
    inserted    INTEGER NOT NULL,
    deleted     INTEGER NOT NULL,
    moved       INTEGER NOT NULL,
    reworded    INTEGER NOT NULL
);
CREATE INDEX plan_change_of_original ON plan_change (original_id);

INSERT INTO cell (dataset, level, subject, approach, template, delegator, solver, corrected)
SELECT DISTINCT p.dataset, coalesce(p.level, ''), coalesce(p.subject, ''), r.approach, '', coalesce(r.delegator, ''), r.solver,
       coalesce(v.origin <> 'DELEGATOR' AND v.version > 1, FALSE)
FROM response r JOIN problem p ON p.id = r.problem_id LEFT JOIN plan v ON v.id = r.plan_id;

INSERT INTO answer (response_id, cell, problem, repetition, again, version, panel, reading, prompt_tokens, output_tokens, millis,
                    cost_nano, currency, person_millis, characters)
SELECT r.id, c.id, k.id, r.repetition,
       row_number() OVER (PARTITION BY c.id, k.id, r.repetition ORDER BY r.created_at, r.id) - 1,
       coalesce(v.version, 0), e.id, NULL, coalesce(o.prompt_tokens, r.prompt_tokens),
       coalesce(o.output_tokens, r.output_tokens), coalesce(o.millis, r.millis), o.cost_nano, o.currency, 0, length(t.output)
FROM response r
JOIN response_text t ON t.response_id = r.id
JOIN problem p ON p.id = r.problem_id
JOIN problem_key k ON k.problem_id = p.id
JOIN panel e ON e.code = ''
LEFT JOIN plan v ON v.id = r.plan_id
LEFT JOIN outlay o ON o.kind = 'solve' AND o.id = r.id
JOIN cell c ON c.dataset = p.dataset AND c.solver = r.solver AND c.approach = r.approach
    AND c.delegator = coalesce(r.delegator, '') AND c.template = ''
    AND c.corrected = coalesce(v.origin <> 'DELEGATOR' AND v.version > 1, FALSE)
    AND c.level = coalesce(p.level, '') AND c.subject = coalesce(p.subject, '')
ORDER BY r.created_at, r.id;

INSERT INTO annotator (name) SELECT DISTINCT author FROM label_event ORDER BY author;

INSERT INTO standing_label (answer, annotator, said, millis)
SELECT a.id, n.id,
       CASE e.verdict WHEN 'TRUE' THEN 8 WHEN 'FALSE' THEN 16 ELSE 0 END
           + CASE WHEN e.flags LIKE '%extra_information%' THEN 1 ELSE 0 END
           + CASE WHEN e.flags LIKE '%format_mismatch%' THEN 2 ELSE 0 END
           + CASE WHEN e.flags LIKE '%needs_analysis%' THEN 4 ELSE 0 END,
       latest.millis
FROM (SELECT max(seq) AS seq, CAST(round(sum(seconds) * 1000) AS BIGINT) AS millis
      FROM label_event GROUP BY response_id, author) latest
JOIN label_event e ON e.seq = latest.seq
JOIN answer a ON a.response_id = e.response_id
JOIN annotator n ON n.name = e.author;

CREATE TABLE panel_before (
    answer BIGINT NOT NULL PRIMARY KEY,
    code   TEXT   NOT NULL,
    millis BIGINT NOT NULL
);
INSERT INTO panel_before (answer, code, millis)
SELECT answer, coalesce(string_agg(CASE WHEN said <> 0 THEN annotator || ':' || said END, ',' ORDER BY annotator), ''), sum(millis)
FROM standing_label GROUP BY answer;
INSERT INTO panel (code) SELECT DISTINCT code FROM panel_before WHERE code <> '' ORDER BY code;
UPDATE answer
SET panel = (SELECT e.id FROM panel_before b JOIN panel e ON e.code = b.code WHERE b.answer = answer.id),
    person_millis = (SELECT b.millis FROM panel_before b WHERE b.answer = answer.id)
WHERE id IN (SELECT answer FROM panel_before);
DROP TABLE panel_before;

-- Both hold all that a count needs, in the order in which it is counted.
CREATE INDEX answer_counted ON answer (cell, panel, reading, currency, cost_nano, prompt_tokens, output_tokens, millis,
                                       person_millis, characters);
CREATE INDEX answer_paired ON answer (problem, repetition, cell, again, panel, reading);
