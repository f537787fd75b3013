package dev.aisle.assistant.knowledge.usecase;

import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.assistant.knowledge.store.PassageVectors;
import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Removes the stored points of texts that no served article has any more. A text that comes back is read again. */
@Singleton
public class ForgetPoints {
    private final FollowKnowledge followKnowledge;
    private final PassageIndex index;
    private final PassageVectors vectors;

    ForgetPoints(FollowKnowledge followKnowledge, PassageIndex index, PassageVectors vectors) {
        this.followKnowledge = followKnowledge;
        this.index = index;
        this.vectors = vectors;
    }

    /**
     * Removes those written before a time; does nothing while the articles aren't all known.
     *
     * @return how many
     * @throws dev.aisle.platform.storage.StorageException when the database is away
     */
    public int forget(Instant writtenBefore) {
        if (!followKnowledge.complete()) {
            return 0;
        }
        int forgotten = 0;
        for (Language language : Language.values()) {
            forgotten += vectors.deleteOthers(TextModels.of(language), index.hashes(language), writtenBefore);
        }
        return forgotten;
    }
}
