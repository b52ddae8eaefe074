package dev.tracewright.llm;

import java.util.ArrayList;
import java.util.List;

/** A switch that ends a running call; it can be thrown once, from any thread. */
public final class Cancellation {
    private final List<Registration> actions = new ArrayList<>();
    private boolean cancelled;

    /** Ends the call: every registered action runs once, now or as soon as it is registered. */
    public void cancel() {
        List<Registration> toRun;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        toRun.forEach(registration -> registration.action.run());
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Registers what cancelling does.
     *
     * @return closes to take the action back, so that one switch can serve thousands of calls without keeping them alive
     */
    public Registration onCancel(Runnable action) {
        Registration registration = new Registration(action);
        synchronized (this) {
            if (!cancelled) {
                actions.add(registration);
                return registration;
            }
        }
        action.run();
        return registration;
    }

    /** An action that is registered until it is closed. */
    public final class Registration implements AutoCloseable {
        private final Runnable action;

        private Registration(Runnable action) {
            this.action = action;
        }

        @Override
        public void close() {
            synchronized (Cancellation.this) {
                actions.remove(this);
            }
        }
    }
}
