package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.flags.domain.Evaluation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of OFREP. */
final class OfrepViews {
    private OfrepViews() {}

    record Success(String key, @Nullable Object value, String reason, String variant, Map<String, Object> metadata) {
        static Success of(Evaluation evaluation) {
            Evaluation.Given given = evaluation.given();
            return new Success(
                    evaluation.key(),
                    evaluation.value(),
                    evaluation.reason().name(),
                    evaluation.variant(),
                    given == null ? Map.of() : metadata(given.phase()));
        }

        private static Map<String, Object> metadata(Phase phase) {
            return Map.of("experiment", phase.experiment().id(), "phase", phase.number());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bulk(
            List<Success> flags,
            Map<String, Object> metadata,
            @Nullable List<Stream> eventStreams) {}

    record Stream(String type, Endpoint endpoint, int inactivityDelaySec) {
        static Stream at(String path) {
            return new Stream("sse", new Endpoint(path), 120);
        }
    }

    record Endpoint(String requestUri) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(
            @Nullable String key,
            String errorCode,
            @Nullable String errorDetails) {}

    record Changed(String type, String etag, long lastModified) {}
}
