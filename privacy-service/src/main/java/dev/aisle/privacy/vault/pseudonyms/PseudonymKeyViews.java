package dev.aisle.privacy.vault.pseudonyms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers about pseudonym keys. */
final class PseudonymKeyViews {
    private PseudonymKeyViews() {}

    /** All keys. */
    record KeysView(List<KeyView> keys) {}

    /** What is under a key, and whether it can go. */
    record KeyView(
            String id,
            boolean active,
            boolean configured,
            long consents,
            long vault,
            long requests,
            long moved,
            long erased,
            boolean retirable) {
        static KeyView of(KeyUsage usage) {
            return new KeyView(
                    usage.keyId(),
                    usage.active(),
                    usage.configured(),
                    usage.consents(),
                    usage.vault(),
                    usage.requests(),
                    usage.moved(),
                    usage.erased(),
                    usage.retirable());
        }
    }

    /** How far a rotation is. */
    record RotationView(
            UUID id,
            String key,
            String status,
            long total,
            long moved,
            long leftAlone,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static RotationView of(PseudonymRotation rotation) {
            return new RotationView(
                    rotation.id(),
                    rotation.keyId(),
                    rotation.running() ? "running" : "completed",
                    rotation.total(),
                    rotation.moved(),
                    rotation.leftAlone(),
                    rotation.startedAt(),
                    rotation.finishedAt());
        }
    }
}
