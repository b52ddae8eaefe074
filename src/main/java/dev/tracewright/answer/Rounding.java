package dev.tracewright.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Tells a rounded answer from another answer; whether the output says that it rounded is the caller's to see. */
final class Rounding {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(?:\\.\\d{0,30})?|-?\\.\\d{1,30}");

    private Rounding() {}

    /**
     * Whether the values differ and one is the other rounded half up to the decimal places it is written with, such as
     * {@code 3.33} for {@code 10/3} and {@code 4.47} for {@code 2\sqrt{5}}; 0 and a value that rounds to it do not count.
     */
    static boolean rounds(String stated, String gold) {
        return !Equality.same(stated, gold) && (isRounded(stated, gold) || isRounded(gold, stated));
    }

    private static boolean isRounded(String rounded, String exact) {
        String plain = Normal.of(rounded);
        if (!DECIMAL.matcher(plain).matches()) {
            return false;
        }
        int point = plain.indexOf('.');
        int places = point < 0 ? 0 : plain.length() - point - 1;
        BigDecimal written = new BigDecimal(point < 0 ? plain : plain + "0");
        BigDecimal value = decimal(exact, places);
        return value != null && written.signum() != 0 && value.compareTo(written) == 0;
    }

    /** The value rounded to {@code places}, or null where it is no number. */
    private static @Nullable BigDecimal decimal(String written, int places) {
        BigFraction number = Equality.number(written);
        if (number != null) {
            return number.getNumerator().bitLength() > 400
                    ? null
                    : number.bigDecimalValue(places, RoundingMode.HALF_UP);
        }
        Algebra expression = MathParser.parse(Normal.of(written));
        Real value = expression == null ? null : Real.of(expression, Map.of());
        return value == null || value.value().precision() - value.value().scale() > 30
                ? null
                : value.value().setScale(places, RoundingMode.HALF_UP);
    }
}
