package dev.tracewright.exchange;

import java.util.List;

/** A part of a YAML file with the line it begins on, so that every message can point there. */
sealed interface YamlNode {
    /** The line on which it begins, counted from 1. */
    int line();

    /** What it is, in words for a message. */
    String described();

    /** What a single value looks like without its quotes. */
    enum Kind {
        TEXT("a text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        NOTHING("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * A single value.
     *
     * @param text as it is written, without quotes
     */
    record Scalar(int line, String text, Kind kind) implements YamlNode {
        @Override
        public String described() {
            return kind.words;
        }
    }

    /** A list. */
    record Items(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String described() {
            return "a list";
        }
    }

    /** Keys with values, each key once, in their order. */
    record Keys(int line, List<Entry> entries) implements YamlNode {
        @Override
        public String described() {
            return "a group of keys";
        }
    }

    /**
     * A key with its value.
     *
     * @param line the line of the key
     */
    record Entry(int line, String key, YamlNode value) {}
}
