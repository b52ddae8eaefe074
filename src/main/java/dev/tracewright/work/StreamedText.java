package dev.tracewright.work;

/**
 * Text that one thread writes and the screen reads. The screen is told once that something came and then reads whatever stands
 * there when its next frame is due, so a fast model cannot flood it.
 */
public final class StreamedText {
    private final StringBuilder text = new StringBuilder();
    private boolean told;

    /** Appends a piece; returns whether the screen should be told (it was not since it last read). */
    public synchronized boolean append(String piece) {
        text.append(piece);
        boolean tell = !told;
        told = true;
        return tell;
    }

    /** Starts over, because what came was void. */
    public synchronized void clear() {
        text.setLength(0);
    }

    /** All that came so far; the screen will be told of the next piece again. */
    public synchronized String read() {
        told = false;
        return text.toString();
    }
}
