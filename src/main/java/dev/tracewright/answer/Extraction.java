package dev.tracewright.answer;

import dev.tracewright.trace.Candidate;
import dev.tracewright.trace.Candidate.Where;
import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an output gives as its answer, found without knowing the data set's.
 *
 * @param stated the answer in its most formal place, or null
 * @param reasoned the value that the reasoning before it arrives at, or null where there is no other place
 * @param firm whether {@code reasoned} comes from a sentence that says it concludes
 * @param blank whether the output ends with a blank to be filled in
 * @param extra whether further results or questions follow the answer
 * @param candidates every value that was considered, the chosen places first
 */
record Extraction(
        @Nullable Found stated,
        @Nullable Found reasoned,
        boolean firm,
        boolean blank,
        boolean extra,
        List<Candidate> candidates) {
    private static final int LAST_SENTENCES = 60;
    private static final int MOST_STATEMENTS = 6;
    private static final int FEW_BEFORE = 4;
    private static final int NEAR_THE_END = 400;
    private static final int SHORTEST_QUESTION = 15;
    /** Models that were trained on lists of exercises go on with one of their own. */
    private static final Pattern NEXT_EXERCISE = Pattern.compile(
            "\\n\\s{0,4}+(?:#{1,4}\\s?|\\*\\*)?(?:question|q|problem|human|user|input|instruction|exercise)\\s?\\d{0,3}\\s?:");

    /** A sentence of the work that states a value. */
    private record Said(Passage passage, Found found, Asked.Fit fit, List<Found> beside) {
        boolean firm() {
            return passage.concludes() && !passage.sentence().text().endsWith(":");
        }
    }

    /** @param sentences those of {@code whole} */
    static Extraction of(String question, String whole, List<Sentence> sentences) {
        Asked asked = Asked.of(question);
        StatedValue values = new StatedValue(asked);
        int ownEnd = endOfOwnAnswer(whole);
        String output = whole.substring(0, ownEnd);
        AnswerLine line = AnswerLine.of(values, asked, output);
        List<Found> boxes = Boxed.all(output);
        List<Sentence> own = ownEnd == whole.length() ? sentences : Sentence.of(output);
        List<Passage> passages = Passage.of(output, own, LAST_SENTENCES);
        List<Said> said = said(asked, values, output, passages, line == null ? output.length() : line.mark());
        Said conclusion = said.isEmpty() ? null : said.get(chosen(output, said));
        Found concluded = conclusion == null ? null : conclusion.found();
        boolean firm = conclusion != null && conclusion.firm();
        List<Candidate> candidates = candidates(line, boxes, said, conclusion);
        Found box = boxes.isEmpty() ? null : AnswerLine.rightSide(boxes.getLast());
        boolean boxed = box != null && (concluded == null || output.length() - box.end() < NEAR_THE_END);
        Found stated = line != null ? line.found() : boxed ? box : concluded;
        boolean formal = line != null || boxed;
        boolean other =
                formal && concluded != null && !(boxed && concluded.value().contains("\\boxed"));
        int after = stated == null ? output.length() : stated.end();
        boolean blank = passages.stream()
                .anyMatch(one ->
                        one.role() == Passage.Role.BLANK && one.sentence().start() >= after);
        boolean extra =
                ownEnd < whole.length() || asksAfter(passages, after) || (!formal && resultsAfter(asked, said, after));
        return new Extraction(stated, other ? concluded : null, firm, blank, extra, candidates);
    }

    /** Where the model begins an exercise of its own after an answer, or the end. */
    private static int endOfOwnAnswer(String output) {
        String lower = Cue.lower(output);
        int answered = AnswerLine.firstEnd(lower);
        List<Found> boxes = Boxed.all(output);
        int boxed = boxes.isEmpty() ? -1 : boxes.getFirst().end();
        int from = answered < 0 ? boxed : boxed < 0 ? answered : Math.min(answered, boxed);
        Matcher next = NEXT_EXERCISE.matcher(lower);
        return from >= 0 && next.find(from) ? next.start() : output.length();
    }

    /** What the sentences before {@code limit} state, the last first; checks and remarks only where nothing else does. */
    private static List<Said> said(Asked asked, StatedValue values, String output, List<Passage> passages, int limit) {
        List<Said> work = new ArrayList<>();
        List<Said> asides = new ArrayList<>();
        for (int i = passages.size() - 1; i >= 0 && work.size() < MOST_STATEMENTS; i--) {
            Passage passage = passages.get(i);
            if (work.isEmpty() && passage.role() == Passage.Role.DENIAL) {
                return List.of();
            }
            if (!passage.role().speaks()
                    || passage.sentence().end() > limit
                    || (passage.role() != Passage.Role.WORK && !asides.isEmpty())) {
                continue;
            }
            Said one = said(asked, values, output, passage);
            if (one != null) {
                (passage.role() == Passage.Role.WORK ? work : asides).add(one);
            }
        }
        return work.isEmpty() ? asides : work;
    }

    private static @Nullable Said said(Asked asked, StatedValue values, String output, Passage passage) {
        Sentence sentence = passage.sentence();
        int from = sentence.start() + sentence.numberEnd();
        StatedValue.Statement statement = values.in(output, from, sentence.end());
        Found word = passage.concludes() ? WordAnswer.in(asked, output, from, sentence.end()) : null;
        if (word != null) {
            return new Said(passage, word, Asked.Fit.SAME, statement == null ? List.of() : List.of(statement.found()));
        }
        if (statement == null || (!passage.concludes() && values.isOnlyRepeated(output, sentence.start(), statement))) {
            return null;
        }
        return new Said(passage, statement.found(), statement.fit(), statement.beside());
    }

    /**
     * Which statement is the answer: the last, unless it does not conclude, counts something else than was asked for, and comes
     * back to a value that was known before one that counts what was asked for ("so 100 girls; 60 boys + 100 girls = 160").
     */
    private static int chosen(String output, List<Said> said) {
        Said last = said.getFirst();
        if (last.fit() == Asked.Fit.OTHER && !last.passage().concludes()) {
            for (int i = 1; i < Math.min(said.size(), FEW_BEFORE); i++) {
                Said one = said.get(i);
                if (one.fit() == Asked.Fit.SAME) {
                    int before = one.passage().sentence().start();
                    return output.lastIndexOf(last.found().value(), before) >= 0 ? i : 0;
                }
            }
        }
        return 0;
    }

    private static boolean asksAfter(List<Passage> passages, int after) {
        for (Passage passage : passages) {
            Sentence sentence = passage.sentence();
            if (passage.role() == Passage.Role.QUESTION
                    && sentence.start() > after
                    && sentence.text().length() > SHORTEST_QUESTION
                    && !Cue.OFFERS.isIn(Cue.lower(sentence.text()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean resultsAfter(Asked asked, List<Said> said, int after) {
        for (Said one : said) {
            if (one.passage().role() == Passage.Role.WORK
                    && one.passage().sentence().start() > after
                    && !asked.isGiven(one.found().value())) {
                return true;
            }
        }
        return false;
    }

    private static List<Candidate> candidates(
            @Nullable AnswerLine line, List<Found> boxes, List<Said> said, @Nullable Said conclusion) {
        List<Candidate> all = new ArrayList<>();
        if (line != null) {
            all.add(new Candidate(line.found(), Where.ANSWER_LINE));
        }
        for (int i = boxes.size() - 1; i >= Math.max(0, boxes.size() - MOST_STATEMENTS); i--) {
            all.add(new Candidate(AnswerLine.rightSide(boxes.get(i)), Where.BOX));
        }
        for (Said one : said) {
            all.add(new Candidate(one.found(), one.firm() ? Where.CONCLUSION : Where.RESULT));
        }
        if (conclusion != null) {
            conclusion.beside().stream()
                    .limit(MOST_STATEMENTS)
                    .forEach(one -> all.add(new Candidate(one, Where.BESIDE)));
        }
        return all;
    }
}
