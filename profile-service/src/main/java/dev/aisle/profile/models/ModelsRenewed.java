package dev.aisle.profile.models;

import java.util.Set;

/** Is told of new models, in the transaction in which they are entered. */
public interface ModelsRenewed {
    /** Models of these kinds have a newer version. */
    void renewed(Set<ModelKind> kinds);
}
