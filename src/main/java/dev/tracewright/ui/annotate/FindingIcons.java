package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Finding;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.Doubt;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The shape of each finding and doubt and the words of each finding, the same wherever it is shown. */
final class FindingIcons {
    private FindingIcons() {}

    static Ikon icon(Finding finding) {
        return switch (finding) {
            case SKIPPED_STEP -> MaterialDesignD.DEBUG_STEP_OVER;
            case MERGED_STEPS -> MaterialDesignC.CALL_MERGE;
            case ORDER_BROKEN -> MaterialDesignS.SWAP_VERTICAL;
            case FALSE_ARITHMETIC -> MaterialDesignN.NOT_EQUAL_VARIANT;
            case LEAK -> MaterialDesignW.WATER;
            case ADDED_WORK -> MaterialDesignP.PLUS_BOX_OUTLINE;
            case UNSURE_LINK -> MaterialDesignH.HELP;
        };
    }

    static Ikon icon(Doubt doubt) {
        return switch (doubt) {
            case SUGGESTION_DIFFERS -> MaterialDesignC.COMPARE_HORIZONTAL;
            case SUGGESTION_UNSURE -> MaterialDesignH.HELP_RHOMBUS_OUTLINE;
            case FORMAT_MISMATCH -> MaterialDesignF.FORMAT_ALIGN_RIGHT;
            case STRICT_DIFFERS -> MaterialDesignN.NOT_EQUAL;
            case INCONSISTENT -> MaterialDesignS.SWAP_HORIZONTAL;
        };
    }

    static String name(Finding finding) {
        return Texts.of("finding." + finding.key());
    }
}
