package dev.aisle.profile.models.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job as operators see it.
 *
 * @param state {@code running}, {@code done}, {@code failed}, {@code cancelled}
 * @param asOf when it was started; later events don't count
 * @param progress about which share of the people are counted, 0..1
 * @param resumed how often it went on after its instance was gone
 * @param result the models with their versions, and what wasn't fitted and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        UUID id,
        String kind,
        String state,
        Instant asOf,
        double progress,
        int resumed,
        @Nullable Instant finishedAt,
        @Nullable String failure,

        @JsonRawValue @Schema(implementation = Object.class) @Nullable
        String result) {
    static JobView of(JobRun run) {
        return new JobView(
                run.id(),
                run.kind().label(),
                run.state().label(),
                run.asOf(),
                run.progress(),
                run.resumed(),
                run.finishedAt(),
                run.failure(),
                run.result());
    }
}
