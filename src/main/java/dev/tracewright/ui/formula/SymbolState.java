package dev.tracewright.ui.formula;

import java.util.HashMap;
import java.util.Map;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Undoes what one formula leaves behind for the next: JLaTeXMath shares one object per symbol and lets commands such as
 * {@code \limits} change it for good; not thread-safe, the renderer holds its lock.
 */
final class SymbolState {
    private record Kind(int type, int limits, int alignment) {
        static Kind of(Atom atom) {
            return new Kind(atom.type, atom.type_limits, atom.alignment);
        }

        void applyTo(Atom atom) {
            atom.type = type;
            atom.type_limits = limits;
            atom.alignment = alignment;
        }
    }

    private final Map<Atom, Kind> kinds = new HashMap<>();

    /** Remembers every symbol as it is; to be called while no formula has been set. */
    SymbolState() {
        loadTypesetter();
        for (SymbolAtom symbol : SymbolAtom.symbols.values()) {
            kinds.put(symbol, Kind.of(symbol));
        }
    }

    /** Gives every symbol its first state back. */
    void restore() {
        kinds.forEach((atom, kind) -> kind.applyTo(atom));
        TeXFormula.predefinedTeXFormulas.clear();
    }

    private static void loadTypesetter() {
        Atom first = new TeXFormula("x").root;
        if (first == null) {
            throw new IllegalStateException("The typesetter does not set a single letter.");
        }
    }
}
