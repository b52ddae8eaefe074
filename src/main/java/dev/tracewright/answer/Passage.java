package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of an output with what it does there, because only sentences of the work hold answers.
 *
 * @param sentence the sentence
 * @param role what it does
 * @param concludes whether it says that it concludes
 */
record Passage(Sentence sentence, Role role, boolean concludes) {

    /** What a sentence does for the answer. */
    enum Role {
        /** Works or concludes: may hold the answer. */
        WORK,
        /** Goes back over an answer. */
        CHECK,
        /** Speaks beside the work: a note, a farewell, another way. */
        REMARK,
        /** Asks. */
        QUESTION,
        /** Says what is to be done, and does not do it. */
        INSTRUCTION,
        /** Says that there is no telling; where the work ends so, it has no answer. */
        DENIAL,
        /** Leaves a blank to be filled in. */
        BLANK;

        /** Whether a sentence that does this can hold an answer. */
        boolean speaks() {
            return this == WORK || this == CHECK || this == REMARK;
        }
    }

    /** The last {@code most} sentences of {@code text} with their roles, in order. */
    static List<Passage> of(String text, List<Sentence> sentences, int most) {
        List<Passage> passages = new ArrayList<>();
        boolean checking = false;
        for (int i = Math.max(0, sentences.size() - most); i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String lower = Cue.lower(sentence.text());
            boolean own = Cue.CHECKS.isIn(lower);
            if (opens(text, sentence)) {
                checking = isCheckTitle(lower);
            } else if (checking && !own && Cue.ANSWERS.isIn(lower)) {
                checking = false;
            }
            passages.add(new Passage(sentence, role(lower, own || checking), Cue.CONCLUDES.isIn(lower)));
            checking |= Cue.CHECKS_NEXT.isIn(lower);
        }
        return passages;
    }

    private static Role role(String lower, boolean check) {
        if (lower.contains("___") || lower.contains("\\underline{\\hspace")) {
            return Role.BLANK;
        }
        if (asks(lower)) {
            return Role.QUESTION;
        }
        if (Instruction.is(lower)) {
            return Role.INSTRUCTION;
        }
        if (Cue.DENIES.isIn(lower)) {
            return Role.DENIAL;
        }
        if (check) {
            return Role.CHECK;
        }
        return Cue.REMARKS.isIn(lower) || Cue.ALTERNATIVE.isIn(lower) ? Role.REMARK : Role.WORK;
    }

    /** Whether it ends with a question mark, or with one and a remark in parentheses. */
    private static boolean asks(String lower) {
        return lower.endsWith("?") || lower.endsWith("？") || (lower.endsWith(")") && lower.contains("? ("));
    }

    /** Whether a line begins here that opens a part of the text: a heading, a bold line, a numbered item. */
    private static boolean opens(String text, Sentence sentence) {
        int at = sentence.start() - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at--;
        }
        if (at >= 0 && text.charAt(at) != '\n') {
            return false;
        }
        String line = sentence.text();
        return line.startsWith("#")
                || line.startsWith("**")
                || line.regionMatches(true, 0, "step ", 0, 5)
                || sentence.numberEnd() > 0;
    }

    /** "Step 6: Check your answer", "8. Checking:"; but "check if 7 divides it" is work. */
    private static boolean isCheckTitle(String lower) {
        int at = 0;
        while (at < lower.length() && (!Character.isLetter(lower.charAt(at)) || lower.startsWith("step", at))) {
            at += lower.startsWith("step", at) ? 4 : 1;
        }
        String title = lower.substring(at);
        boolean looksBack = title.startsWith("check")
                || title.startsWith("double-check")
                || title.startsWith("verif")
                || title.startsWith("confirm");
        return looksBack
                && !title.startsWith("check if")
                && !title.startsWith("check whether")
                && !title.startsWith("check which")
                && !title.startsWith("check for");
    }
}
