package dev.aisle.profile.models;

import java.time.Instant;

/**
 * A model whose parameters this version of the service can't read: another version wrote it. The values that need it say so; everything else
 * goes on.
 *
 * @param problem what was met, for the log
 */
public record UnreadableModel(ModelKind kind, long version, Instant fittedAt, long people, String problem)
        implements StoredModel {
    /** What whoever needs it is told. */
    public String reason() {
        return "version " + version + " of the model of the kind " + kind.label()
                + " can't be read by this version of the service";
    }
}
