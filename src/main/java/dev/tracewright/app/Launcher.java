package dev.tracewright.app;

/** The entry point; no JavaFX Application itself, so that the program starts from a plain class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println("Tracewright");
    }
}
