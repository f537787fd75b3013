package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.store.ModelDirectory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes files of models that nobody needs any more; at once those that learned from somebody who was erased and aren't asked, and those of models that aren't registered. */
@Singleton
public class PruneModels {
    private final ModelRepository models;
    private final ModelDirectory directory;

    PruneModels(ModelRepository models, ModelDirectory directory) {
        this.models = models;
        this.directory = directory;
    }

    /** Removes them; what can't be removed now goes the next time. */
    public void prune() {
        List<RegisteredModel> all = models.all();
        Set<String> known = all.stream().map(RegisteredModel::version).collect(Collectors.toSet());
        Set<String> go = all.stream()
                .filter(model -> model.erasedSince() != null && !model.state().asked())
                .map(RegisteredModel::version)
                .collect(Collectors.toSet());
        Set<String> stay = Stream.concat(
                        all.stream().filter(model -> model.state().asked()), models.servedBefore(1).stream())
                .map(RegisteredModel::version)
                .filter(version -> !go.contains(version))
                .collect(Collectors.toSet());
        directory.prune(stay, version -> go.contains(version) || !known.contains(version));
    }
}
