-- Stands for a migration of a later version.
CREATE TABLE added_later (name TEXT NOT NULL PRIMARY KEY);
INSERT INTO added_later (name) VALUES ('there');
