-- What waits until somebody has reviewed delegated steps, and who reviewed them. Portable as V1 is.

-- solve_key is a call that is made with the reviewed steps of the delegation call_key. That a review is still to be made, or
-- can still be taken back, follows from call_result and call_attempt.
CREATE TABLE study_review (
    study_id  TEXT NOT NULL REFERENCES study (id),
    call_key  TEXT NOT NULL,
    solve_key TEXT NOT NULL,
    PRIMARY KEY (study_id, solve_key)
);
CREATE INDEX study_review_of_call ON study_review (call_key);

-- reviewed_id is the version that the reviewer left, which is plan_id where nothing had to be changed; null says that the review
-- before was taken back. source is the model whose proposals were taken over, if any.
CREATE TABLE review_event (
    seq         ${sequence},
    id          TEXT   NOT NULL UNIQUE,
    call_key    TEXT   NOT NULL,
    plan_id     TEXT   NOT NULL REFERENCES plan (id),
    reviewed_id TEXT   REFERENCES plan (id),
    reviewer    TEXT   NOT NULL,
    source      TEXT,
    reviewed_at BIGINT NOT NULL
);
CREATE INDEX review_event_of_call ON review_event (call_key, seq);
