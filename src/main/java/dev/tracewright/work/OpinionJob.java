package dev.tracewright.work;

import dev.tracewright.llm.Cancellation;

/**
 * Second opinions that are being asked for.
 *
 * @param model the model's name
 * @param total how many answers it is asked about
 * @param done how many of them it has answered, readably or not
 * @param failed how many of them brought nothing that can be used
 * @param cancellation stops it and keeps what came
 */
public record OpinionJob(String model, int total, int done, int failed, Cancellation cancellation) {
    OpinionJob with(int nowDone, int nowFailed) {
        return new OpinionJob(model, total, nowDone, nowFailed, cancellation);
    }
}
