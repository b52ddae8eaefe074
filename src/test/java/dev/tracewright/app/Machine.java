package dev.tracewright.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much of the machine a test gets: limits of time are meant for one that does nothing else. */
final class Machine {
    private static final long WORK_NANOS = 40_000_000;
    private static final int THREADS = 2;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private Machine() {}

    /** How many times as long as its processor time some work takes now, at least 1: other programs had the processors between. */
    static double slowness() {
        double[] slow = new double[THREADS];
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int mine = i;
            threads[i] = new Thread(() -> slow[mine] = worked(), "slowness " + i);
            threads[i].start();
        }
        double most = 1;
        for (int i = 0; i < THREADS; i++) {
            try {
                threads[i].join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            most = Math.max(most, slow[i]);
        }
        return most;
    }

    private static double worked() {
        long start = System.nanoTime();
        long cpu = CLOCK.getCurrentThreadCpuTime();
        long used = 0;
        while (used < WORK_NANOS) {
            used = CLOCK.getCurrentThreadCpuTime() - cpu;
        }
        return (double) (System.nanoTime() - start) / used;
    }
}
