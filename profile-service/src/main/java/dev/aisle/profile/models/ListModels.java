package dev.aisle.profile.models;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Models and their earlier versions. */
@ApplicationScoped
public class ListModels {
    private static final int MOST = 30;

    private final ModelRepository models;

    ListModels(ModelRepository models) {
        this.models = models;
    }

    /** The newest of each kind. */
    public List<StoredModel> newest() {
        return models.newest();
    }

    /** The newest versions of a kind, the newest first. */
    public List<StoredModel> versions(ModelKind kind) {
        return models.latest(kind, MOST);
    }
}
