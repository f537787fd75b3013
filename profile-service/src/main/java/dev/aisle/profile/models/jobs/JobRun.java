package dev.aisle.profile.models.jobs;

import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.models.fitting.JobKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param asOf events after this moment don't count, however long the run takes
 * @param progress about which share of the people are counted, 0..1
 * @param resumed how often it went on after whoever did it was gone
 * @param failure why it failed; null otherwise
 * @param result the models, and what wasn't fitted and why, as JSON; null until it is done
 */
record JobRun(
        UUID id,
        JobKind kind,
        State state,
        Instant asOf,
        double progress,
        int resumed,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable String result) {}
