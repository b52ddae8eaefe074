package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Finding;
import dev.tracewright.ui.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The shape and the words of each finding, the same wherever it is shown. */
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

    static String name(Finding finding) {
        return Texts.of("finding." + finding.key());
    }
}
