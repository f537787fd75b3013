package dev.aisle.privacy.rights.request.edge;

import dev.aisle.privacy.shared.edge.NamesSubject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param regulation one of the table of deadlines; {@code gdpr} when it isn't named
 * @param verification {@code caller} (as it is when nothing is said: who sends it vouches) or {@code code}
 * @param purposes of an objection
 * @param corrections of a rectification: field to new value
 * @param startsAt until when it can be taken back
 */
public record RequestBody(
        @NotNull(message = "is missing") @NamesSubject String subject,
        @NotNull(message = "is missing") String type,
        @Nullable String regulation,
        @Nullable String verification,

        @Size(max = 20, message = "expected at most 20") @Nullable
        List<@NotNull(message = "expected a text") String> purposes,

        @Size(max = 20, message = "expected at most 20") @Nullable
        Map<
                        @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,39}", message = "expected the name of a field")
                        String,
                        @NotNull(message = "expected a text")
                        @Size(max = 200, message = "expected at most 200 characters") String>
                corrections,

        @Nullable Instant startsAt) {}
