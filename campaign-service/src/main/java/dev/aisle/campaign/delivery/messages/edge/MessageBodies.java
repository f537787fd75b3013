package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.delivery.messages.store.OpenMessages.Open;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes about messages. */
final class MessageBodies {
    private static final String VISIBLE = "[^\\p{Cntrl}]{3,200}";
    private static final String EXPECTED_WORDS = "expected 3 to 200 characters that say why";

    private MessageBodies() {}

    /** Messages in one state, and where the next page begins. */
    record Page(List<Open> messages, @Nullable String next) {}

    /** How many messages stand where. */
    record Counts(Map<String, Long> messages) {}

    /** {@code resend} or {@code mark_sent}. */
    record DecisionRequest(
            @NotNull(message = "is missing")
            @Pattern(regexp = "resend|mark_sent", message = "expected resend or mark_sent")
            String decision,

            @NotNull(message = "is missing") @Pattern(regexp = VISIBLE, message = EXPECTED_WORDS)
            String reason) {}

    /** Dead letters that are to go again. */
    record ReplayRequest(
            @Min(value = 1, message = "expected 1 to 10000") @Max(value = 10_000, message = "expected 1 to 10000")
            int most,

            @NotNull(message = "is missing") @Pattern(regexp = VISIBLE, message = EXPECTED_WORDS)
            String reason) {}

    /** How many go again. */
    record Replayed(int replayed) {}

    /** What a mail relay heard of a message of ours: {@code bounce} or {@code complaint}. */
    record ReportRequest(
            @NotNull(message = "is missing")
            @Pattern(
                    regexp = "<?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(@[^\\s<>]{1,253}>?)?",
                    message = "expected the Message-ID of a message of ours")
            String messageId,

            @NotNull(message = "is missing")
            @Pattern(regexp = "bounce|complaint", message = "expected bounce or complaint; a delay needs no report")
            String kind) {}
}
