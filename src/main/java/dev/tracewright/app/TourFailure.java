package dev.tracewright.app;

/** Something on the tour differed from what it should be; the message says what. */
final class TourFailure extends RuntimeException {
    TourFailure(String message) {
        super(message);
    }
}
