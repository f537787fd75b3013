package dev.aisle.privacy.vault.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.privacy.vault.domain.Resolution;
import dev.aisle.privacy.vault.domain.Rotation;
import dev.aisle.privacy.vault.usecase.ReportMasterKeys.MasterKeyState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the vault's routes. */
final class VaultViews {
    private VaultViews() {}

    /** Which fields were set or removed; never their values. */
    record ChangedView(String subject, List<String> changed) {}

    /** What is kept of a subject. */
    record TraitsView(String subject, Map<String, Object> traits) {}

    /** Up to 500 people who are to get one message. Without a channel: the one that the purpose names. */
    record ResolveRequest(
            @NotNull(message = "is missing") @Size(min = 1, max = 500, message = "expected 1 to 500 subjects") @Valid
            List<@NotNull(message = "is null") String> subjects,

            @NotNull(message = "is missing") String purpose,

            @Nullable String channel) {}

    /** The answers, in the order of the subjects. */
    record ResolvedView(List<AnswerView> answers) {}

    /** {@code deliver} with the addresses, or {@code deny} with the reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String subject,
            String outcome,
            @Nullable String reason,
            @Nullable List<String> to,
            @Nullable String name,
            @Nullable String locale) {
        static AnswerView of(Resolution resolution) {
            String subject = resolution.subject().value();
            return switch (resolution) {
                case Resolution.Deliver deliver ->
                    new AnswerView(subject, "deliver", null, deliver.to(), deliver.name(), deliver.locale());
                case Resolution.Deny denial -> new AnswerView(subject, "deny", denial.reason(), null, null, null);
            };
        }
    }

    /** The master keys and what they wrap. */
    record KeysView(List<MasterKeyState> keys) {}

    /** How far a rotation is. */
    record RotationView(
            UUID id,
            String masterKey,
            String status,
            long total,
            long rewrapped,
            long unusable,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static RotationView of(Rotation rotation) {
            return new RotationView(
                    rotation.id(),
                    rotation.masterKey(),
                    rotation.running() ? "running" : "completed",
                    rotation.total(),
                    rotation.rewrapped(),
                    rotation.unusable(),
                    rotation.startedAt(),
                    rotation.finishedAt());
        }
    }
}
