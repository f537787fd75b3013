package dev.aisle.recommender.interactions.feedback.edge;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a report is asked for. */
final class FeedbackParameters {
    @QueryParam("from")
    @Parameter(description = "ISO 8601 time, the start of its day (UTC) counts; without it 28 days before to")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "ISO 8601 time, the end of its day counts; without it today")
    @Nullable
    String to;

    @QueryParam("placement")
    @Parameter(description = "without it: all")
    @Nullable
    String placement;

    @QueryParam("bucket")
    @Parameter(description = "day, week or all; without it: day")
    @Nullable
    String bucket;

    @QueryParam("by")
    @Parameter(description = "none, placement, source, model, position or personalized; without it: none")
    @Nullable
    String by;
}
