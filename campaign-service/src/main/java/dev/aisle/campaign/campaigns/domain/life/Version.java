package dev.aisle.campaign.campaigns.domain.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a campaign. Its definition never changes.
 *
 * @param author the subject of the token of whoever wrote it
 * @param approver the same of whoever approved it, who is somebody else
 */
public record Version(
        String campaign,
        int number,
        Stage stage,
        JsonNode definition,
        String author,
        Instant madeAt,
        @Nullable String approver,
        @Nullable Instant approvedAt) {
    /** How far it came. */
    public enum Stage {
        DRAFT("draft"),
        IN_REVIEW("in_review"),
        APPROVED("approved"),
        REJECTED("rejected"),
        /** A newer version came before it was approved. */
        REPLACED("replaced");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        public String code() {
            return code;
        }

        /** The stage of that name. */
        public static Stage of(String code) {
            for (Stage stage : values()) {
                if (stage.code.equals(code)) {
                    return stage;
                }
            }
            throw new IllegalStateException("There is no stage " + code);
        }
    }
}
