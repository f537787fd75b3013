package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.registry.ModelRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Names models. Later models get greater versions, even when the clock was set back. */
@Singleton
class NameModel {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ModelRepository models;

    NameModel(ModelRepository models) {
        this.models = models;
    }

    /** The name of a training's model. */
    Name next(UUID training) {
        Instant now = Instant.now();
        Instant newest = models.newestTrainedAt();
        Instant trainedAt = newest.isBefore(now) ? now : newest.plusMillis(1);
        return new Name(VERSION.format(trainedAt) + "-" + training.toString().substring(0, 8), trainedAt);
    }
}
