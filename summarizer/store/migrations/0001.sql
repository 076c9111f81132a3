-- Articles as they were read, answers as they were paid for, runs, and what became of each article in each of them.

CREATE TABLE articles (
    id TEXT PRIMARY KEY,             -- hash of the text
    name TEXT NOT NULL,
    path TEXT NOT NULL,              -- where it was read from
    headline TEXT,
    publisher TEXT,
    published TEXT,                  -- YYYY-MM-DD
    characters INTEGER NOT NULL,
    record TEXT NOT NULL,            -- the whole article as JSON, its text included
    added TEXT NOT NULL              -- UTC
) WITHOUT ROWID;

CREATE TABLE answers (
    key TEXT PRIMARY KEY,            -- hash of endpoint, model, options, schema and messages
    task TEXT NOT NULL,              -- schema that was asked for
    model TEXT NOT NULL,             -- as the endpoint named it
    text TEXT NOT NULL,              -- the answer as JSON; where it failed, why
    failure TEXT,                    -- refused, truncated …, where it was paid for and no answer
    input INTEGER NOT NULL,
    cached INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    estimated INTEGER NOT NULL,      -- 1 where the tokens are an estimate
    added TEXT NOT NULL              -- UTC
);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,       -- hash of model, endpoint, prompts, schema and options
    model TEXT NOT NULL,
    endpoint TEXT NOT NULL,          -- embedded or remote
    prompts TEXT NOT NULL,           -- name and digest of each prompt
    process TEXT NOT NULL,           -- host, process and its start
    status TEXT NOT NULL,            -- running, done, stopped or interrupted
    message TEXT,                    -- why it stopped
    started TEXT NOT NULL,           -- UTC
    ended TEXT
);

CREATE TABLE work (
    fingerprint TEXT NOT NULL,
    article TEXT NOT NULL,
    status TEXT NOT NULL,            -- leased, ok, or why it failed
    message TEXT,
    owner TEXT,                      -- process that works on it
    expires REAL,                    -- seconds since 1970 until which the lease holds
    PRIMARY KEY (fingerprint, article)
) WITHOUT ROWID;
CREATE INDEX work_owner ON work (owner) WHERE owner IS NOT NULL;

CREATE TABLE outcomes (
    run INTEGER NOT NULL REFERENCES runs (id),
    article TEXT NOT NULL,
    path TEXT NOT NULL,
    status TEXT NOT NULL,            -- ok, or why it failed
    message TEXT,
    cached INTEGER NOT NULL,         -- 1 where nothing was sent for it in this run
    input INTEGER NOT NULL,
    cached_input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    accepted INTEGER,                -- figures that the text supports
    review INTEGER,                  -- figures that a person should look at
    rejected INTEGER,                -- figures that the text does not support
    seconds REAL NOT NULL,           -- from claim to result
    ended TEXT NOT NULL,             -- UTC
    PRIMARY KEY (run, article, path)
) WITHOUT ROWID;
CREATE INDEX outcomes_article ON outcomes (article);

CREATE VIEW run_summary AS
SELECT runs.id, runs.model, runs.status, runs.started, runs.ended, runs.message,
       count(outcomes.article) AS articles,
       coalesce(sum(outcomes.status = 'ok'), 0) AS ok,
       coalesce(sum(outcomes.status <> 'ok'), 0) AS failed,
       coalesce(sum(outcomes.cached), 0) AS cached,
       coalesce(sum(outcomes.input), 0) AS input,
       coalesce(sum(outcomes.cached_input), 0) AS cached_input,
       coalesce(sum(outcomes.output), 0) AS output,
       coalesce(sum(outcomes.reasoning), 0) AS reasoning,
       coalesce(sum(outcomes.requests), 0) AS requests,
       coalesce(sum(outcomes.attempts), 0) AS attempts,
       max(outcomes.estimated) AS estimated
FROM runs LEFT JOIN outcomes ON outcomes.run = runs.id
GROUP BY runs.id;

CREATE VIEW article_summary AS
SELECT articles.id, articles.name, articles.headline, articles.publisher, articles.published, articles.characters,
       count(outcomes.run) AS runs,
       max(outcomes.run) AS last_run,
       (SELECT last.status FROM outcomes AS last WHERE last.article = articles.id ORDER BY last.run DESC LIMIT 1) AS status,
       coalesce(sum(outcomes.input), 0) AS input,
       coalesce(sum(outcomes.output), 0) AS output
FROM articles LEFT JOIN outcomes ON outcomes.article = articles.id
GROUP BY articles.id;

CREATE VIEW failures AS
SELECT outcomes.run, outcomes.article, articles.name, outcomes.path, outcomes.status, outcomes.message, outcomes.attempts, outcomes.ended
FROM outcomes LEFT JOIN articles ON articles.id = outcomes.article
WHERE outcomes.status <> 'ok';
