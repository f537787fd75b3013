package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.inject.Singleton;

/** Takes an encoder's file: it must be whole, and must not do worse than the one in use on the shop's own pictures. */
@Singleton
class TakeEncoder {
    private final EncoderDirectory directory;
    private final JudgeEncoder judgeEncoder;
    private final FollowEncoders followEncoders;
    private final AuditTrail auditTrail;

    TakeEncoder(
            EncoderDirectory directory,
            JudgeEncoder judgeEncoder,
            FollowEncoders followEncoders,
            AuditTrail auditTrail) {
        this.directory = directory;
        this.judgeEncoder = judgeEncoder;
        this.followEncoders = followEncoders;
        this.auditTrail = auditTrail;
    }

    /** What became of a file. */
    public sealed interface Outcome {}

    /** It serves. */
    public record Taken(String version) implements Outcome {}

    /** It is no encoder, or a damaged one. */
    public record Unreadable(String why) implements Outcome {}

    /** It does worse. */
    public record Worse(String why) implements Outcome {}

    /**
     * Takes a file.
     *
     * @param forced also when it does worse
     */
    public Outcome take(byte[] bytes, boolean forced) {
        PictureEncoder offered;
        try {
            offered = directory.open(bytes);
        } catch (UnreadableArtefactException e) {
            return new Unreadable("expected " + e.expected() + ", found " + e.found());
        }
        String worse = forced ? "" : judgeEncoder.worse(offered);
        if (!worse.isEmpty()) {
            return new Worse(worse);
        }
        auditTrail.beforehand();
        String version = directory.put(bytes);
        followEncoders.refresh();
        return new Taken(version);
    }

    /** No encoder serves any more. */
    public void clear() {
        auditTrail.beforehand();
        directory.clear();
        followEncoders.refresh();
    }
}
