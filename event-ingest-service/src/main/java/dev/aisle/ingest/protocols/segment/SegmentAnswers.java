package dev.aisle.ingest.protocols.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.edge.RejectedView;
import dev.aisle.ingest.door.usecase.Intake;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the clients of the Segment API expect to read: only 200 is success to them. */
public final class SegmentAnswers {
    private SegmentAnswers() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Success(
            boolean success,
            int accepted,
            List<Intake.Dropped> dropped,
            List<RejectedView> rejected,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Intake.Hint> hints,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Intake.Unlinked> unlinked) {}

    /** The outcome as the Segment API has it. */
    public static Response of(Intake intake) {
        return of(intake, Response.Status.OK);
    }

    /** The same outcome for a protocol that has another status for success. */
    public static Response of(Intake intake, Response.Status success) {
        return switch (intake) {
            case Intake.Taken taken
            when taken.single() && !taken.rejected().isEmpty() ->
                Failures.of(RejectedView.of(taken.rejected().getFirst()));
            case Intake.Taken taken -> taken(taken, success);
            case Intake.Refusal refusal -> Failures.of(refusal);
        };
    }

    private static Response taken(Intake.Taken taken, Response.Status success) {
        List<RejectedView> rejected =
                taken.rejected().stream().map(RejectedView::of).toList();
        return Response.status(success)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Success(true, taken.accepted(), taken.dropped(), rejected, taken.hints(), taken.unlinked()))
                .build();
    }
}
